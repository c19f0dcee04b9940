import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Posts for the benchmark: prose of the length of real posts, eight blocks of commands each, half PowerShell, half IOS. The same
// number gives the same posts.

const subjects = [
  'The trunk',
  'A second uplink',
  'The storage network',
  'This host',
  'The old switch',
  'Live Migration',
];
const verbs = ['carries', 'needs', 'does not see', 'waits for', 'answers with', 'depends on'];
const objects = [
  'the tagged frames of every network behind it',
  'a port that was shut down by its own neighbour',
  'the larger frames that the backup window asks for',
  'an address from the range that nobody wrote down',
  'one cable, two transceivers and a good deal of patience',
];
const tags = ['networking', 'storage', 'hyper-v', 'switching', 'home-lab', 'backup', 'monitoring'];

/** A small generator of numbers, so that posts differ from each other and not from run to run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Writes `count` posts with blocks below `content`, all for the lab `daisetta`. */
export function makePosts(content: string, count: number): void {
  mkdirSync(join(content, 'field-notes'), { recursive: true });
  for (let index = 0; index < count; index++)
    writeFileSync(join(content, 'field-notes', `${slugOf(index)}.mdx`), postOf(index));
}

/** The path of a post below the content. */
export function pathOf(index: number): string {
  return join('field-notes', `${slugOf(index)}.mdx`);
}

function slugOf(index: number): string {
  return `bench-${String(index).padStart(5, '0')}`;
}

/** The text of a post. */
export function postOf(index: number): string {
  const pick = numbersFrom(index + 1);
  const day = new Date(Date.UTC(2010, 0, 1 + index)).toISOString().slice(0, 10);
  const chosen = [...new Set([tags[pick(tags.length)]!, tags[pick(tags.length)]!])];
  const sections = Array.from({ length: 8 }, (_, number) => sectionOf(number, pick));
  return `---
title: Notes ${index} on a network that grew
date: ${day}
summary: What was seen on rack ${index}, and the commands that showed it.
tags: [${chosen.join(', ')}]
lab: daisetta
---
${paragraph(pick)}

${sections.join('\n')}`;
}

function sectionOf(number: number, pick: (below: number) => number): string {
  const parts = [`## What ${objects[pick(objects.length)]} shows, ${number + 1}\n`];
  for (let index = 0; index < 3; index++) parts.push(`${paragraph(pick)}\n`);
  parts.push(number % 2 === 0 ? powershell(pick) : ios(pick));
  if (number % 4 === 3)
    parts.push(
      '| Port | Speed | Found |\n| --- | --- | --- |\n| 1 | 1 Gb/s | up |\n| 2 | 10 Gb/s | down |\n',
    );
  return parts.join('\n');
}

function paragraph(pick: (below: number) => number): string {
  const sentences = Array.from({ length: 4 }, () => {
    const subject = subjects[pick(subjects.length)]!;
    return `${subject} ${verbs[pick(verbs.length)]!} ${objects[pick(objects.length)]!}, and \`rack ${pick(90)}\` was **no exception** that day.`;
  });
  return sentences.join(' ');
}

function powershell(pick: (below: number) => number): string {
  const name = `Rack${pick(1000)}`;
  const vlan = 100 + pick(900);
  return `\`\`\`powershell on=smb1
New-NetLbfoTeam -Name '${name}' -TeamMembers 'Ethernet 2', 'Ethernet 3' -TeamingMode Lacp -LoadBalancingAlgorithm Dynamic -Confirm:$false
New-VMSwitch -Name '${name}-Switch' -NetAdapterName '${name}' -AllowManagementOS $false -MinimumBandwidthMode Weight
Add-VMNetworkAdapter -ManagementOS -Name 'Mgmt${vlan}' -SwitchName '${name}-Switch'
Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'Mgmt${vlan}' -Access -VlanId ${vlan}
Get-NetAdapter | Where-Object { $_.Status -eq 'Up' } | Sort-Object -Property Name | Format-Table -AutoSize
\`\`\`
`;
}

function ios(pick: (below: number) => number): string {
  const vlan = 100 + pick(900);
  const port = 1 + pick(20);
  return `\`\`\`ios on=sw1
configure terminal
vlan ${vlan}
 name Rack-${vlan}
interface GigabitEthernet1/0/${port}
 description Uplink of rack ${vlan}
 switchport mode trunk
 switchport trunk allowed vlan ${vlan},${vlan + 1}
 spanning-tree portfast trunk
 no shutdown
end
\`\`\`
`;
}

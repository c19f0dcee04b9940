import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine, fence, part } from '../fixture-posts.ts';

const path = join(import.meta.dirname, '../../fixtures/workshop/labs/one-team.yaml');
const { value: lab } = engine.readLab(createSourceFile('labs/one-team.yaml', readFileSync(path, 'utf8')));

/** A labwork in four steps on which nothing is wrong, each line of which a test may write otherwise. */
const steps = {
  switch: [
    'vlan 15',
    'name LM',
    'interface range GigabitEthernet1/0/1 - 2',
    'switchport mode trunk',
    'switchport trunk allowed vlan 1,15',
    'channel-group 1 mode active',
  ],
  team: [
    "New-NetLbfoTeam -Name 'T1' -TeamMembers 'Ethernet 1', 'Ethernet 2' -TeamingMode Lacp -Confirm:$false",
  ],
  vswitch: ["New-VMSwitch -Name 'Lab' -NetAdapterName 'T1' -AllowManagementOS $false"],
  card: [
    "Add-VMNetworkAdapter -ManagementOS -Name 'LM' -SwitchName 'Lab'",
    "Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'LM' -Access -VlanId 15",
    "New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress 192.168.15.11 -PrefixLength 24",
  ],
  other: ["New-NetIPAddress -InterfaceAlias 'Ethernet 1' -IPAddress 192.168.15.12 -PrefixLength 24"],
};
type StepName = keyof typeof steps;

function labwork(changed: Partial<typeof steps>, order: readonly StepName[]): readonly Diagnostic[] {
  const all = { ...steps, ...changed };
  const body = order.map((name, index) =>
    [
      `## 9:${String(index + 1)} ${name}`,
      name === 'switch'
        ? fence('ios on=sw1', 'configure terminal', ...all.switch, 'end', 'write memory')
        : fence(`powershell on=${name === 'other' ? 'hv2' : 'hv1'}`, ...all[name]),
    ].join('\n\n'),
  );
  const guide = part(body.join('\n\n'), { lab: 'one-team' });
  return engine
    .checkLabwork([guide], new Map([['one-team', lab!]]))
    .guides.flatMap(({ diagnostics }) => diagnostics);
}

const inOrder: readonly StepName[] = ['switch', 'team', 'vswitch', 'card', 'other'];
/** Each line with other words in it. */
const without = (name: StepName, from: string, to: string) => ({
  [name]: steps[name].map((line) => line.replace(from, to)),
});

describe('a labwork over several devices', () => {
  it('of which nothing is wrong is told nothing', () => {
    expect(labwork({}, inOrder)).toEqual([]);
  });

  it.each<
    [what: string, changed: Partial<typeof steps>, order: readonly StepName[], rule: string, both: string[]]
  >([
    [
      'a VLAN missing on the trunk',
      without('switch', '1,15', '1'),
      inOrder,
      'lab/vlan-not-carried',
      ['hv1', 'VLAN 15', 'sw1 GigabitEthernet1/0/1'],
    ],
    [
      'a port in another channel',
      {
        switch: [
          ...steps.switch.slice(0, 2),
          'interface GigabitEthernet1/0/1',
          'switchport mode trunk',
          'channel-group 1 mode active',
          'interface GigabitEthernet1/0/2',
          'switchport mode trunk',
          'channel-group 2 mode active',
        ],
      },
      inOrder,
      'lab/bundle-split',
      [
        'Ethernet 1 to sw1 GigabitEthernet1/0/1 (Port-channel1)',
        'Ethernet 2 to sw1 GigabitEthernet1/0/2 (Port-channel2)',
      ],
    ],
    [
      'PAgP against LACP',
      without('switch', 'mode active', 'mode desirable'),
      inOrder,
      'lab/bundle-ends-differ',
      ['T1 (LACP)', 'sw1 GigabitEthernet1/0/1', 'PAgP'],
    ],
    [
      'a static channel under LACP',
      without('switch', 'mode active', 'mode on'),
      inOrder,
      'lab/bundle-ends-differ',
      ['LACP', 'static'],
    ],
    [
      'a team without the switch at a channel that waits for one',
      without('team', 'Lacp', 'SwitchIndependent'),
      inOrder,
      'lab/bundle-ends-differ',
      ['sw1', 'Port-channel1', 'hv1 Ethernet 1'],
    ],
    [
      'one address on two hosts',
      without('other', '.12', '.11'),
      inOrder,
      'lab/address-twice',
      ['hv2', 'hv1', '192.168.15.11'],
    ],
    [
      'an address of another subnet',
      without('card', '192.168.15.11', '192.168.16.11'),
      inOrder,
      'lab/address-outside-network',
      ['hv1', '192.168.15.0/24', 'LM'],
    ],
    [
      'the name of a switch that nobody makes',
      without('card', "SwitchName 'Lab'", "SwitchName 'Labs'"),
      inOrder,
      'powershell/never-made',
      ['“Labs”', '“Lab”'],
    ],
    [
      'a card before its switch',
      {},
      ['switch', 'team', 'card', 'vswitch', 'other'],
      'powershell/used-before-made',
      ['Add-VMNetworkAdapter', 'New-VMSwitch'],
    ],
  ])('is told of %s, once, with both ends', (_what, changed, order, rule, both) => {
    const found = labwork(changed, order);
    expect(found.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
    const { message, hint = '' } = found[0]!;
    for (const word of both) expect(`${message} ${hint}`).toContain(word);
  });

  it.each<[what: string, changed: Partial<typeof steps>, order: readonly StepName[]]>([
    ['a switch that no step sets', {}, ['team', 'vswitch', 'card', 'other']],
    [
      'a port of which only a description is set',
      { switch: ['interface range GigabitEthernet1/0/1 - 2', 'description team'] },
      inOrder,
    ],
    [
      'a trunk that takes all VLANs',
      { switch: steps.switch.filter((line) => !line.includes('allowed')) },
      inOrder,
    ],
    [
      'an adapter whose tag only running tells',
      { card: [steps.card[0]!, steps.card[1]!.replace('15', '(Read-Host)'), steps.card[2]!] },
      inOrder,
    ],
  ])('is told nothing of %s', (_what, changed, order) => {
    expect(labwork(changed, order).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

import type { Bundle } from '../../../src/lib/bundle/make-bundle.ts';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { contentOf, unpackBundle } from '../../../src/lib/bundle/read-bundle.ts';
import type { BundleRelease } from '../../../src/lib/bundle/release.ts';
import type { Manifest } from '../../../src/lib/bundle/manifest.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import type { Lab } from '../../../src/lib/lab/lab.ts';
import { engine, fence, part, rack } from '../fixture-posts.ts';

export const site = 'https://blog.example';

/** What was released of the fixture. */
export const releases: readonly BundleRelease[] = [
  { version: '0.9.0', date: '2014-04-09', changes: ['The first release.'] },
  { version: '1.0.0', date: '2014-04-10', changes: ['Step 9:4 is new.', 'Words about 9:1.'] },
];

/** The bundle of posts in the fixture's lab, as its newest release. */
export function bundleOf(...guides: readonly Guide[]): Bundle {
  return bundleIn(rack(), ...guides);
}

/** As `bundleOf`, in another lab. */
export function bundleIn(lab: Lab, ...guides: readonly Guide[]): Bundle {
  const bundle = makeBundle(engine.checkLabwork(guides, new Map([[lab.id, lab]])), { site, releases });
  if (!bundle) throw new Error('There is nothing to bundle.');
  return bundle;
}

/** A file of a bundle as text, its byte order mark included; undefined where the bundle has no such file. */
export function textOf(bundle: Bundle, path: string): string | undefined {
  const file = bundle.files.find((entry) => entry.path === path);
  return file && new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
}

/** The lines of a file of the bundle. */
export function linesOf(bundle: Bundle, path: string): string[] {
  const text = textOf(bundle, path);
  if (text === undefined)
    throw new Error(`The bundle has no ${path}, only ${bundle.files.map((file) => file.path).join(', ')}.`);
  return text.split(/\r?\n/);
}

/** What a bundle runs for a device in a role, block by block, with the lab's values in it. */
export function runsOf(bundle: Bundle, device: string, role: 'apply' | 'verify' | 'undo'): string[] {
  return contentOf(unpackBundle(bundle.zip)!)
    .runs.filter((run) => run.role === role && run.device.startsWith(`${device} `))
    .map(({ text }) => text);
}

/** The host script of the fixture's server. */
export const hostScript = 'hosts/srv1/Invoke-Labwork.ps1';

export function manifestOf(bundle: Bundle): Manifest {
  return JSON.parse(textOf(bundle, 'manifest.json')!) as Manifest;
}

export const step = (id: string, title: string, ...blocks: readonly string[]) =>
  `## ${id} ${title}\n\n${blocks.join('\n')}\n`;

const description = (port: string, ...words: readonly string[]) => [
  'configure terminal',
  `interface ${port}`,
  ` ${words.join(' ')}`,
  ' end',
  'write memory',
];
const onCatalyst = (...words: readonly string[]) => description('GigabitEthernet1/0/1', ...words);
const onSg300 = (...words: readonly string[]) => description('gi1', ...words);

/** Two parts over a host, a switch with a variant, and a second switch, with every role. Free of errors. */
export function rackParts(): readonly Guide[] {
  return [
    part(
      step(
        '9:1',
        'Name the port',
        fence('ios on=sw1', ...onCatalyst('description', 'srv1')),
        fence('ios on=sw1 platform=sg300', ...onSg300('description', 'srv1')),
        fence('ios on=sw1 verify', 'show vlan brief'),
        fence('ios on=sw1 verify platform=sg300', 'show vlan'),
        fence('ios on=sw1 example because="Somebody must be there."', 'reload', '! and wait'),
        fence('ios on=sw1 undo', ...onCatalyst('no', 'description')),
        fence('ios on=sw1 undo platform=sg300', ...onSg300('no', 'description')),
      ) + step('9:2', 'The other end', fence('ios on=sw2', ...onCatalyst('description', 'srv1'))),
      { licences: ['Server Standard', 'Server Datacenter'], hardware: ['Two cables'] },
    ),
    part(
      step(
        '9:3',
        'Make the team – at last',
        fence(
          'powershell on=srv1',
          "New-NetLbfoTeam -Name '{{team}}' -TeamMembers 'Ethernet' -Confirm:$false",
        ),
        fence('powershell on=srv1 verify', "Get-NetLbfoTeam -Name '{{team}}'"),
        fence('powershell on=srv1 undo', "Remove-NetLbfoTeam -Name '{{team}}' -Confirm:$false"),
      ) +
        step(
          '9:4',
          'Make the switch',
          fence(
            'powershell on=srv1',
            "New-VMSwitch -Name '{{vswitch}}' -NetAdapterName '{{team}}' -AllowManagementOS $true",
          ),
          fence('powershell on=srv1 undo', "Remove-VMSwitch -Name '{{vswitch}}' -Force"),
        ),
      { part: 2, licences: ['Server Datacenter', 'Client access'], hardware: ['Two cables', 'A rack'] },
    ),
  ];
}

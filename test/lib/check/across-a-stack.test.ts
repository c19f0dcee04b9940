import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine, fence, part } from '../fixture-posts.ts';

const path = join(import.meta.dirname, '../../fixtures/stack/labs/stack.yaml');
const { value: lab } = engine.readLab(createSourceFile('labs/stack.yaml', readFileSync(path, 'utf8')));

/** The embedded team of a node, its cards in the networks of both ways, and what it mounts. */
function node(last: number): readonly string[] {
  return [
    "New-VMSwitch -Name 'Fabric' -NetAdapterName 'SET 1', 'SET 2' -EnableEmbeddedTeaming $true -AllowManagementOS $false",
    ...[
      ['A', '121'],
      ['B', '122'],
    ].flatMap(([way, vlan]) => [
      `Add-VMNetworkAdapter -ManagementOS -Name 'Way-${way!}' -SwitchName 'Fabric'`,
      `Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'Way-${way!}' -Access -VlanId ${vlan!}`,
      `New-NetIPAddress -InterfaceAlias 'vEthernet (Way-${way!})' -IPAddress 172.20.${vlan!}.${String(last)} -PrefixLength 24`,
    ]),
    'New-IscsiTargetPortal -TargetPortalAddress 172.20.121.31',
  ];
}

const jumbo = (...names: readonly string[]) =>
  `Set-NetAdapterAdvancedProperty -Name ${names.map((name) => `'${name}'`).join(', ')} -RegistryKeyword '*JumboPacket' -RegistryValue 9014`;

/** A labwork in four steps on which nothing is wrong, each line of which a test may write otherwise. */
const steps = {
  stack: [
    'system mtu 9198',
    'vlan 121',
    'name Way-A',
    'vlan 122',
    'name Way-B',
    'interface range GigabitEthernet1/0/1 - 2',
    'switchport mode trunk',
    'switchport trunk allowed vlan 121,122',
    'interface range GigabitEthernet2/0/1 - 2',
    'switchport mode trunk',
    'switchport trunk allowed vlan 121,122',
    'interface GigabitEthernet1/0/11',
    'switchport mode access',
    'switchport access vlan 121',
    'interface GigabitEthernet2/0/11',
    'switchport mode access',
    'switchport access vlan 122',
  ],
  san: [
    jumbo('Way A', 'Way B'),
    "New-NetIPAddress -InterfaceAlias 'Way A' -IPAddress 172.20.121.31 -PrefixLength 24",
    "New-NetIPAddress -InterfaceAlias 'Way B' -IPAddress 172.20.122.31 -PrefixLength 24",
  ],
  n1: node(11),
  n2: node(12),
};
type StepName = keyof typeof steps;
type Steps = Readonly<Record<StepName, readonly string[]>>;

function labwork(changed: Partial<Steps>, order: readonly StepName[] = inOrder): readonly Diagnostic[] {
  const all: Steps = { ...steps, ...changed };
  const body = order.map((name, index) =>
    [
      `## 9:${String(index + 1)} ${name}`,
      name === 'stack'
        ? fence('ios on=stack', 'configure terminal', ...all.stack, 'end', 'write memory')
        : fence(`powershell on=${name}`, ...all[name]),
    ].join('\n\n'),
  );
  return engine
    .checkLabwork([part(body.join('\n\n'), { lab: 'stack' })], new Map([['stack', lab!]]))
    .guides.flatMap(({ diagnostics }) => diagnostics);
}

const inOrder: readonly StepName[] = ['stack', 'san', 'n1', 'n2'];
/** The first line that has these words, with others in it. */
function otherwise(name: StepName, from: string, to: string): Partial<Steps> {
  const at = steps[name].findIndex((line) => line.includes(from));
  if (at < 0) throw new Error(`No line of ${name} has “${from}”.`);
  return { [name]: steps[name].with(at, steps[name][at]!.replace(from, to)) };
}
/** Lines behind the one that has these words. */
function behind(name: StepName, words: string, ...lines: readonly string[]): Partial<Steps> {
  return {
    [name]: steps[name].toSpliced(steps[name].findLastIndex((line) => line.includes(words)) + 1, 0, ...lines),
  };
}

describe('a labwork over three hosts and a stack', () => {
  it('of which nothing is wrong is told nothing', () => {
    expect(labwork({})).toEqual([]);
  });

  it.each<[what: string, changed: Partial<Steps>, rule: string, both: readonly string[]]>([
    [
      'a VLAN that one member of the stack does not let through',
      behind('stack', 'allowed vlan', 'interface GigabitEthernet2/0/1', 'switchport trunk allowed vlan 121'),
      'lab/vlan-not-carried',
      ['n1', 'VLAN 122', 'SET 2', 'stack GigabitEthernet2/0/1'],
    ],
    [
      'two cables that are swapped at the stack',
      { stack: steps.stack.with(13, 'switchport access vlan 122').with(16, 'switchport access vlan 121') },
      'lab/address-in-other-vlan',
      [
        'san',
        '172.20.121.31',
        'Way A',
        'VLAN 121',
        'stack GigabitEthernet1/0/11',
        'VLAN 122',
        'Way B',
        'stack GigabitEthernet2/0/11',
      ],
    ],
    [
      'one port in the VLAN of the other way',
      { stack: steps.stack.with(13, 'switchport access vlan 122') },
      'lab/address-in-other-vlan',
      ['san', 'Way A', 'stack GigabitEthernet1/0/11 at the other end is in VLAN 122'],
    ],
    [
      'an LACP channel under an embedded team',
      behind(
        'stack',
        'allowed vlan',
        'interface range GigabitEthernet1/0/1 , GigabitEthernet2/0/1',
        'channel-group 1 mode active',
      ),
      'lab/bundle-ends-differ',
      ['n1 SET 1', 'stack', 'GigabitEthernet1/0/1', 'LACP'],
    ],
    [
      'a static channel under an embedded team',
      behind(
        'stack',
        'allowed vlan',
        'interface range GigabitEthernet1/0/2 , GigabitEthernet2/0/2',
        'channel-group 2 mode on',
      ),
      'lab/bundle-ends-differ',
      ['n2 SET 1', 'stack', 'GigabitEthernet1/0/2', 'static'],
    ],
    [
      'the address of the storage on a node',
      otherwise('n2', '172.20.122.12', '172.20.122.31'),
      'lab/address-twice',
      ['n2', 'san', '172.20.122.31'],
    ],
    [
      'an address of the other way',
      otherwise('n1', '172.20.122.11', '172.20.121.111'),
      'lab/address-outside-network',
      ['n1', 'Way-B', '172.20.122.0/24'],
    ],
    [
      'the name of a switch that nobody makes',
      otherwise('n1', "-SwitchName 'Fabric'", "-SwitchName 'Fabrik'"),
      'powershell/never-made',
      ['“Fabrik”', '“Fabric”'],
    ],
    [
      'jumbo frames of the storage that the stack does not take',
      { stack: steps.stack.slice(1) },
      'lab/jumbo-not-carried',
      ['san', '9000', 'Way A', 'stack GigabitEthernet1/0/11', '1500'],
    ],
    [
      'a stack port that is shut and was the only way to the storage',
      { stack: [...steps.stack, 'shutdown'] },
      'lab/management-cut',
      ['stack GigabitEthernet2/0/11', 'san Way B', '172.20.122.31'],
    ],
    [
      'a card for management only that goes under the embedded team',
      otherwise('n2', "'SET 1', 'SET 2'", "'SET 1', 'Mgmt'"),
      'lab/management-cut',
      ['n2', 'Mgmt', 'management only', 'Fabric'],
    ],
    [
      'an address on a member of an embedded team',
      behind(
        'n1',
        'New-VMSwitch',
        "New-NetIPAddress -InterfaceAlias 'SET 2' -IPAddress 172.20.121.50 -PrefixLength 24",
      ),
      'lab/address-lost',
      ['172.20.121.50', 'SET 2', 'Fabric'],
    ],
    [
      'a card before its switch',
      { n2: [...steps.n2.slice(1), steps.n2[0]!] },
      'powershell/used-before-made',
      ['Add-VMNetworkAdapter', 'New-VMSwitch'],
    ],
    [
      'a role that comes with a restart, used at once',
      { n1: ['Install-WindowsFeature -Name Hyper-V -IncludeManagementTools', ...steps.n1] },
      'powershell/needs-restart',
      ['Install-WindowsFeature', 'Hyper-V', 'New-VMSwitch'],
    ],
  ])('is told of %s, once, with both ends', (_what, changed, rule, both) => {
    const found = labwork(changed);
    expect(found.map((diagnostic) => `${diagnostic.rule}: ${diagnostic.message}`)).toEqual([
      expect.stringMatching(new RegExp(`^${rule}: `)),
    ]);
    const { message, hint = '' } = found[0]!;
    for (const word of both) expect(`${message} ${hint}`).toContain(word);
  });

  it.each<[what: string, changed: Partial<Steps>]>([
    [
      'an address at an adapter that comes with the switch which takes its card',
      {
        san: [
          ...steps.san,
          "New-VMSwitch -Name 'Way A' -NetAdapterName 'Way A' -AllowManagementOS $true",
          jumbo('vEthernet (Way A)'),
        ],
      },
    ],
    ['an access port whose VLAN no step sets', { stack: steps.stack.toSpliced(13, 1) }],
  ])('is told nothing of %s', (_what, changed) => {
    expect(labwork(changed).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

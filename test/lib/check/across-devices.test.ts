import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import type { Lab } from '../../../src/lib/lab/lab.ts';
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

function labwork(
  changed: Partial<typeof steps>,
  order: readonly StepName[],
  at: Lab = lab!,
): readonly Diagnostic[] {
  const all = { ...steps, ...changed };
  const body = order.map((name, index) =>
    [
      `## 9:${String(index + 1)} ${name}`,
      name === 'switch'
        ? fence(
            'ios on=sw1',
            'configure terminal',
            ...all.switch,
            ...(all.switch.includes('end') ? [] : ['end', 'write memory']),
          )
        : fence(`powershell on=${name === 'other' ? 'hv2' : 'hv1'}`, ...all[name]),
    ].join('\n\n'),
  );
  const guide = part(body.join('\n\n'), { lab: 'one-team' });
  return engine
    .checkLabwork([guide], new Map([['one-team', at]]))
    .guides.flatMap(({ diagnostics }) => diagnostics);
}

const inOrder: readonly StepName[] = ['switch', 'team', 'vswitch', 'card', 'other'];
/** Each line with other words in it. */
const without = (name: StepName, from: string, to: string) => ({
  [name]: steps[name].map((line) => line.replace(from, to)),
});

/** Jumbo frames from the card of the host to the switch, which is reloaded. */
function jumbo({
  switch: mtu = ['exit', 'system mtu jumbo 9198'],
  cards = [
    "Set-NetAdapterAdvancedProperty -Name 'Ethernet 1', 'Ethernet 2' -RegistryKeyword '*JumboPacket' -RegistryValue 9014",
  ],
  reload = ['end', 'write memory', 'reload'],
}): Partial<typeof steps> {
  return {
    switch: [...steps.switch, ...mtu, ...(mtu.length > 0 ? reload : [])],
    team: [...cards, ...steps.team],
    card: [
      ...steps.card,
      "Set-NetAdapterAdvancedProperty -Name 'vEthernet (LM)' -RegistryKeyword '*JumboPacket' -RegistryValue 9014",
    ],
  };
}

describe('a labwork over several devices', () => {
  it('of which nothing is wrong is told nothing', () => {
    expect(labwork({}, inOrder)).toEqual([]);
    expect(labwork(jumbo({}), inOrder)).toEqual([]);
  });

  it('has one size for all ports of a switch that knows one, at once', () => {
    const devices = lab!.devices.map((device) =>
      device.name === 'sw1' ? { ...device, platform: 'catalyst-9200' as const } : device,
    );
    const sized = (...mtu: string[]) =>
      labwork(jumbo({ switch: mtu, reload: [] }), inOrder, { ...lab!, devices }).map(({ rule }) => rule);
    expect(sized('exit', 'system mtu 9198')).toEqual([]);
    expect(sized()).toEqual(['lab/jumbo-not-carried']);
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
    [
      'an address on a member of a team',
      { other: [], card: [...steps.card, ...steps.other.map((line) => line.replace('15.12', '16.12'))] },
      inOrder,
      'lab/address-lost',
      ['192.168.16.12', 'Ethernet 1', 'team T1'],
    ],
    [
      'an address that a team takes away',
      { team: [...steps.other.map((line) => line.replace('15.12', '16.12')), ...steps.team], other: [] },
      inOrder,
      'lab/address-lost',
      ['192.168.16.12', 'Ethernet 1', 'team T1'],
    ],
    [
      'an adapter with an address that goes under a switch in which the host has no part',
      {
        other: [
          ...steps.other,
          "New-VMSwitch -Name 'All' -NetAdapterName 'Ethernet 1' -AllowManagementOS $false",
        ],
      },
      inOrder,
      'lab/address-lost',
      ['192.168.15.12', 'Ethernet 1', 'virtual switch All'],
    ],
    [
      'a port that is shut and was the only way to a host',
      { switch: [...steps.switch, 'interface GigabitEthernet1/0/3', 'shutdown'] },
      inOrder,
      'lab/management-cut',
      ['sw1 GigabitEthernet1/0/3', 'hv2 Ethernet 1', '192.168.15.12'],
    ],
    [
      'a channel that is shut and was the only way to a host',
      { switch: [...steps.switch, 'interface Port-channel1', 'shutdown'] },
      inOrder,
      'lab/management-cut',
      ['sw1 GigabitEthernet1/0/1', 'hv1', '192.168.15.11'],
    ],
    [
      'a card for management only that goes into a team',
      without('team', "'Ethernet 2'", "'Ethernet 2', 'Ethernet 9'"),
      inOrder,
      'lab/management-cut',
      ['hv1', 'Ethernet 9', 'management only', 'team T1'],
    ],
    [
      'jumbo frames that the switch does not take',
      jumbo({ switch: [] }),
      inOrder,
      'lab/jumbo-not-carried',
      ['hv1', '9000', 'vEthernet (LM)', 'sw1 GigabitEthernet1/0/1', '1500'],
    ],
    [
      'jumbo frames that the cards beneath do not take',
      jumbo({ cards: [] }),
      inOrder,
      'lab/jumbo-not-carried',
      ['hv1', '9000', 'vEthernet (LM)', 'Ethernet 1, Ethernet 2', '1500'],
    ],
    [
      'jumbo frames that one of the cards beneath does not take',
      jumbo({
        cards: [
          "Set-NetAdapterAdvancedProperty -Name 'Ethernet 1' -DisplayName 'Jumbo Packet' -DisplayValue '9014 Bytes'",
        ],
      }),
      inOrder,
      'lab/jumbo-not-carried',
      ['hv1', '9000', 'vEthernet (LM)', 'Ethernet 2', '1500'],
    ],
    [
      'jumbo frames that a neighbour does not take',
      {
        ...jumbo({}),
        other: [
          "New-VMSwitch -Name 'Lab' -NetAdapterName 'Ethernet 1' -AllowManagementOS $false",
          ...steps.card.map((line) => line.replace('15.11', '15.12')),
        ],
        switch: [
          ...steps.switch,
          'interface GigabitEthernet1/0/3',
          'switchport mode trunk',
          'exit',
          'system mtu jumbo 9198',
          'end',
          'write memory',
          'reload',
        ],
      },
      inOrder,
      'lab/jumbo-not-carried',
      ['hv1', '9000', 'vEthernet (LM)', 'hv2', '192.168.15.12', '1500'],
    ],
    [
      'an MTU without the restart that it needs',
      jumbo({ reload: [] }),
      inOrder,
      'ios/needs-reload',
      ['The MTU', 'reload'],
    ],
    [
      'a role without the restart that it needs',
      { vswitch: ['Install-WindowsFeature -Name Hyper-V -IncludeManagementTools', ...steps.vswitch] },
      inOrder,
      'powershell/needs-restart',
      ['Install-WindowsFeature', 'Hyper-V', 'New-VMSwitch'],
    ],
  ])('is told of %s, once, with both ends', (_what, changed, order, rule, both) => {
    const found = labwork(changed, order);
    expect(found.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
    const { message, hint = '' } = found[0]!;
    for (const word of both) expect(`${message} ${hint}`).toContain(word);
  });

  it.each<[what: string, changed: Partial<typeof steps>, order: readonly StepName[]]>([
    ['jumbo frames out of a switch that no step sets', jumbo({}), ['team', 'vswitch', 'card', 'other']],
    [
      'a port that is shut and opened again',
      { switch: [...steps.switch, 'interface GigabitEthernet1/0/3', 'shutdown', 'no shutdown'] },
      inOrder,
    ],
    [
      'one of two cables that is shut',
      { switch: [...steps.switch, 'interface GigabitEthernet1/0/1', 'shutdown'] },
      inOrder,
    ],
    [
      'an address that moves to the adapter of the team',
      {
        team: [
          ...steps.other.map((line) => line.replace('15.12', '16.12')),
          ...steps.team,
          ...steps.other.map((line) => line.replace('15.12', '16.12').replace('Ethernet 1', 'T1')),
        ],
        vswitch: [],
        card: [],
        other: [],
      },
      inOrder,
    ],
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

  it('is told by the sizes that its switch has', () => {
    const newer: Lab = {
      ...lab!,
      devices: lab!.devices.map((device) =>
        device.name === 'sw1' ? { ...device, platform: 'catalyst-9200' } : device,
      ),
    };
    const rules = (line: string) =>
      labwork(jumbo({ switch: ['exit', line], reload: [] }), inOrder, newer).map(({ rule }) => rule);
    expect(rules('system mtu 9198')).toEqual([]);
    expect(rules('system mtu 2000')).toEqual(['lab/jumbo-not-carried']);
  });
});

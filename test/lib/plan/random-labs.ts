import { pick } from '../../chance.ts';
import { fence } from '../fixture-posts.ts';

/** A lab and the steps of a labwork in it, as their files say them. */
export interface RandomLab {
  readonly lab: string;
  /** Of each step, what is run on the host and on the switch. */
  readonly steps: readonly {
    readonly srv1: readonly string[];
    readonly sw1: readonly string[];
  }[];
}

/** Names that end a string, begin a variable, stand for others or are of another alphabet, wherever they are not taken as they are. */
export const hardNames = [
  "O'Neil",
  '$env:PATH',
  '$(Stop-Computer)',
  '`n back`tick',
  'a [b] c',
  'st*r?',
  '"quoted"',
  'Größe',
  '網路',
  'semi;colon',
  'hash # sign',
  "'; Stop-Computer; '",
  '{0} {{braces}',
  '-Force',
  '100 %',
  'pipe | me & you',
  '@splat',
];
const plainNames = ['Converged', 'LM', 'Storage A', 'CSV-1', 'Prod_2'];

/** A host and a switch with random ports, names, VLANs and addresses, and random steps that fit together. */
export function randomLab(chance: () => number): RandomLab {
  const taken = new Set<string>();
  const name = () => {
    for (;;) {
      const word = chance() < 0.6 ? pick(chance, hardNames) : pick(chance, plainNames);
      const one = chance() < 0.5 ? word : `${word} ${Math.floor(chance() * 90) + 10}`;
      if (taken.has(one.toLowerCase())) continue;
      taken.add(one.toLowerCase());
      return one;
    }
  };
  const ports = Array.from({ length: 2 + Math.floor(chance() * 3) }, (_, at) =>
    chance() < 0.5 ? `Ethernet ${at + 2}` : name(),
  );
  const networks = Array.from({ length: 1 + Math.floor(chance() * 3) }, (_, at) => ({
    id: `net${at}`,
    name: name(),
    vlan: 100 * at + 2 + Math.floor(chance() * 90),
    third: 10 * at + Math.floor(chance() * 9),
    host: 2 + Math.floor(chance() * 250),
  }));
  const [team, vswitch] = [name(), name()];
  const channel = 1 + Math.floor(chance() * 6);
  const mode = pick(chance, ['Lacp', 'SwitchIndependent']);
  const lab = [
    'title: By chance',
    'summary: A host and a switch.',
    'devices:',
    '  - name: srv1',
    '    title: SRV1',
    '    class: host',
    '    platform: windows-server-2012-r2',
    '    ports:',
    ...ports.map((port, at) => `      - { name: ${yaml(port)}, driver: 'Card #${at + 1}' }`),
    '  - name: sw1',
    '    title: SW1',
    '    class: switch',
    '    platform: catalyst-2960s',
    '    ports:',
    ...ports.map((_, at) => `      - { name: GigabitEthernet1/0/${at + 1} }`),
    'links:',
    ...ports.map((port, at) => `  - { from: ${yaml(`srv1/${port}`)}, to: sw1/GigabitEthernet1/0/${at + 1} }`),
    'networks:',
    ...networks.flatMap(({ id, name: title, vlan, third, host }) => [
      `  - id: ${id}`,
      `    name: ${yaml(title)}`,
      `    vlan: ${vlan}`,
      `    subnet: 10.7.${third}.0/24`,
      '    purpose: Chance',
      `    hosts: { srv1: 10.7.${third}.${host} }`,
    ]),
    'values:',
    `  - { name: team, type: name, value: ${yaml(team)}, title: team }`,
    `  - { name: vswitch, type: name, value: ${yaml(vswitch)}, title: switch }`,
    `  - { name: channel, type: port-channel, value: ${channel}, title: channel }`,
  ].join('\n');
  const members = ports.map((port) => quoted(port)).join(', ');
  const adapter = (id: string) => `'vEthernet ({{networks.${id}.name}})'`;
  const steps = [
    {
      srv1: [],
      sw1: networks.flatMap(({ id }, at) => [`vlan {{networks.${id}.vlan}}`, ` name NET-${at}`, ' exit']),
    },
    {
      srv1: [
        `New-NetLbfoTeam -Name '{{team}}' -TeamMembers ${members} -TeamingMode ${mode} -LoadBalancingAlgorithm Dynamic -Confirm:$false`,
      ],
      sw1: ports.flatMap((_, at) => [
        `interface GigabitEthernet1/0/${at + 1}`,
        ' switchport mode trunk',
        ` switchport trunk allowed vlan ${networks.map(({ id }) => `{{networks.${id}.vlan}}`).join(',')}`,
        ...(mode === 'Lacp' ? [' channel-group {{channel}} mode active'] : []),
        ' exit',
      ]),
    },
    {
      srv1: [
        "New-VMSwitch -Name '{{vswitch}}' -NetAdapterName '{{team}}' -AllowManagementOS $true -MinimumBandwidthMode Weight",
      ],
      sw1: [],
    },
    ...networks.map(({ id }) => ({
      srv1: [
        `Add-VMNetworkAdapter -ManagementOS -Name '{{networks.${id}.name}}' -SwitchName '{{vswitch}}'`,
        `Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName '{{networks.${id}.name}}' -Access -VlanId {{networks.${id}.vlan}}`,
        `New-NetIPAddress -InterfaceAlias ${adapter(id)} -IPAddress {{networks.${id}.hosts.srv1}} -PrefixLength {{networks.${id}.prefix}}`,
        ...(chance() < 0.5
          ? [`Set-DnsClient -InterfaceAlias ${adapter(id)} -RegisterThisConnectionsAddress $false`]
          : []),
      ],
      sw1: chance() < 0.3 ? [`interface Vlan{{networks.${id}.vlan}}`, ' description by chance', ' exit'] : [],
    })),
  ];
  return { lab, steps };
}

/** The body of a post with these steps. */
export function bodyOf(steps: RandomLab['steps']): string {
  return steps
    .map(({ srv1, sw1 }, at) =>
      [
        `## 9:${at + 1} A step`,
        '',
        ...(srv1.length > 0 ? [fence('powershell on=srv1', ...srv1)] : []),
        ...(sw1.length > 0 ? [fence('ios on=sw1', 'configure terminal', ...sw1, 'end')] : []),
        ...(srv1.length + sw1.length === 0 ? ['Nothing.', ''] : []),
      ].join('\n'),
    )
    .join('\n');
}

function yaml(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';

/** A line that a device refused, as somebody's console showed it. */
export interface RefusedInTranscript {
  readonly platform: IosPlatform;
  /** Typed before, from global configuration on. */
  readonly before: readonly string[];
  readonly line: string;
  /** The first line of what it printed that is not the mark; where the mark stands is kept in `at`. */
  readonly reply: string;
  /** A further line that it printed. */
  readonly also?: string;
}

const invalid = "% Invalid input detected at '^' marker.";
const incomplete = '% Incomplete command.';
const auto =
  'Command rejected: An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.';
const vtp = 'VTP VLAN configuration not allowed when device is in CLIENT mode.';
const steps = '% Bridge Priority must be in increments of 4096.';
const noHost = '% Unknown command or computer name, or unable to find computer address';
const routed = (ports: string) =>
  `Command rejected (${ports}): Either port is L2 and port-channel is L3, or vice-versa`;
const mismatch = (port: string) =>
  `Command rejected (Channel protocol mismatch for interface ${port} in group 1): the interface can not be added to the channel group`;
const stopped = (port: string) => `% Range command terminated because it failed on ${port}`;
const dynamic = (port: string) => `Command rejected: ${port} is a dynamic port.`;

type Row = readonly [before: readonly string[], line: string, reply: string, also?: string];

const rowsOf = (platform: IosPlatform, ...rows: readonly Row[]): RefusedInTranscript[] =>
  rows.map(([before, line, reply, also]) => ({ platform, before, line, reply, ...(also && { also }) }));

/**
 * By where they were typed. Logs of consoles and reports of labs in public repositories and issues, of which a few words each are retyped;
 * names of ports and VLANs are those of the logs where our models have them.
 */
export const transcripts: Readonly<Record<string, readonly RefusedInTranscript[]>> = {
  // The log of a day at an IE-3000-4TC, LAN Base, 15.2(4)EA5.
  'IE-3000, 15.2(4)EA5': rowsOf(
    'generic-ios',
    [[], 'do show default-gateway', invalid],
    [['line vty 0 5'], 'rxit', invalid],
    [[], 'interface FastInterface 1/2', invalid],
    [['end', 'disable'], 'ipconfig', noHost],
    [['end'], 'username Ind-it', invalid],
    [['end'], 'username Ind-it privilege 15 secret Word1', invalid],
    [['end'], 'show \\', invalid],
    [['end'], 'do show ip route', invalid],
    [['end'], 'do show ip interface brief', invalid],
    [['end'], 'show interface brief', invalid],
    [['end'], 'erase running-config startup-config', invalid],
    [['end'], 'enable secret word1', invalid],
    [['line vty 0 15'], 'secret word1', invalid],
    [['end'], 'end', noHost],
    [[], 'interface range 1/3-4', invalid],
    [['interface range FastEthernet 1/3-4'], 'switchport access vlan', incomplete],
    [[], 'do show interface brief', invalid],
    [['vlan 2', 'name Two'], 'show vlan', invalid],
    [[], 'do show vlan | ip interface brief', invalid],
    [[], 'copy running-config startup-config', invalid],
    [[], 'interface vlan', incomplete],
  ),
  // A lab of VLANs and DHCP on IOSvL2, in Russian.
  'IOSvL2, a lab of DHCP': rowsOf(
    'generic-ios',
    [['vlan 200', 'int vlan 200'], 'ip add', incomplete],
    [['ip default-gateway 192.168.1.65'], 'do sh int br', invalid],
    [['int range g0/0'], 'sw m a vlan 999', invalid],
    [['int g0/2'], 'do sh vlkan', invalid],
    [['int g0/3'], 'int g0/0~', invalid],
  ),
  // A guide to messages of IOS for students, and a lab of addresses.
  'routers and switches in courses': rowsOf(
    'generic-ios',
    [['interface vlan 1'], 'ip address 192.168.1.1/24', invalid],
    [['interface g0/0'], 'ip address 192.168.1.1/24', invalid],
  ),
  // ciscoDevNet's unicon.plugins, statements of IOS XE; a study guide of the command line.
  'IOSvL2, unicon.plugins': rowsOf(
    'generic-ios',
    [['end', 'disable'], 'show i', '% Ambiguous command:  "show i"'],
    [['end', 'disable'], 'show ip', incomplete],
    [['end'], 's', '% Ambiguous command:  "s"'],
    [['end'], 'show ip rute', invalid],
  ),
  // Labs of trunks and channels on IOL, whose ports are Ethernet, and on 2960, 3560 and 3650.
  'IOL and Catalysts, labs of trunks and channels': rowsOf(
    'catalyst-3560',
    [['interface range fa0/1-2'], 'switchport mode trunk', auto, stopped('FastEthernet0/1')],
    [
      ['int range gi0/1 - 2', 'channel-protocol lacp'],
      'channel-group 1 mode desirable',
      mismatch('Gi0/1'),
      stopped('GigabitEthernet0/1'),
    ],
    [
      ['int range gi0/1 - 2', 'channel-protocol lacp'],
      'channel-group 1 mode on',
      mismatch('Gi0/1'),
      stopped('GigabitEthernet0/1'),
    ],
    [
      ['interface range fa0/1 - 2', 'channel-group 1 mode active', 'interface range fa0/5 - 6'],
      'channel-group 1 mode desirable',
      mismatch('Fa0/5'),
      stopped('FastEthernet0/5'),
    ],
    [
      ['int port-channel 5', 'no switchport', 'ip add 10.0.0.1 255.255.255.0', 'int range fa0/3 - 4'],
      'channel-group 5 mode on',
      routed('Port-channel5, Fa0/3'),
      stopped('FastEthernet0/3'),
    ],
    [['interface gi0/1'], 'sw mode trunk', auto],
    [['interface fa0/1'], 'switchport trunk encapsulation', incomplete],
    [['interface fa0/24', 'switchport mode trunk'], 'switchport trunk vlan 10,20,30', invalid],
  ),
  'a 2960 in labs of VLANs and trunks': rowsOf(
    'catalyst-2960s',
    [['interface gi1/0/1', 'switchport mode trunk'], 'switchport trunk allowed vlan 10, 20, 99', invalid],
    [['interface gi1/0/1', 'switchport mode trunk'], 'switchport truck vlan add 11,12,13', invalid],
    [['interface gi1/0/1', 'switchport mode trunk'], 'switchport trunk vlan add 11,12,13', invalid],
    [['interface gi1/0/1'], 'switchport trunk encapsulation dot1q', invalid],
    [['interface gi1/0/1'], 'switchport trunk', incomplete],
    [['interface gi1/0/1'], 'switchport trunk Allowed vlan', incomplete],
    [['interface gi1/0/1'], 'mode access', invalid],
    [['end'], 'interface GigabitEthernet1/0/1', invalid],
    [[], 'show mac address-table', invalid],
    [[], 'show run', invalid],
    [['interface vlan 99'], 'wr', invalid],
    [[], 'clock set 16:21:00 28 oct 2022', invalid],
    [['end'], 'clock set', incomplete],
    [['end'], 'clock set 19:50:00', incomplete],
    [['end'], 'clock set 19:50:00 18 8', invalid],
    [['interface gi1/0/1'], 'des', incomplete],
    [['interface gi1/0/1'], 'description', incomplete],
    [[], 'int', incomplete],
    [[], 'interface 2/1', invalid],
    [['interface gi1/0/1'], 'int gi1/0/2 - 3, gi1/0/5 - 6', invalid],
    [[], 'line vty', incomplete],
    [[], 'line vty line vty 0 4', invalid],
    [['line vty 0 15'], 'transport input', incomplete],
    [['line console 0'], 'exec-timeout', incomplete],
    [[], 'banner motd', incomplete],
    [[], 'hostnane S1', invalid],
    [[], 'test', invalid],
    [[], 'no vlan 1', 'Default VLAN 1 may not be deleted.'],
    [['vtp mode client'], 'no vlan 10', vtp],
    [['vtp mode client'], 'vlan 50', vtp],
    [[], 'vlan 2000', '% Failed to create VLANs 2000'],
    [[], 'spanning-tree vlan 1 priority 4097', steps],
    [[], 'spanning-tree vlan 10 priority 8000', steps],
    [['interface vlan 1'], 'ipv6 address 2001:db8:acad:1::b', incomplete],
    [['interface vlan 1'], 'ip adress 192.168.1.1 255.255.255.0', invalid],
    [['interface vlan 1'], 'ip address 192.168.1.1/24', invalid],
    [['end'], 'show run | hostname', invalid],
  ),
  // notes.networklessons.com, “Switchport trunk encapsulation”, and the command reference of the 3560.
  'Catalysts that know one encapsulation': [
    ...rowsOf('catalyst-2960x', [['interface gi1/0/14'], 'switchport trunk encapsulation dot1q', invalid]),
    ...rowsOf('catalyst-9300', [['interface gi1/0/1'], 'switchport trunk encapsulation dot1q', invalid]),
  ],
  'port security and 802.1X on ports as the factory left them': rowsOf(
    'catalyst-3560',
    [['interface range f0/1-2'], 'switchport port-security', dynamic('FastEthernet0/1')],
    [['int range fa0/3 , fa0/5-23'], 'switchport port-security', dynamic('FastEthernet0/3')],
    [
      ['interface fa0/1'],
      'dot1x port-control auto',
      '% Error: 802.1X cannot be configured on a dynamic port',
    ],
  ),
};

/**
 * Lines of the same logs that the tables are silent about: their words are one slip away from nothing that is known, and not every first word
 * of a mode is listed.
 */
export const unknownInTranscripts: readonly RefusedInTranscript[] = rowsOf(
  'generic-ios',
  [[], 'FastInterface 1/2', invalid],
  [[], 'sw m a vlan 200', invalid],
  [['int g0/2'], 'do sh ip unt br', invalid],
  [['end', 'disable'], 'show sun', invalid],
);

import type { InterfaceType, KinPlatform, TablePlatform } from './table-format.ts';

/** A switch whose commands are in the tables of another, and what is its own. */
export interface Kin {
  readonly like: TablePlatform;
  readonly name: string;
  readonly interfaces: readonly InterfaceType[];
  /** Where its own is from. */
  readonly sources: readonly string[];
}

const stacked = (members: string, modules: string) => `^[${members}]/${modules}/([1-9]|[1-4][0-9]|5[0-6])$`;

function ports(type: string, short: string, numbers: string, pattern: string): InterfaceType {
  return { type, short, keyword: type.toLowerCase(), numbers, pattern };
}

function channels(to: number): InterfaceType {
  const own = ports('Port-channel', 'Po', `<1-${String(to)}>`, '^\\d+$');
  return { ...own, from: 1, to, logical: true };
}

/** The logical interfaces of every Catalyst, as wide as the tables have them. */
const logical: readonly InterfaceType[] = [
  { ...ports('Vlan', 'Vl', '<1-4094>', '^\\d+$'), from: 1, to: 4094, logical: true },
  { ...ports('Loopback', 'Lo', '<0-2147483647>', '^\\d+$'), logical: true },
  { ...ports('Tunnel', 'Tu', '<0-2147483647>', '^\\d+$'), logical: true },
  { ...ports('Null', 'Nu', '0', '^0$'), logical: true },
];

const catalyst9000: readonly InterfaceType[] = [
  ports(
    'GigabitEthernet',
    'Gi',
    '<switch 1-8>/<module 0-1>/<port>, 0/0 for management',
    `^0/0$|${stacked('1-8', '[01]')}`,
  ),
  ports('TwoGigabitEthernet', 'Tw', '<switch 1-8>/0/<port>', stacked('1-8', '0')),
  ports('FiveGigabitEthernet', 'Fi', '<switch 1-8>/0/<port>', stacked('1-8', '0')),
  ports('TenGigabitEthernet', 'Te', '<switch 1-8>/<module 0-1>/<port>', stacked('1-8', '[01]')),
  ports('TwentyFiveGigE', 'Twe', '<switch 1-8>/<module 0-1>/<port>', stacked('1-8', '[01]')),
  ports('FortyGigabitEthernet', 'Fo', '<switch 1-8>/<module 0-1>/<port>', stacked('1-8', '[01]')),
  ports('HundredGigE', 'Hu', '<switch 1-8>/<module 0-1>/<port>', stacked('1-8', '[01]')),
  ports('AppGigabitEthernet', 'Ap', '<switch 1-8>/0/1', stacked('1-8', '0')),
  channels(256),
  ...logical,
];

const printed = 'printed configurations and versions of such switches in public repositories';

/** By platform, oldest first. Bounds are those of the whole series: what one model lacks another may have. */
export const kin: Readonly<Record<KinPlatform, Kin>> = {
  'catalyst-3560': {
    like: 'generic-ios',
    name: 'Catalyst 3560, 3560G, 3560-E and 3560-X, IOS 12.2 and 15.0',
    interfaces: [
      ports('FastEthernet', 'Fa', '0/<port>, 0 for management', '^0(/([1-9]|[1-4][0-9]))?$'),
      ports('GigabitEthernet', 'Gi', '<0-1>/<port>', '^[01]/([1-9]|[1-4][0-9]|5[0-2])$'),
      ports('TenGigabitEthernet', 'Te', '<0-1>/<port>', '^[01]/[1-4]$'),
      channels(48),
      ...logical,
    ],
    sources: [
      'Catalyst 3560 Switch Software Configuration Guide (OL-8553): encapsulations, MTU',
      'Catalyst 3750-X and 3560-X Switch Software Configuration Guide (OL-25303): port modes, encapsulations',
    ],
  },
  'catalyst-3750x': {
    like: 'generic-ios',
    name: 'Catalyst 3750-X, IOS 12.2(53)SE2 .. 15.2E',
    interfaces: [
      ports('GigabitEthernet', 'Gi', '<switch 1-9>/<module 0-1>/<port>', stacked('1-9', '[01]')),
      ports('TenGigabitEthernet', 'Te', '<switch 1-9>/1/<port>', stacked('1-9', '[01]')),
      ports('FastEthernet', 'Fa', '0 for management', '^0$'),
      channels(48),
      ...logical,
    ],
    sources: [
      'Catalyst 3750-X and 3560-X Switch Software Configuration Guide (OL-25303): stacks, port modes, encapsulations',
      printed,
    ],
  },
  'catalyst-2960x': {
    like: 'generic-ios',
    name: 'Catalyst 2960-X and 2960-XR, IOS 15.0(2)EX .. 15.2E',
    interfaces: [
      ports('GigabitEthernet', 'Gi', '<switch 1-8>/0/<port 1-52>', '^[1-8]/0/([1-9]|[1-4][0-9]|5[0-2])$'),
      ports('TenGigabitEthernet', 'Te', '<switch 1-8>/0/<port 1-2>', '^[1-8]/0/[12]$'),
      ports('FastEthernet', 'Fa', '0 for management', '^0$'),
      channels(48),
      ...logical,
    ],
    sources: [
      'Catalyst 2960-S, 2960-X, and 2960-XR Stacking with FlexStack and FlexStack-Plus (C11-728327): eight members',
      printed,
    ],
  },
  'catalyst-9200': {
    like: 'generic-ios',
    name: 'Catalyst 9200 and 9200L, IOS XE 16.9 and later',
    interfaces: catalyst9000,
    sources: ['Understand MTU on Catalyst 9000 Switches (217233)', printed],
  },
  'catalyst-9300': {
    like: 'generic-ios',
    name: 'Catalyst 9300 and 9300L, IOS XE 16.5 and later',
    interfaces: catalyst9000,
    sources: [
      'Interface and Hardware Components Configuration Guide, Cisco IOS XE Gibraltar 16.11.x (Catalyst 9300 Switches)',
      'Understand MTU on Catalyst 9000 Switches (217233)',
      printed,
    ],
  },
  sg350: {
    like: 'sg300',
    name: 'Cisco SG350, firmware 2.x',
    interfaces: [
      ports('GigabitEthernet', 'gi', '<1-52>', '^([1-9]|[1-4][0-9]|5[0-2])$'),
      { ...channels(8), type: 'Port-channel' },
      { ...ports('vlan', 'vlan', '<1-4094>', '^\\d+$'), from: 1, to: 4094, logical: true },
    ],
    sources: ['Cisco 350, 350X and 550X Series Managed Switches, Firmware Release 2.4, Administration Guide'],
  },
};

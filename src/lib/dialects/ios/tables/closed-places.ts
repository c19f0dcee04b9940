import type { IosPlatform, TablePlatform } from './table-format.ts';
import { tableOf } from './tables.ts';

/**
 * Beginnings of commands behind which the tables list every word that a switch takes, as its `?` does; `*` stands for a value. What is
 * listed holds for all that follows such a beginning. General knowledge of IOS, held against printed configurations of public
 * repositories (`tools/measure-ios.ts`), of which none is refused by it; `everyCatalyst` has
 * what no model adds to.
 */
const everyCatalyst = [
  'cdp run',
  'channel-group * mode active',
  'channel-group * mode on',
  'channel-group * mode passive',
  'channel-protocol',
  'duplex',
  'end',
  'errdisable recovery interval',
  'exec-timeout',
  'exit',
  'flowcontrol',
  'hostname',
  'instance',
  'ip access-group',
  'ip default-gateway',
  'ip domain-lookup',
  'ip ssh authentication-retries',
  'ip ssh time-out',
  'ip ssh version',
  'lacp port-priority',
  'lacp rate',
  'lacp system-priority',
  'lldp run',
  'mac address-table aging-time',
  'name',
  'no shutdown',
  'privilege level',
  'revision',
  'service password-encryption',
  'shutdown',
  'spanning-tree bpdufilter',
  'spanning-tree bpduguard',
  'spanning-tree cost',
  'spanning-tree extend',
  'spanning-tree guard',
  'spanning-tree loopguard',
  'spanning-tree mode',
  'spanning-tree pathcost',
  'spanning-tree port-priority',
  'spanning-tree vlan',
  'state',
  'storm-control action',
  'switchport block',
  'switchport host',
  'switchport mode',
  'switchport nonegotiate',
  'switchport protected',
  'switchport trunk allowed',
  'switchport trunk encapsulation',
  'terminal length',
  'terminal width',
  'vtp mode',
  'vtp version',
];

const catalyst2960s = [
  'access-class',
  'channel-group',
  'clock set',
  'configure',
  'crypto key generate rsa',
  'ip address',
  'ip http secure-server',
  'ip http server',
  'load-interval',
  'login',
  'mdix',
  'port-channel load-balance',
  'remote-span',
  'spanning-tree link-type',
  'speed',
  'storm-control',
  'switchport access',
  'switchport port-security',
  'switchport trunk',
  'switchport voice vlan',
  'system mtu',
  'transport input',
  'udld',
  'write memory',
];

/** Firmware 1.x, as its command line guide lists them. */
const ofSg300 = [
  'channel-group',
  'duplex',
  'flowcontrol',
  'lacp port-priority',
  'lacp system-priority',
  'port-channel load-balance',
  'shutdown',
  'spanning-tree bpduguard',
  'spanning-tree mode',
  'speed',
  'switchport access vlan',
  'switchport mode',
  'switchport trunk native vlan',
];

const byPlatform: Readonly<Record<TablePlatform, readonly string[]>> = {
  'catalyst-2960s': [...everyCatalyst, ...catalyst2960s],
  'generic-ios': everyCatalyst,
  sg300: ofSg300,
};

/** Whether all is known that may follow these words, keywords written out. */
export function isClosed(words: readonly string[], platform: IosPlatform): boolean {
  return byPlatform[tableOf(platform)].some((beginning) => {
    const parts = beginning.split(' ');
    return parts.length <= words.length && parts.every((part, index) => part === '*' || part === words[index]);
  });
}

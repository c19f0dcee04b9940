import type { IosPlatform } from '../../../dialects/ios/tables/table-format.ts';
import type { ConsoleTraits } from './console-traits.ts';

/**
 * What one switch platform has and does differently. Plain data, so that a state that holds it stays comparable and can be written
 * as JSON. A further platform is a further value of this shape; the model compares with no platform's id.
 */
export interface SwitchProfile {
  /** The key of the dialect's tables. */
  readonly id: IosPlatform;
  /** Ports of the machine by their full names, in the order of its tables; empty where they are learned from the commands that name them. */
  readonly ports: readonly string[];
  /** A port has the number of its jack alone, without member and module before it. */
  readonly flatPortNumbers: boolean;
  /** Ports that take a transceiver, by the number behind the last slash. */
  readonly transceiverPorts?: { readonly from: number; readonly to: number };
  /** A port of management alone, which belongs to no VLAN. */
  readonly managementPort?: string;
  /** What a switch prints in its configuration though nobody has set anything of it. */
  readonly factory?: { readonly interfaces: readonly string[]; readonly lines: readonly string[] };
  /** What applies where nothing is configured. */
  readonly defaults: ProfileDefaults;
  readonly vlans: VlanTraits;
  readonly channels: ChannelTraits;
  /** How large frames are let through: sizes in bytes that are read at boot, or are in effect at once, or a switch for the next boot in the configuration. */
  readonly mtu: 'system-mtu' | 'system-mtu-at-once' | 'jumbo-frames';
  /** Keywords of the command for pause frames that the port obeys. */
  readonly pauseCommand: 'flowcontrol' | 'flowcontrol receive';
  /** `spanning-tree portfast` alone has no effect on a trunk, and the switch says so. */
  readonly portfastIdleOnTrunk: boolean;
  readonly replies: ProfileReplies;
  readonly console: ConsoleTraits;
  /** What is typed to see it, and to see it whole. */
  readonly looks: ProfileLooks;
  /** Thresholds of storms are percentages with two decimals. */
  readonly stormDecimals: boolean;
  /** Text with blanks stands in quotation marks. */
  readonly quotesText: boolean;
  /** Its ports switch from the factory; where that is not known, as of a machine that may be a router, they do not. */
  readonly portsSwitch: boolean;
  /** A dynamic port also negotiates how frames are tagged, and says so. */
  readonly negotiatesTagging: boolean;
  /** `show … | include …` and its like, read as a Catalyst does. */
  readonly outputModifiers: boolean;
  /** Spanning tree numbers the ports of the first switch as their jacks are. */
  readonly treePortIsJack: boolean;
  /** `false`: it routes only where it is told to; absent where that is not known. */
  readonly routesByDefault?: false;
}

/** A setting of this value needs no line in the configuration. */
export interface ProfileDefaults {
  /** Of a port, in the words of the command line: `dynamic auto`. */
  readonly portMode: string;
  /** What a trunk carries where no list is configured. */
  readonly allowedVlans: string;
  readonly stpMode: string;
  readonly loadBalance: string;
  /** It tells its neighbours of itself by LLDP. */
  readonly lldp: boolean;
}

export interface VlanTraits {
  /** In a database of their own, which survives a reload unsaved, or as a part of the configuration. */
  readonly store: 'database' | 'configuration';
  /** VLANs that are always there. */
  readonly fixed: readonly number[];
  /** A VLAN's own name is this and its number, with zeros in front up to so many digits. */
  readonly defaultName: { readonly prefix: string; readonly digits: number };
  /** VLANs above 1005 are refused while the switch is a VTP server or client. */
  readonly extendedNeedTransparent: boolean;
  /** A missing access VLAN is made when a port is put into it. */
  readonly madeByAccess: boolean;
  /** Where a VLAN gets its name: in its own block, or at its interface. */
  readonly namedAt: 'vlan' | 'interface';
  /** How the list of a trunk is configured: as a whole, or by what to add to the one before and to remove from it. */
  readonly lists: 'whole' | 'difference';
}

export interface ChannelTraits {
  /** Interfaces of channels that are always there, `Port-channel1` to this one; without them a channel is made by its first member. */
  readonly fixed?: number;
  /** What mode `auto` speaks. */
  readonly auto: 'LACP' | 'PAgP';
  /** Who has the settings: the channel alone, or also each member, which must agree with it. */
  readonly settings: 'channel' | 'members';
  /** Most members by protocol; `none` is a static channel. LACP counts those on standby too. */
  readonly limits: { readonly LACP: number; readonly PAgP: number; readonly none: number };
}

/** The commands that show its parts. */
export interface ProfileLooks {
  /** Has outputs come whole, for the session: a pager takes the next lines of a paste for its answers. */
  readonly whole: string;
  readonly vlans: string;
  readonly channels: string;
  /** How large frames may be. */
  readonly frames: string;
  /** Its configuration names every port, also one at which nothing is set. */
  readonly everyPort: boolean;
  /** Who has a say in which VLANs there are, besides the one at the console. */
  readonly vtp?: string;
}

/** What the switch prints, where platforms differ and the wording is known. */
export interface ProfileReplies {
  /** `?` behind a line that is not clear is answered in the words of IOS. */
  readonly help: boolean;
  readonly save: readonly string[];
  /** With `{port}` and `{channel}` in place of the name and the number. */
  readonly protocolMismatch?: string;
}

/** `GigabitEthernet1/0/1`, …: a name and the numbers 1 to `count` behind it. */
export function portNames(stem: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${stem}${String(index + 1)}`);
}

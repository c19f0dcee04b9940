import type { SwitchProfile } from './profiles/profile.ts';
import type { VlanList } from './vlan-list.ts';

/**
 * What a switch remembers, in four stores that live and die apart: the running configuration, the startup configuration, the VLAN
 * database and the boot-time variables. A value: every command makes a new one. What is absent is as the factory left it.
 */
export interface SwitchState {
  readonly profile: SwitchProfile;
  /** Ports of the machine by their full names, in the order of its tables. */
  readonly ports: readonly string[];
  readonly running: Configuration;
  /** Undefined where nothing was ever saved, or it was erased. */
  readonly startup: Configuration | undefined;
  /** `vlan.dat` of a Catalyst, which is written at once and survives a reload. An SG300 has its VLANs in the configuration. */
  readonly vlanDatabase: VlanTable;
  readonly boot: BootVariables;
  /** It restarts by itself; each that is scheduled is a value of its own. Whoever has a clock lets it come. */
  readonly scheduledRestart?: ScheduledRestart;
}

export interface ScheduledRestart {
  readonly minutes: number;
}

/** VLANs by id, without those that are always there (1, and 1002 to 1005 on a Catalyst). */
export type VlanTable = ReadonlyMap<number, Vlan>;

export interface Vlan {
  /** Undefined: the name that the platform gives (`VLAN0010`). */
  readonly name?: string;
  readonly suspended?: true;
  readonly shutdown?: true;
  /** It carries mirrored frames to another switch. */
  readonly remoteSpan?: true;
}

export interface Configuration {
  readonly hostname?: string;
  readonly loadBalance?: string;
  readonly lacpSystemPriority?: number;
  readonly stpMode?: string;
  /** Undefined: server. */
  readonly vtpMode?: 'client' | 'transparent' | 'off';
  readonly gateway?: string;
  /** SG300: jumbo frames after the next restart. */
  readonly jumboFrames?: true;
  /** VLANs where they are a part of the configuration: on an SG300. */
  readonly vlans: VlanTable;
  /** By full name. A logical interface that exists has an entry, be it an empty one. */
  readonly interfaces: ReadonlyMap<string, InterfaceConfig>;
  /** Global lines that the model keeps without knowing what they do, by what they set; see `storeVerbatim`. */
  readonly lines: ReadonlyMap<string, string>;
  /** The same under `line vty 0 4` and its like, by the line that opens the block. */
  readonly lineBlocks: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Lower-case and in the words of the command line: `trunk`, `dynamic desirable`, `general`. */
export type PortMode = string;

export interface InterfaceConfig {
  readonly description?: string;
  readonly mode?: PortMode;
  readonly accessVlan?: number | 'dynamic' | 'none';
  readonly nativeVlan?: number | 'none';
  readonly allowedVlans?: VlanList;
  readonly voiceVlan?: number | 'dot1p' | 'none' | 'untagged';
  readonly nonegotiate?: true;
  readonly shutdown?: true;
  /** `100`, `auto 10 100`, `nonegotiate`. */
  readonly speed?: string;
  readonly duplex?: 'full' | 'half';
  /** SG300: the port does not negotiate its speed. */
  readonly noNegotiation?: true;
  /** On an SG300 pause frames in both directions: `on`, `auto`. */
  readonly flowcontrolReceive?: string;
  readonly flowcontrolSend?: string;
  /** `true` on access ports alone, `trunk` also on trunks. */
  readonly portfast?: true | 'trunk' | 'disable' | 'network' | 'auto';
  readonly bpduguard?: boolean;
  readonly storm?: Storm;
  readonly lacpPortPriority?: number;
  readonly channelProtocol?: 'lacp' | 'pagp';
  readonly channelGroup?: ChannelGroup;
  /** As typed: `192.168.1.2 255.255.255.0`, or `dhcp`. */
  readonly ipAddress?: string;
  /** Lines that the model keeps without knowing what they do, by what they set; see `storeVerbatim`. */
  readonly lines?: ReadonlyMap<string, string>;
}

/** Thresholds as they stand in the command: `20.00`, `bps 1m`, `pps 500`, with the falling one behind where there is one. */
export interface Storm {
  readonly broadcast?: string;
  readonly multicast?: string;
  readonly unicast?: string;
}

export interface ChannelGroup {
  readonly id: number;
  readonly mode: 'active' | 'passive' | 'on' | 'auto' | 'desirable';
  readonly protocol: ChannelProtocol;
}

export type ChannelProtocol = 'LACP' | 'PAgP' | 'none';

/** What is kept outside of the configuration and read at boot. */
export interface BootVariables {
  /** Catalyst: bytes, now and after the next reload. */
  readonly systemMtu: BootVariable<number>;
  readonly jumboMtu: BootVariable<number>;
  readonly routingMtu: BootVariable<number>;
  /** SG300: whether jumbo frames are on; what comes next stands in the configuration. */
  readonly jumboFrames: boolean;
}

export interface BootVariable<T> {
  readonly active: T;
  readonly next: T;
}

/** The VLANs that exist besides the fixed ones. */
export function vlanTable(state: SwitchState): VlanTable {
  return state.profile.vlans.store === 'configuration' ? state.running.vlans : state.vlanDatabase;
}

export function vlanExists(state: SwitchState, id: number): boolean {
  return state.profile.vlans.fixed.includes(id) || vlanTable(state).has(id);
}

/** Members of a channel, in the order of the ports. */
export function membersOf({ running, ports }: SwitchState, id: number): string[] {
  return ports.filter((name) => running.interfaces.get(name)?.channelGroup?.id === id);
}

/** `Port-channel3`, by its number; undefined for every other interface. */
export function channelId(name: string): number | undefined {
  const found = /^Port-channel(\d+)$/.exec(name);
  return found ? Number(found[1]) : undefined;
}

/** The mode of a port, configured or not. */
export function portMode({ mode }: InterfaceConfig, { profile }: SwitchState): PortMode {
  return mode ?? profile.defaults.portMode;
}

/** What a trunk carries, configured or not. */
export function allowedVlans({ allowedVlans }: InterfaceConfig, { profile }: SwitchState): VlanList {
  return allowedVlans ?? profile.defaults.allowedVlans;
}

/** The name that a VLAN has, its own or the one that the platform gives it. */
export function vlanName(id: number, { name }: Vlan, { vlans }: SwitchProfile): string {
  const { prefix, digits } = vlans.defaultName;
  return name ?? `${prefix}${String(id).padStart(digits, '0')}`;
}

/** An interface that is there only once it was entered, and can be taken away again. */
export function isCreated(name: string, { channels }: SwitchProfile): boolean {
  return (
    /^(vlan|loopback|tunnel)/i.test(name) || (channels.fixed === undefined && channelId(name) !== undefined)
  );
}

/** A port that routes instead of switching, on the models that have such. */
export function isRouted({ lines }: InterfaceConfig): boolean {
  return lines?.has('no switchport') === true;
}

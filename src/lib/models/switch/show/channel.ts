import { allowedVlans, channelId, isRouted, membersOf, portMode } from '../state.ts';
import type { ChannelProtocol, InterfaceConfig, SwitchState } from '../state.ts';
import { wiringOf } from '../wiring.ts';
import type { Wiring } from '../wiring.ts';
import { byPlace } from './interface-names.ts';

/**
 * What a member does, in the letters of `show etherchannel summary`: `P` bundled, `D` down, `I` stands alone because nobody answers,
 * `s` suspended because its settings differ from the channel's, `H` waits as the ninth or later LACP port.
 */
export type MemberFlag = 'P' | 'D' | 'I' | 's' | 'H';

export interface ChannelMember {
  readonly port: string;
  readonly flag: MemberFlag;
}

export interface Channel {
  readonly id: number;
  readonly name: string;
  /** Undefined where the channel has no members. */
  readonly protocol: ChannelProtocol | undefined;
  readonly members: readonly ChannelMember[];
  readonly routed: boolean;
  /** At least one member carries its traffic. */
  readonly inUse: boolean;
}

/** Whether a channel that speaks a protocol has ports that lead to more than one channel. */
export function isSplit(state: SwitchState, wiring: Wiring): boolean {
  return channels(state, wiring).some(({ protocol, members }) => {
    const bundled = members.filter(({ flag }) => flag === 'P');
    const partners = new Set(bundled.map(({ port }) => wiringOf(wiring, port).aggregator));
    return protocol !== 'none' && partners.size > 1;
  });
}

/** LACP bundles eight ports and keeps up to eight more in reserve. */
const activeLacpPorts = 8;

/** The channels of a switch by ascending number, those without members included. */
export function channels(state: SwitchState, wiring: Wiring): Channel[] {
  return [...state.running.interfaces.keys()]
    .filter((name) => channelId(name) !== undefined)
    .sort(byPlace)
    .map((name) => channelOf(name, state, wiring));
}

function channelOf(name: string, state: SwitchState, wiring: Wiring): Channel {
  const id = channelId(name)!;
  const channel = state.running.interfaces.get(name) ?? {};
  const ports = membersOf(state, id)
    .sort(byPlace)
    .map((port) => ({ port, config: state.running.interfaces.get(port)! }));
  const up = ({ port, config }: (typeof ports)[number]) =>
    wiringOf(wiring, port).cabled && !config.shutdown && !channel.shutdown;
  const first = ports.find(up);
  const candidates = ports.map((member) => ({
    ...member,
    flag: !up(member)
      ? 'D'
      : !isCompatible(member.config, channel, first!.config, state)
        ? 's'
        : member.config.channelGroup!.mode === 'on' || wiringOf(wiring, member.port).answers
          ? 'P'
          : ('I' as MemberFlag),
  }));
  const standby = new Set(
    candidates
      .filter(({ config, flag }) => flag === 'P' && config.channelGroup!.protocol === 'LACP')
      // The lower number has the higher priority; of two alike the port with the lower number.
      .sort((a, b) => lacpPriority(a.config) - lacpPriority(b.config))
      .slice(activeLacpPorts),
  );
  const members = candidates.map((member) => ({
    port: member.port,
    flag: standby.has(member) ? ('H' as const) : member.flag,
  }));
  return {
    id,
    name,
    protocol: ports[0]?.config.channelGroup!.protocol,
    members,
    routed: isRouted(channel),
    inUse: members.some(({ flag }) => flag === 'P'),
  };
}

function lacpPriority({ lacpPortPriority }: InterfaceConfig): number {
  return lacpPortPriority ?? 32768;
}

/**
 * Whether a port may be bundled: on a Catalyst it has the VLAN settings of its channel, and speed and duplex of the other members. An
 * SG300 gives its members the settings of the channel, so that they cannot differ.
 */
function isCompatible(
  member: InterfaceConfig,
  channel: InterfaceConfig,
  first: InterfaceConfig,
  state: SwitchState,
): boolean {
  return (
    state.profile.channels.settings === 'channel' ||
    (vlanSettings(member, state) === vlanSettings(channel, state) &&
      speedAndDuplex(member) === speedAndDuplex(first))
  );
}

function vlanSettings(config: InterfaceConfig, state: SwitchState): string {
  if (isRouted(config)) return 'routed';
  const mode = portMode(config, state);
  const access = `access ${String(config.accessVlan ?? 1)}`;
  const trunk = `native ${String(config.nativeVlan ?? 1)} allowed ${allowedVlans(config, state)}`;
  return mode === 'access'
    ? `${mode} ${access}`
    : mode === 'trunk'
      ? `${mode} ${trunk}`
      : `${mode} ${access} ${trunk}`;
}

function speedAndDuplex({ speed, duplex }: InterfaceConfig): string {
  return `${speed ?? 'auto'} ${duplex ?? 'auto'}`;
}

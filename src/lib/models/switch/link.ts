import type { ChannelGroup, InterfaceConfig, PortMode, SwitchState } from './state.ts';
import { isRouted, portMode } from './state.ts';

/** An end of a cable between two switches, as it is configured. */
export interface LinkEnd {
  readonly state: SwitchState;
  /** By the name that the switch itself has for it. */
  readonly port: string;
}

/** What both ends make of a cable between them. */
export interface LinkState {
  /** Neither end is shut down. */
  readonly up: boolean;
  /** The far end takes part in the protocol of the near end's channel; `on` asks nobody. */
  readonly answers: boolean;
  /** Whether the near end trunks, be it by what both say to each other; undefined where its mode is none that is known. */
  readonly trunks: boolean | undefined;
}

export function linkState(near: LinkEnd, far: LinkEnd): LinkState {
  return {
    up: !isShut(near) && !isShut(far),
    answers: agrees(groupAt(near), groupAt(far)),
    trunks: trunks(near, far),
  };
}

/** The channel that a port is put into. */
export function groupAt({ state, port }: LinkEnd): ChannelGroup | undefined {
  return state.running.interfaces.get(port)?.channelGroup;
}

/** The settings that hold at a port: where members have none of their own, those of the channel. */
export function settingsAt(end: LinkEnd): InterfaceConfig {
  const { interfaces } = end.state.running;
  const group = groupAt(end);
  const channel = group && interfaces.get(channelName(group));
  const own = interfaces.get(end.port) ?? {};
  return group && end.state.profile.channels.settings === 'channel' ? (channel ?? {}) : own;
}

export function channelName({ id }: ChannelGroup): string {
  return `Port-channel${String(id)}`;
}

/** By itself, or with its channel. */
export function isShut(end: LinkEnd): boolean {
  const { interfaces } = end.state.running;
  const group = groupAt(end);
  return (
    interfaces.get(end.port)?.shutdown === true ||
    (group !== undefined && interfaces.get(channelName(group))?.shutdown === true)
  );
}

/** Whether two ports make a channel: of one protocol, which one of them begins to speak. */
export function agrees(near: ChannelGroup | undefined, far: ChannelGroup | undefined): boolean {
  if (!near || near.protocol !== far?.protocol) return false;
  return near.protocol === 'none' || begins(near) || begins(far);
}

/** LACP waits in mode `passive`; PAgP in mode `auto`, which is LACP elsewhere, and begins there. */
export function begins({ mode, protocol }: ChannelGroup): boolean {
  return protocol === 'PAgP' ? mode === 'desirable' : mode !== 'passive';
}

/** By DTP, which a switch speaks where its ports are dynamic from the factory. */
function trunks(near: LinkEnd, far: LinkEnd): boolean | undefined {
  const [own, other] = [modeAt(near), modeAt(far)];
  if (own === 'trunk') return true;
  if (own === 'access' || own === 'routed') return false;
  if (own !== 'dynamic auto' && own !== 'dynamic desirable') return undefined;
  if (!isDynamic(far.state.profile.defaults.portMode) || settingsAt(far).nonegotiate) return false;
  if (other === 'trunk') return true;
  return isDynamic(other) && (own === 'dynamic desirable' || other === 'dynamic desirable');
}

export function modeAt(end: LinkEnd): PortMode {
  const settings = settingsAt(end);
  return isRouted(settings) ? 'routed' : portMode(settings, end.state);
}

function isDynamic(mode: PortMode): boolean {
  return mode.startsWith('dynamic ');
}

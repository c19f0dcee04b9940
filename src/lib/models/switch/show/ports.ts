import { isRouted, portMode, vlanTable } from '../state.ts';
import type { InterfaceConfig, SwitchState } from '../state.ts';
import { wiringOf } from '../wiring.ts';
import type { Wiring } from '../wiring.ts';
import { channels } from './channel.ts';
import type { Channel, MemberFlag } from './channel.ts';
import { byPlace } from './interface-names.ts';

/** A port or a channel, and what it does with the cables and partners that the wiring tells of. */
export interface ShownPort {
  readonly name: string;
  readonly config: InterfaceConfig;
  /** Up and able to carry traffic by itself: neither without link nor suspended nor in reserve. */
  readonly carries: boolean;
  readonly status: 'connected' | 'notconnect' | 'disabled' | 'suspended' | 'inactive';
  /**
   * What it is for. A port that would negotiate a trunk counts as an access port where nothing is known of what the partner says.
   */
  readonly use: 'access' | 'trunk' | 'routed';
  /** Of an access port; undefined where it is told to have none, gets one from a server, or is a channel that is down. */
  readonly accessVlan: number | undefined;
  /** Of a member of a channel. */
  readonly member?: MemberFlag;
  /** Of a channel. */
  readonly channel?: Channel;
}

/** The ports in the order of the tables, and the channels behind them. */
export function switchPorts(state: SwitchState, wiring: Wiring): ShownPort[] {
  const all = channels(state, wiring);
  const flags = new Map(all.flatMap(({ members }) => members.map(({ port, flag }) => [port, flag])));
  return [
    ...[...state.ports].sort(byPlace).map((name) => {
      const { cabled, trunks } = wiringOf(wiring, name);
      return portOf(name, { linked: cabled, trunks }, flags.get(name), undefined, state);
    }),
    ...all.map((channel) => {
      const bundled = channel.members.find(({ flag }) => flag === 'P');
      const trunks = bundled && wiringOf(wiring, bundled.port).trunks;
      return portOf(channel.name, { linked: channel.inUse, trunks }, undefined, channel, state);
    }),
  ];
}

function portOf(
  name: string,
  { linked, trunks }: { readonly linked: boolean; readonly trunks: boolean | undefined },
  member: MemberFlag | undefined,
  channel: Channel | undefined,
  state: SwitchState,
): ShownPort {
  const config = state.running.interfaces.get(name) ?? {};
  const use = name === state.profile.managementPort ? 'routed' : useOf(config, trunks, state);
  const accessVlan = config.accessVlan ?? 1;
  // A channel without a member in use has no VLAN assigned.
  const assigned = use === 'access' && (!channel || channel.inUse);
  const vlan = assigned && typeof accessVlan === 'number' ? accessVlan : undefined;
  const status = config.shutdown
    ? 'disabled'
    : !linked || member === 'D'
      ? 'notconnect'
      : member === 's' || member === 'H'
        ? 'suspended'
        : vlan !== undefined && !isActive(state, vlan)
          ? 'inactive'
          : 'connected';
  return {
    name,
    config,
    carries: status === 'connected' || status === 'inactive',
    status,
    use,
    accessVlan: vlan,
    ...(member && { member }),
    ...(channel && { channel }),
  };
}

function useOf(config: InterfaceConfig, trunks: boolean | undefined, state: SwitchState): ShownPort['use'] {
  if (isRouted(config)) return 'routed';
  return (trunks ?? portMode(config, state) === 'trunk') ? 'trunk' : 'access';
}

/** A VLAN that exists and is not switched off; 1002 to 1005 carry nothing. */
export function isActive(state: SwitchState, id: number): boolean {
  if (id === 1) return true;
  const vlan = vlanTable(state).get(id);
  return vlan !== undefined && !vlan.suspended && !vlan.shutdown;
}

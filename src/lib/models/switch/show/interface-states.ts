import { allowedVlans, vlanExists } from '../state.ts';
import type { SwitchState } from '../state.ts';
import { holdsVlan } from '../vlan-list.ts';
import type { Wiring } from '../wiring.ts';
import { byPlace, vlanInterfaceId } from './interface-names.ts';
import { isActive, switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';

export interface InterfaceUp {
  readonly admin: 'up' | 'down' | 'admin down';
  readonly protocol: 'up' | 'down';
  /** Of a port or a channel. */
  readonly port?: ShownPort;
}

/**
 * Every interface, in the order of the tables that list all: VLANs, ports, what else is logical. The interface of a VLAN is up with the
 * first port that carries the VLAN.
 */
export function interfaceStates(state: SwitchState, wiring: Wiring): ReadonlyMap<string, InterfaceUp> {
  const ports = new Map(switchPorts(state, wiring).map((port) => [port.name, port]));
  const { factory } = state.profile;
  const all = [...state.ports, ...(factory?.interfaces ?? []), ...state.running.interfaces.keys()];
  const names = [...new Set(all)].sort((one, other) => kindOf(one) - kindOf(other) || byPlace(one, other));
  return new Map(
    names.map((name) => {
      const port = ports.get(name);
      return [name, { ...upOf(name, port, ports, state), ...(port && { port }) }];
    }),
  );
}

function kindOf(name: string): number {
  if (vlanInterfaceId(name) !== undefined) return 0;
  return /^(Loopback|Port-channel|Tunnel)/.test(name) ? 2 : 1;
}

function upOf(
  name: string,
  port: ShownPort | undefined,
  ports: ReadonlyMap<string, ShownPort>,
  state: SwitchState,
): InterfaceUp {
  if (state.running.interfaces.get(name)?.shutdown) return { admin: 'admin down', protocol: 'down' };
  if (port) {
    if (port.carries) return { admin: 'up', protocol: 'up' };
    return { admin: port.status === 'suspended' ? 'up' : 'down', protocol: 'down' };
  }
  const vlan = vlanInterfaceId(name);
  if (vlan === undefined) return { admin: 'up', protocol: 'up' };
  if (!vlanExists(state, vlan)) return { admin: 'down', protocol: 'down' };
  const carried =
    isActive(state, vlan) &&
    [...ports.values()].some(
      ({ carries, use, accessVlan, config }) =>
        carries && (use === 'trunk' ? holdsVlan(allowedVlans(config, state), vlan) : accessVlan === vlan),
    );
  return { admin: 'up', protocol: carried ? 'up' : 'down' };
}

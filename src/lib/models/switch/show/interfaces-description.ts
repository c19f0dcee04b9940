import { allowedVlans, vlanExists } from '../state.ts';
import type { SwitchState } from '../state.ts';
import { holdsVlan } from '../vlan-list.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { byPlace, shortName, vlanInterfaceId } from './interface-names.ts';
import { isActive, switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';

const columns = { interface: 0, status: 31, protocol: 46, description: 55 };

/**
 * `show interfaces [X] description` of a Catalyst; undefined for an interface that does not exist. The interface of a VLAN is up with the
 * first port that carries the VLAN.
 */
export function interfacesDescription(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const ports = new Map(switchPorts(state, wiring).map((port) => [port.name, port]));
  const all = [...new Set([...state.ports, ...state.running.interfaces.keys()])].sort(
    (one, other) => kindOf(one) - kindOf(other) || byPlace(one, other),
  );
  const names = all.filter((one) => name === undefined || one === name);
  if (names.length === 0) return undefined;
  return [
    'Interface                      Status         Protocol Description',
    ...names.map((one) => {
      const [status, protocol] = stateOf(one, ports, state);
      return atColumns(
        [columns.interface, shortName(one, state.profile.id)],
        [columns.status, status],
        [columns.protocol, protocol],
        [columns.description, state.running.interfaces.get(one)?.description ?? ''],
      );
    }),
  ].join('\n');
}

/** VLANs come first here, then ports, then what else is logical. */
function kindOf(name: string): number {
  if (vlanInterfaceId(name) !== undefined) return 0;
  return /^(Loopback|Port-channel|Tunnel)/.test(name) ? 2 : 1;
}

function stateOf(
  name: string,
  ports: ReadonlyMap<string, ShownPort>,
  state: SwitchState,
): readonly [status: string, protocol: string] {
  if (state.running.interfaces.get(name)?.shutdown) return ['admin down', 'down'];
  const port = ports.get(name);
  if (port)
    return port.carries ? ['up', 'up'] : port.status === 'suspended' ? ['up', 'down'] : ['down', 'down'];
  const vlan = vlanInterfaceId(name);
  if (vlan === undefined) return ['up', 'up'];
  if (!vlanExists(state, vlan)) return ['down', 'down'];
  const carried =
    isActive(state, vlan) &&
    [...ports.values()].some(
      ({ carries, use, accessVlan, config }) =>
        carries && (use === 'trunk' ? holdsVlan(allowedVlans(config, state), vlan) : accessVlan === vlan),
    );
  return carried ? ['up', 'up'] : ['up', 'down'];
}

import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import { withOthers } from './unknown-ports.ts';

const columns = { interface: 0, status: 31, protocol: 46, description: 55 };

/** `show interfaces [X] description` of a Catalyst; undefined for an interface that does not exist. */
export function interfacesDescription(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const rows = [...interfaceStates(state, wiring)].filter(([one]) => name === undefined || one === name);
  if (rows.length === 0 && name !== undefined) return undefined;
  const lines = rows.map(([one, { admin, protocol }]) =>
    atColumns(
      [columns.interface, shortName(one, state.profile.id)],
      [columns.status, admin],
      [columns.protocol, protocol],
      [columns.description, state.running.interfaces.get(one)?.description ?? ''],
    ),
  );
  return [
    'Interface                      Status         Protocol Description',
    ...(name === undefined ? withOthers(lines, state) : lines),
  ].join('\n');
}

import { allowedVlans, vlanName, vlanTable } from '../state.ts';
import type { SwitchState, Vlan } from '../state.ts';
import { holdsVlan } from '../vlan-list.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns, centered, wrapped } from './columns.ts';
import { shortName } from './interface-names.ts';
import type { ShownPort } from './ports.ts';
import { isInChannel, portRuns, sg300Ports } from './sg300-ports.ts';

const columns = { id: 0, idWidth: 4, name: 5, nameWidth: 17, ports: 23, portsWidth: 27, by: 51, byWidth: 16 };

/**
 * `show vlan` of an SG300 with firmware 1.4: every port that is a member, tagged or not, down ones included. Undefined where a port is in a
 * mode whose membership is not modelled.
 */
export function sg300Vlan(state: SwitchState, wiring: Wiring): string | undefined {
  const ports = sg300Ports(state, wiring).filter((port) => !isInChannel(port));
  if (ports.some((port) => !membershipIsKnown(port))) return undefined;
  const vlans = [...new Map<number, Vlan>([[1, {}], ...vlanTable(state)])].sort(([a], [b]) => a - b);
  return [
    'Created by: D-Default, S-Static, G-GVRP, R-Radius Assigned VLAN',
    '',
    'Vlan       Name                   Ports               Created by',
    '---- ----------------- --------------------------- ----------------',
    ...vlans.flatMap(([id, vlan]) => {
      const members = ports
        .filter((port) => sg300Membership(port, id, state))
        .map((port) => shortName(port.name, state.profile.id));
      return rows(id, vlanName(id, vlan, state.profile), portRuns(members));
    }),
  ].join('\n');
}

export function membershipIsKnown({ config: { mode } }: ShownPort): boolean {
  return mode === undefined || mode === 'trunk' || mode === 'access';
}

/** How a port, or channel, carries a VLAN; undefined where it does not. */
export function sg300Membership(
  { config }: ShownPort,
  id: number,
  state: SwitchState,
): 'Tagged' | 'Untagged' | undefined {
  if (config.mode === 'access') return (config.accessVlan ?? 1) === id ? 'Untagged' : undefined;
  if ((config.nativeVlan ?? 1) === id) return 'Untagged';
  // A trunk with another native VLAN than the factory's leaves VLAN 1.
  return id !== 1 && holdsVlan(allowedVlans(config, state), id) ? 'Tagged' : undefined;
}

/** What does not fit its column goes on below, left-aligned; what fits is centred. */
function rows(id: number, name: string, ports: readonly string[]): string[] {
  const names = name.match(new RegExp(`.{1,${String(columns.nameWidth)}}`, 'gu')) ?? [''];
  const lists = wrapped(ports, columns.portsWidth, ',');
  const placed = (parts: readonly string[], width: number) =>
    parts.length === 1 ? [centered(parts[0]!, width)] : parts;
  const nameCells = placed(names, columns.nameWidth);
  const portCells = placed(lists, columns.portsWidth);
  return Array.from({ length: Math.max(nameCells.length, portCells.length, 1) }, (_, at) =>
    atColumns(
      [columns.id, at === 0 ? centered(String(id), columns.idWidth) : ''],
      [columns.name, nameCells[at] ?? ''],
      [columns.ports, portCells[at] ?? ''],
      [columns.by, at === 0 ? centered(id === 1 ? 'D' : 'S', columns.byWidth) : ''],
    ),
  );
}

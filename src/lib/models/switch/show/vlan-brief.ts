import { unknownValue } from '../../unknown-value.ts';
import { vlanName, vlanTable } from '../state.ts';
import type { SwitchState, Vlan } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns, wrapped } from './columns.ts';
import { shortName } from './interface-names.ts';
import { switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';
import { mayHaveOthers } from './unknown-ports.ts';

/** Columns of the table, and how wide its last is. */
const columns = { id: 0, name: 5, status: 38, ports: 48, portsWidth: 31 };

const unsupported: ReadonlyMap<number, string> = new Map([
  [1002, 'fddi-default'],
  [1003, 'token-ring-default'],
  [1004, 'fddinet-default'],
  [1005, 'trnet-default'],
]);

/** By number, those that are always there with them, each with its name. */
export function shownVlans(state: SwitchState): (readonly [id: number, name: string, vlan: Vlan])[] {
  const vlans = new Map<number, Vlan>([[1, { name: 'default' }], ...vlanTable(state)]);
  for (const [id, name] of unsupported) vlans.set(id, { name });
  return [...vlans]
    .sort(([a], [b]) => a - b)
    .map(([id, vlan]) => [id, vlanName(id, vlan, state.profile), vlan] as const);
}

/** `show vlan brief` of a Catalyst; of some of its VLANs where they are given. */
export function vlanBrief(state: SwitchState, wiring: Wiring, ids?: ReadonlySet<number>): string {
  const ports = switchPorts(state, wiring);
  return [
    '',
    'VLAN Name                             Status    Ports',
    '---- -------------------------------- --------- -------------------------------',
    ...shownVlans(state)
      .filter(([id]) => ids?.has(id) ?? true)
      .flatMap(([id, ownName, vlan]) => {
        const names = ports
          .filter((port) => isListed(port, id))
          .map(({ name }) => shortName(name, state.profile.id));
        // Ports of which nothing is known are in the first VLAN, as delivered.
        const [first = '', ...more] =
          id === 1 && mayHaveOthers(state) ? [unknownValue] : wrapped(names, columns.portsWidth, ', ');
        return [
          atColumns(
            [columns.id, String(id)],
            [columns.name, ownName],
            [columns.status, statusOf(id, vlan)],
            [columns.ports, withoutComma(first)],
          ),
          ...more.map((line) => atColumns([columns.ports, withoutComma(line)])),
          ...(first === unknownValue ? [unknownValue] : []),
        ];
      }),
  ].join('\n');
}

/** Access ports, by their own VLAN and by the one that their telephone has. What is bundled is listed as its channel. */
function isListed({ use, member, accessVlan, config }: ShownPort, id: number): boolean {
  return use === 'access' && member !== 'P' && (accessVlan === id || config.voiceVlan === id);
}

function statusOf(id: number, { suspended, shutdown }: Vlan): string {
  if (unsupported.has(id)) return 'act/unsup';
  if (shutdown) return suspended ? 'sus/lshut' : 'act/lshut';
  return suspended ? 'suspended' : 'active';
}

/** A line that is broken has no comma at the break. */
function withoutComma(line: string): string {
  return line.replace(/,$/, '');
}

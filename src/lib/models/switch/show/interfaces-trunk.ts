import { unknownValue } from '../../unknown-value.ts';
import { allowedVlans, vlanTable } from '../state.ts';
import type { SwitchState } from '../state.ts';
import { toVlanList, vlansOf } from '../vlan-list.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns, wrapped } from './columns.ts';
import { shortName } from './interface-names.ts';
import { isActive, switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';

const columns = { port: 0, list: 12, mode: 12, encapsulation: 29, status: 44, native: 58, width: 80 };

/**
 * `show interfaces [X] trunk` of a Catalyst: the ports that are trunks now. Named for one interface it also prints what that would be;
 * what a member of a channel and a trunk without link carry is not known. Spanning tree is taken to forward on every VLAN that exists.
 */
export function interfacesTrunk(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const ports = switchPorts(state, wiring).filter((port) =>
    name === undefined ? isTrunking(port) : port.name === name,
  );
  if (name !== undefined) {
    const [port] = ports;
    if (!port || port.use === 'routed') return undefined;
  }
  if (ports.length === 0) return '';
  const table = (title: string, vlans: (port: ShownPort) => number[]) => [
    '',
    atColumns([columns.port, 'Port'], [columns.list, title]),
    ...ports.flatMap((port) =>
      isTold(port)
        ? listRows(port, vlans(port), state)
        : [atColumns([columns.port, shortName(port.name, state.profile.id)], [columns.list, unknownValue])],
    ),
  ];
  return [
    '',
    'Port        Mode             Encapsulation  Status        Native vlan',
    ...ports.map((port) =>
      atColumns(
        [columns.port, shortName(port.name, state.profile.id)],
        [columns.mode, administrative(port)],
        [columns.encapsulation, encapsulation(port, state)],
        [columns.status, statusOf(port)],
        [columns.native, String(port.config.nativeVlan ?? 1)],
      ),
    ),
    ...table('Vlans allowed on trunk', (port) => allowed(port, state)),
    ...table('Vlans allowed and active in management domain', (port) =>
      allowed(port, state).filter((id) => id === 1 || exists(state, id)),
    ),
    ...table('Vlans in spanning tree forwarding state and not pruned', (port) =>
      allowed(port, state).filter((id) => isActive(state, id)),
    ),
  ].join('\n');
}

function isTrunking({ use, carries, member }: ShownPort): boolean {
  return use === 'trunk' && carries && member !== 'P';
}

/** What it carries follows from its settings. */
function isTold({ use, carries, member }: ShownPort): boolean {
  return (member === undefined || member === 'I') && (use !== 'trunk' || carries);
}

function statusOf(port: ShownPort): string {
  if (port.member === 'P' && port.use === 'trunk') return 'trnk-bndl';
  return isTrunking(port) ? 'trunking' : 'not-trunking';
}

function administrative({ config: { mode }, use }: ShownPort): string {
  if (mode === 'dynamic desirable') return 'desirable';
  if (use === 'trunk') return mode === 'trunk' ? 'on' : 'auto';
  return mode === undefined || mode === 'dynamic auto' ? 'auto' : 'off';
}

/** Models that know Cisco's own encapsulation keep the command that chooses one; what is negotiated of it nothing tells. */
function encapsulation({ config: { lines, mode }, use }: ShownPort, { profile }: SwitchState): string {
  const chosen = /^switchport trunk encapsulation (\w+)$/m.exec([...(lines?.values() ?? [])].join('\n'))?.[1];
  if (chosen === 'isl') return 'isl';
  if (!profile.negotiatesTagging || chosen === 'dot1q') return '802.1q';
  const isNegotiated = chosen === 'negotiate' || (use === 'trunk' && mode !== 'trunk') || use !== 'trunk';
  return isNegotiated ? (use === 'trunk' ? unknownValue : 'negotiate') : '802.1q';
}

/** A port that is no trunk carries the VLAN that it gives access to. */
function allowed({ use, config, accessVlan }: ShownPort, state: SwitchState): number[] {
  if (use === 'trunk') return vlansOf(allowedVlans(config, state));
  return accessVlan === undefined ? [] : [accessVlan];
}

function exists(state: SwitchState, id: number): boolean {
  const vlan = vlanTable(state).get(id);
  return vlan !== undefined && !vlan.suspended;
}

function listRows({ name }: ShownPort, vlans: readonly number[], { profile }: SwitchState): string[] {
  // These tables join a run of two as well: the very switch that prints `3,4` in its configuration has `3-4` here.
  const parts = toVlanList(vlans, 2).split(',');
  const [first = '', ...more] = wrapped(parts, columns.width - columns.list, ',');
  return [
    atColumns([columns.port, shortName(name, profile.id)], [columns.list, first]),
    ...more.map((line) => atColumns([columns.list, line])),
  ];
}

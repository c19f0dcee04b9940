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
 * `show interfaces [X] trunk` of a Catalyst: the ports that are trunks now. Named for one interface it also prints what that would be,
 * as long as it is a plain port: undefined for a member of a channel and for a trunk without link, whose lines are not known.
 * Spanning tree is taken to forward on every VLAN that exists.
 */
export function interfacesTrunk(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const ports = switchPorts(state, wiring).filter((port) =>
    name === undefined ? isTrunking(port) : port.name === name,
  );
  if (name !== undefined) {
    const [port] = ports;
    if (!port || port.use === 'routed' || port.member || (port.use === 'trunk' && !port.carries))
      return undefined;
  }
  // What is negotiated of the tagging has other names, which nothing tells for certain.
  if (state.profile.negotiatesTagging && ports.some(isNegotiated)) return undefined;
  if (ports.length === 0) return '';
  const table = (title: string, vlans: (port: ShownPort) => number[]) => [
    '',
    atColumns([columns.port, 'Port'], [columns.list, title]),
    ...ports.flatMap((port) => listRows(port, vlans(port), state)),
  ];
  return [
    '',
    'Port        Mode             Encapsulation  Status        Native vlan',
    ...ports.map((port) =>
      atColumns(
        [columns.port, shortName(port.name, state.profile.id)],
        [columns.mode, administrative(port)],
        [columns.encapsulation, encapsulation(port)],
        [columns.status, isTrunking(port) ? 'trunking' : 'not-trunking'],
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

function isNegotiated({ config: { mode }, use }: ShownPort): boolean {
  return use === 'trunk' && mode !== 'trunk';
}

function administrative({ config: { mode }, use }: ShownPort): string {
  if (mode === 'dynamic desirable') return 'desirable';
  if (use === 'trunk') return mode === 'trunk' ? 'on' : 'auto';
  return mode === undefined || mode === 'dynamic auto' ? 'auto' : 'off';
}

/** Models that know Cisco's own encapsulation keep the command that chooses one. */
function encapsulation({ config: { lines } }: ShownPort): string {
  return lines && [...lines.values()].includes('switchport trunk encapsulation isl') ? 'isl' : '802.1q';
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

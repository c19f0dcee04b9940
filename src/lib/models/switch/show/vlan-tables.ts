import { unknownValue } from '../../unknown-value.ts';
import { vlanTable } from '../state.ts';
import type { SwitchState } from '../state.ts';
import { toVlanList, vlansOf } from '../vlan-list.ts';
import type { Wiring } from '../wiring.ts';
import { shownVlans, vlanBrief } from './vlan-brief.ts';

/** Of the VLANs of other networks than Ethernet, which are always there: type, STP and mode of bridging as 802.10 knew them. */
const types: Readonly<Record<number, readonly [type: string, stp: string, bridge: string]>> = {
  1002: ['fddi', '-', '-'],
  1003: ['tr', '-', 'srb'],
  1004: ['fdnet', 'ieee', '-'],
  1005: ['trnet', 'ibm', '-'],
};
const header = [
  'VLAN Type  SAID       MTU   Parent RingNo BridgeNo Stp  BrdgMode Trans1 Trans2',
  '---- ----- ---------- ----- ------ ------ -------- ---- -------- ------ ------',
];
const remoteRuler = '-'.repeat(78);

/** `show vlan` of a Catalyst: the table of ports, then what each VLAN is. */
export function vlanTables(state: SwitchState, wiring: Wiring): string {
  return [
    vlanBrief(state, wiring),
    '',
    ...header,
    ...shownVlans(state).map(([id]) => typeRow(id)),
    '',
    'Remote SPAN VLANs',
    remoteRuler,
    toVlanList(remoteSpan(state), 2),
    '',
    'Primary Secondary Type              Ports',
    '------- --------- ----------------- ------------------------------------------',
    ...([...state.running.lines.values()].some((line) => line.includes('private-vlan'))
      ? [unknownValue]
      : []),
    '',
  ].join('\n');
}

/** `show vlan id N` and `show vlan name X`; undefined where such a VLAN has no answer that is known. */
export function vlanById(state: SwitchState, wiring: Wiring, list: string): string {
  const known = new Set(shownVlans(state).map(([id]) => id));
  const ids = vlansOf(list).filter((id) => known.has(id));
  if (ids.length === 0) return `VLAN id ${list} not found in current VLAN database`;
  return oneVlan(state, wiring, ids);
}

export function vlanByName(state: SwitchState, wiring: Wiring, name: string): string {
  const found = shownVlans(state).filter(([, shown]) => shown === name);
  if (found.length === 0) return `VLAN name ${name} not found in current VLAN database`;
  return oneVlan(
    state,
    wiring,
    found.map(([id]) => id),
  );
}

function oneVlan(state: SwitchState, wiring: Wiring, ids: readonly number[]): string {
  const remote = new Set(remoteSpan(state));
  return [
    vlanBrief(state, wiring, new Set(ids)),
    '',
    ...header,
    ...ids.map(typeRow),
    '',
    'Remote SPAN VLAN',
    '----------------',
    ids.some((id) => remote.has(id)) ? 'Enabled' : 'Disabled',
    '',
    'Primary Secondary Type              Ports',
    '------- --------- ----------------- ------------------------------------------',
    '',
  ].join('\n');
}

/** `show vlan summary`: of those that are always there only the four of other networks do not count as normal ones. */
export function vlanSummary(state: SwitchState): string {
  const ids = shownVlans(state).map(([id]) => id);
  const extended = ids.filter((id) => id > 1005).length;
  return [
    `Number of existing VLANs              : ${String(ids.length)}`,
    ` Number of existing VTP VLANs         : ${String(ids.length - extended)}`,
    ` Number of existing extended VLANS    : ${String(extended)}`,
    '',
  ].join('\n');
}

function typeRow(id: number): string {
  const [type, stp, bridge] = types[id] ?? ['enet', '-', '-'];
  return `${String(id).padEnd(5)}${type.padEnd(6)}${String(100000 + id).padEnd(11)}1500  -      -      -        ${stp.padEnd(5)}${bridge.padEnd(9)}0      0`;
}

function remoteSpan(state: SwitchState): number[] {
  return [...vlanTable(state)].filter(([, vlan]) => vlan.remoteSpan).map(([id]) => id);
}

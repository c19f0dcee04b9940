import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { shortName } from './interface-names.ts';
import { switchPorts } from './ports.ts';
import { withOthers } from './unknown-ports.ts';

const tables = [
  ['Port', 'Align-Err', 'FCS-Err', 'Xmit-Err', 'Rcv-Err', 'UnderSize', 'OutDiscards'],
  ['Port', 'Single-Col', 'Multi-Col', 'Late-Col', 'Excess-Col', 'Carri-Sen', 'Runts'],
];
const inOut = [
  ['Port', 'InOctets', 'InUcastPkts', 'InMcastPkts', 'InBcastPkts'],
  ['Port', 'OutOctets', 'OutUcastPkts', 'OutMcastPkts', 'OutBcastPkts'],
];

/** `show interfaces [X] counters errors` of a Catalyst: the tables without what was counted. */
export function countersErrors(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  return counters(tables, state, wiring, name);
}

/** `show interfaces [X] counters` */
export function countersOf(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  return counters(inOut, state, wiring, name);
}

function counters(
  heads: readonly (readonly string[])[],
  state: SwitchState,
  wiring: Wiring,
  name: string | undefined,
): string | undefined {
  const ports = switchPorts(state, wiring).filter((port) => name === undefined || port.name === name);
  if (ports.length === 0 && name !== undefined) return undefined;
  const row = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(at === 1 ? 14 : 13))).join('');
  const rows = (head: readonly string[]) =>
    ports.map((port) =>
      row([shortName(port.name, state.profile.id), ...head.slice(1).map(() => unknownValue)]),
    );
  return heads
    .map((head) =>
      ['', row(head), ...(name === undefined ? withOthers(rows(head), state) : rows(head))].join('\n'),
    )
    .join('\n');
}

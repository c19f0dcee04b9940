import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { routingProcesses } from './routing-processes.ts';

/** The heads differ between images in what they call the protocol; without a process nothing is printed. */
function ofEachProcess(state: SwitchState, text: (id: string) => readonly string[]): string {
  return routingProcesses(state)
    .filter(({ protocol }) => protocol === 'eigrp')
    .flatMap(({ id }) => text(id))
    .join('\n');
}

/** `show ip eigrp neighbors`: who answers is not known. */
export function eigrpNeighbors(state: SwitchState): string {
  return ofEachProcess(state, () => [
    unknownValue,
    `H   Address                 Interface${unknownValue}Hold Uptime   SRTT   RTO  Q  Seq`,
    unknownValue,
  ]);
}

/** `show ip eigrp topology`: whose it is, and what its letters mean. */
export function eigrpTopology(state: SwitchState): string {
  return ofEachProcess(state, (id) => [
    `${unknownValue}Topology Table for AS(${id})/ID(${unknownValue})`,
    unknownValue,
    'Codes: P - Passive, A - Active, U - Update, Q - Query, R - Reply,',
    unknownValue,
  ]);
}

/** `show ip eigrp interfaces`: the head. */
export function eigrpInterfaces(state: SwitchState): string {
  return ofEachProcess(state, () => [
    unknownValue,
    `Interface${unknownValue}Peers${unknownValue}`,
    unknownValue,
  ]);
}

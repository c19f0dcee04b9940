import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { globalLines } from './kept-lines.ts';
import { treeName, trees } from './tree.ts';

/** Where the numbers of the table end. */
const ends = [30, 40, 49, 60, 71];
const ruler = '---------------------- -------- --------- -------- ---------- ----------';

/**
 * `show spanning-tree summary` of a Catalyst with IOS 12.2(55) to 15.0; later images have further lines. Of a tree whose root may be
 * another bridge only the number of its ports is known.
 */
export function spanningTreeSummary(state: SwitchState, wiring: Wiring): string | undefined {
  const all = trees(state, wiring);
  if (!all) return undefined;
  const lines = globalLines(state);
  const has = (line: RegExp) => `is ${lines.some((one) => line.test(one)) ? 'enabled' : 'disabled'}`;
  const not = (line: RegExp) => `is ${lines.some((one) => line.test(one)) ? 'disabled' : 'enabled'}`;
  const own = all.filter(({ isRoot }) => isRoot);
  const roots = own.length === all.length ? own.map(treeName).join(', ') || 'none' : unknownValue;
  const total = all.reduce((sum, { ports }) => sum + ports.length, 0);
  return [
    `Switch is in ${state.running.stpMode ?? state.profile.defaults.stpMode} mode`,
    `Root bridge for: ${roots}`,
    `Extended system ID           ${not(/^no spanning-tree extend system-id$/)}`,
    `Portfast Default             ${has(/^spanning-tree portfast (edge )?default$/)}`,
    `PortFast BPDU Guard Default  ${has(/^spanning-tree portfast (edge )?bpduguard default$/)}`,
    `Portfast BPDU Filter Default ${has(/^spanning-tree portfast (edge )?bpdufilter default$/)}`,
    `Loopguard Default            ${has(/^spanning-tree loopguard default$/)}`,
    `EtherChannel misconfig guard ${not(/^no spanning-tree etherchannel guard misconfig$/)}`,
    `UplinkFast                   ${has(/^spanning-tree uplinkfast/)}`,
    `BackboneFast                 ${has(/^spanning-tree backbonefast$/)}`,
    `Configured Pathcost method used is ${lines.includes('spanning-tree pathcost method long') ? 'long' : 'short'}`,
    '',
    'Name                   Blocking Listening Learning Forwarding STP Active',
    ruler,
    ...all.map((tree) => row(treeName(tree), tree.hasOthers ? undefined : tree.ports.length, tree.isRoot)),
    ruler,
    row(
      `${String(all.length)} vlan${all.length === 1 ? '' : 's'}`,
      all.some(({ hasOthers }) => hasOthers) ? undefined : total,
      own.length === all.length,
    ),
  ].join('\n');
}

function row(name: string, ports: number | undefined, forwards: boolean | undefined): string {
  const all = ports === undefined ? unknownValue : String(ports);
  const numbers = forwards
    ? ['0', '0', '0', all, all]
    : [unknownValue, unknownValue, unknownValue, unknownValue, all];
  return numbers.reduce((line, number, at) => line.padEnd(ends[at]! - number.length) + number, name);
}

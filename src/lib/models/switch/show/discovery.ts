import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { shortName } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import { globalLines, interfaceLinesKept, lastValue } from './kept-lines.ts';
import { neighbors } from './neighbors.ts';
import { switchPorts } from './ports.ts';
import { mayHaveOthers } from './unknown-ports.ts';

const noLldp = '% LLDP is not enabled';
const noCdp = '% CDP is not enabled';

/** `show lldp`: how often, and for how long, the switch tells of itself. */
export function lldpSettings(state: SwitchState): string {
  const lines = globalLines(state);
  if (!lines.includes('lldp run')) return noLldp;
  return [
    'Global LLDP Information:',
    '    Status: ACTIVE',
    `    LLDP advertisements are sent every ${lastValue(lines, 'lldp timer') ?? '30'} seconds`,
    `    LLDP hold time advertised is ${lastValue(lines, 'lldp holdtime') ?? '120'} seconds`,
    `    LLDP interface reinitialisation delay is ${lastValue(lines, 'lldp reinit') ?? '2'} seconds`,
  ].join('\n');
}

/** `show lldp neighbors [X] detail`: of those whose state is known name and port. */
export function lldpNeighborsDetail(state: SwitchState, wiring: Wiring, name?: string): string {
  if (!globalLines(state).includes('lldp run')) return noLldp;
  const { rows, mayBeMore } = neighbors(state, wiring, 'lldp', 'no lldp receive');
  const own = rows.filter(({ port }) => name === undefined || port.name === name);
  return [
    unknownValue,
    ...own.flatMap(({ port, partner }) => [
      '------------------------------------------------',
      `Local Intf: ${shortName(port.name, state.profile.id)}`,
      unknownValue,
      `Port id: ${shortName(partner.port, state.profile.id)}`,
      unknownValue,
      `System Name: ${partner.name}`,
      unknownValue,
    ]),
    `Total entries displayed: ${mayBeMore ? unknownValue : String(own.length)}`,
  ].join('\n');
}

/** `show lldp interface [X]`: whether it speaks and hears there. */
export function lldpInterfaces(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  if (!globalLines(state).includes('lldp run')) return noLldp;
  const ports = switchPorts(state, wiring).filter(
    (port) => !port.channel && (name === undefined || port.name === name),
  );
  if (name !== undefined && ports.length === 0) return undefined;
  return [
    unknownValue,
    ...ports.flatMap((port) => {
      const lines = interfaceLinesKept(port.config);
      const is = (off: string) => (lines.includes(off) ? 'disabled' : 'enabled');
      return [
        `${port.name}:`,
        `    Tx: ${is('no lldp transmit')}`,
        `    Rx: ${is('no lldp receive')}`,
        unknownValue,
      ];
    }),
  ].join('\n');
}

/** `show lldp traffic`: the lines without what was counted. */
export function lldpTraffic(state: SwitchState): string {
  if (!globalLines(state).includes('lldp run')) return noLldp;
  const counted = ['frames out', 'entries aged', 'frames in', 'frames received in error', 'frames discarded'];
  return [
    unknownValue,
    'LLDP traffic statistics:',
    ...[...counted, 'TLVs discarded', 'TLVs unrecognized'].map(
      (what) => `    Total ${what}: ${unknownValue}`,
    ),
  ].join('\n');
}

/** `show cdp interface [X]`: the interfaces that speak CDP, and when. */
export function cdpInterfaces(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const lines = globalLines(state);
  if (lines.includes('no cdp run')) return noCdp;
  const ports = new Set(switchPorts(state, wiring).flatMap((port) => (port.channel ? [] : [port.name])));
  const rows = [...interfaceStates(state, wiring)].flatMap(([one, { admin, protocol }]) => {
    const config = state.running.interfaces.get(one) ?? {};
    if (!ports.has(one) || interfaceLinesKept(config).includes('no cdp enable')) return [];
    if (name !== undefined && one !== name) return [];
    const is = admin === 'admin down' ? 'administratively down' : admin;
    return [
      `${one} is ${is}, line protocol is ${protocol}`,
      `  Encapsulation ${unknownValue}`,
      `  Sending CDP packets every ${lastValue(lines, 'cdp timer') ?? '60'} seconds`,
      `  Holdtime is ${lastValue(lines, 'cdp holdtime') ?? '180'} seconds`,
    ];
  });
  if (rows.length > 0) return [...rows, unknownValue].join('\n');
  return name === undefined && mayHaveOthers(state)
    ? [`${unknownValue} is ${unknownValue}, line protocol is ${unknownValue}`, unknownValue].join('\n')
    : undefined;
}

/** `show cdp traffic`: the head; what was counted is not known. */
export function cdpTraffic(state: SwitchState): string {
  return globalLines(state).includes('no cdp run') ? noCdp : ['CDP counters :', unknownValue].join('\n');
}

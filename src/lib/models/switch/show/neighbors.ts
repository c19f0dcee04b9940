import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { wiringOf } from '../wiring.ts';
import type { Partner, Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { globalLines, interfaceLinesKept, lastValue } from './kept-lines.ts';
import { switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';

/**
 * `show cdp neighbors` of a Catalyst: the switches whose state is known at the other ends. Which other devices speak the protocol is
 * not known.
 */
export function cdpNeighbors(state: SwitchState, wiring: Wiring, at?: string): string {
  if (globalLines(state).includes('no cdp run')) return '% CDP is not enabled';
  const { rows, mayBeMore } = neighbors(state, wiring, 'cdp', 'no cdp enable', at);
  return [
    'Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge',
    '                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone,',
    unknownValue,
    'Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID',
    ...rows.flatMap(({ port, partner }) => [
      ...(mayBeMore ? [unknownValue] : []),
      ...row(partner.name, 16, [
        [17, cdpName(port.name)],
        [36, unknownValue],
        [46, unknownValue],
        [68, cdpName(partner.port)],
      ]),
    ]),
    unknownValue,
  ].join('\n');
}

/** `show cdp`: how often, and for how long, the switch tells of itself. */
export function cdpSettings(state: SwitchState): string {
  const lines = globalLines(state);
  if (lines.includes('no cdp run')) return '% CDP is not enabled';
  return [
    'Global CDP information:',
    `        Sending CDP packets every ${lastValue(lines, 'cdp timer') ?? '60'} seconds`,
    `        Sending a holdtime value of ${lastValue(lines, 'cdp holdtime') ?? '180'} seconds`,
    `        Sending CDPv2 advertisements is  ${lines.includes('no cdp advertise-v2') ? 'disabled' : 'enabled'}`,
  ].join('\n');
}

/**
 * `show cdp neighbors [X] detail` and `show cdp entry NAME`: of those whose state is known name and port. `*` is every name.
 */
export function cdpNeighborsDetail(state: SwitchState, wiring: Wiring, name = '*', at?: string): string {
  if (globalLines(state).includes('no cdp run')) return '% CDP is not enabled';
  const { rows } = neighbors(state, wiring, 'cdp', 'no cdp enable');
  const wanted = rows.filter(
    ({ port, partner }) => (name === '*' || partner.name === name) && (at === undefined || port.name === at),
  );
  return [
    unknownValue,
    ...wanted.flatMap(({ port, partner }) => [
      '-------------------------',
      `Device ID: ${partner.name}`,
      unknownValue,
      `Interface: ${port.name},  Port ID (outgoing port): ${partner.port}`,
      unknownValue,
    ]),
  ].join('\n');
}

/** `show lldp neighbors` of a Catalyst, which speaks LLDP only where it is told to. */
export function lldpNeighbors(state: SwitchState, wiring: Wiring, at?: string): string {
  if (!globalLines(state).includes('lldp run')) return '% LLDP is not enabled';
  const { rows, mayBeMore } = neighbors(state, wiring, 'lldp', 'no lldp receive', at);
  return [
    'Capability codes:',
    '    (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device',
    '    (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other',
    '',
    'Device ID           Local Intf     Hold-time  Capability      Port ID',
    ...rows.flatMap(({ port, partner }) => [
      ...(mayBeMore ? [unknownValue] : []),
      ...row(partner.name.slice(0, 20), 20, [
        [20, shortName(port.name, state.profile.id)],
        [35, unknownValue],
        [46, unknownValue],
        [62, shortName(partner.port, state.profile.id)],
      ]),
    ]),
    ...(mayBeMore ? [unknownValue] : []),
    '',
    `Total entries displayed: ${mayBeMore ? unknownValue : String(rows.length)}`,
  ].join('\n');
}

function row(name: string, width: number, cells: readonly (readonly [number, string])[]): string[] {
  return name.length > width ? [name, atColumns(...cells)] : [atColumns([0, name], ...cells)];
}

export function neighbors(
  state: SwitchState,
  wiring: Wiring,
  protocol: 'cdp' | 'lldp',
  off: string,
  at?: string,
): { rows: { port: ShownPort; partner: Partner }[]; mayBeMore: boolean } {
  const linked = switchPorts(state, wiring).filter(
    ({ channel, name, status, config }) =>
      !channel &&
      (at === undefined || name === at) &&
      status !== 'disabled' &&
      wiringOf(wiring, name).cabled &&
      !interfaceLinesKept(config).includes(off),
  );
  const rows = linked.flatMap((port) => {
    const { partner } = wiringOf(wiring, port.name);
    return partner?.[protocol] ? [{ port, partner }] : [];
  });
  return { rows, mayBeMore: linked.some(({ name }) => !wiringOf(wiring, name).partner) };
}

/** The first three letters of the type, and the number behind a blank. */
function cdpName(name: string): string {
  const [, type = name, number = ''] = /^(\D+)(.*)$/.exec(name) ?? [];
  return `${type.trim().slice(0, 3)} ${number}`;
}

import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { byPlace } from './interface-names.ts';
import { globalLines, lastValue } from './kept-lines.ts';
import { mayHaveOthers } from './unknown-ports.ts';

/** `show users`: the heads of both tables; who has logged in is not known. */
export function users(): string {
  return [
    '    Line       User       Host(s)              Idle       Location',
    unknownValue,
    '  Interface    User               Mode         Idle     Peer Address',
    unknownValue,
  ].join('\n');
}

/** `show line`: the head, whose columns are the same in all images but for a number before the type. */
export function terminalLines(): string {
  return [`   Tty${unknownValue}Typ     Tx/Rx    A Modem  Roty AccO AccI${unknownValue}`, unknownValue].join(
    '\n',
  );
}

/** `show processes [cpu]`: the load is not known. */
export function processes(): string {
  const load = (time: string) => `${time}: ${unknownValue}`;
  return [
    `CPU utilization for ${load('five seconds')}; ${load('one minute')}; ${load('five minutes')}`,
    ` PID ${unknownValue}`,
    unknownValue,
  ].join('\n');
}

/** `show inventory`: which parts there are is not known. */
export function inventory(): string {
  return [
    unknownValue,
    `NAME: ${unknownValue}, DESCR: ${unknownValue}`,
    `PID: ${unknownValue}, VID: ${unknownValue}, SN: ${unknownValue}`,
    unknownValue,
  ].join('\n');
}

/** `show flash:` of a switch: what lies there is not known. A machine that may be a router answers in another way. */
export function flash(state: SwitchState): string | undefined {
  if (mayHaveOthers(state)) return undefined;
  return [
    '',
    'Directory of flash:/',
    '',
    unknownValue,
    `${unknownValue} bytes total (${unknownValue} bytes free)`,
  ].join('\n');
}

/** `show vtp password` */
export function vtpPassword(state: SwitchState): string {
  const password = lastValue(globalLines(state), 'vtp password')?.split(' ')[0];
  return password === undefined ? 'The VTP password is not configured.' : `VTP Password: ${password}`;
}

/** `show vtp counters`: the lines without what was counted. */
export function vtpCounters(): string {
  const kinds = ['Summary', 'Subset', 'Request'];
  const ways = ['received', 'transmitted'];
  const errors = ['config revision errors', 'config digest errors', 'V1 summary errors'];
  const row = (what: string) => `${what.padEnd(35)}: ${unknownValue}`;
  return [
    '',
    'VTP statistics:',
    ...ways.flatMap((way) => kinds.map((kind) => row(`${kind} advertisements ${way}`))),
    ...errors.map((what) => row(`Number of ${what}`)),
    unknownValue,
  ].join('\n');
}

/** `show sdm prefer`: which template is in use is read at boot. */
export function sdmTemplate(): string {
  return [` The current template is ${unknownValue}`, unknownValue].join('\n');
}

/** `show ntp associations`: the servers that are configured; undefined where none is, which images answer in their own ways. */
export function ntpAssociations(state: SwitchState): string | undefined {
  const servers = globalLines(state).flatMap((line) => /^ntp (?:server|peer) ([\d.]+)/.exec(line)?.[1] ?? []);
  if (servers.length === 0) return undefined;
  return [
    `${unknownValue}address         ref clock ${unknownValue}poll reach  delay  offset${unknownValue}disp`,
    ...servers.sort(byPlace).flatMap((server) => [unknownValue, `${unknownValue}~${server} ${unknownValue}`]),
    unknownValue,
  ].join('\n');
}

/** `show ntp status`: undefined where nobody sets the clock, which images answer in their own ways. */
export function ntpStatus(state: SwitchState): string | undefined {
  if (!globalLines(state).some((line) => /^ntp (?:server|peer|master)/.test(line))) return undefined;
  return [`Clock is ${unknownValue}, stratum ${unknownValue}, ${unknownValue}`, unknownValue].join('\n');
}

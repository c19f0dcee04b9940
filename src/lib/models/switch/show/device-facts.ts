import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { globalLines, lastValue } from './kept-lines.ts';

/** `show version`: what is true of every machine, which is little more than its name. */
export function version({ running }: SwitchState): string {
  return [
    `Cisco IOS${unknownValue}`,
    unknownValue,
    `${running.hostname ?? unknownValue} uptime is ${unknownValue}`,
    unknownValue,
    `Configuration register is ${unknownValue}`,
    unknownValue,
  ].join('\n');
}

/** `show clock`: the time zone. */
export function clock(state: SwitchState): string {
  const zone = lastValue(globalLines(state), 'clock timezone')?.split(' ')[0] ?? 'UTC';
  const summer = lastValue(globalLines(state), 'clock summer-time');
  return `${unknownValue} ${summer === undefined ? zone : unknownValue} ${unknownValue}`;
}

/** Severities by their numbers, as `logging trap` takes both. */
const severities = [
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
];

/** `show logging`: where messages go; how many there were and what they say is not known. */
export function logging(state: SwitchState): string {
  const lines = globalLines(state);
  const to = (kind: string, otherwise: string) => {
    if (lines.includes(`no logging ${kind}`)) return 'disabled';
    const words = lastValue(lines, `logging ${kind}`)?.split(' ') ?? [];
    const level = words.find((word) => severities.includes(word) || /^[0-7]$/.test(word)) ?? otherwise;
    return `level ${severities[Number(level)] ?? level}, ${unknownValue}`;
  };
  const size = /^logging buffered (\d{4,})/.exec(
    lines.findLast((line) => line.startsWith('logging buffered ')) ?? '',
  )?.[1];
  const hosts = lines.flatMap((line) => /^logging (?:host )?(\d+(?:\.\d+){3})/.exec(line)?.[1] ?? []);
  return [
    `Syslog logging: ${lines.includes('no logging on') ? 'disabled' : 'enabled'} ${unknownValue}`,
    unknownValue,
    `    Console logging: ${to('console', 'debugging')}`,
    unknownValue,
    `    Monitor logging: ${to('monitor', 'debugging')}`,
    unknownValue,
    `    Buffer logging:  ${to('buffered', 'debugging')}`,
    unknownValue,
    `    Trap logging: ${to('trap', 'informational')}`,
    ...hosts.flatMap((host) => [unknownValue, `        Logging to ${host} ${unknownValue}`]),
    unknownValue,
    `Log Buffer (${size ?? '4096'} bytes):`,
    unknownValue,
  ].join('\n');
}

/** `show reload`: whether the switch restarts by itself; how long that is from now a clock would have to say. */
export function scheduledReload({ scheduledRestart }: SwitchState): string {
  return scheduledRestart ? `Reload scheduled in ${unknownValue} by console` : 'No reload is scheduled.';
}

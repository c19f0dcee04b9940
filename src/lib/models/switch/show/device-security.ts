import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { globalLines } from './kept-lines.ts';

/** `show login` of a Catalyst: how failed logins are answered; how many there were is not known. */
export function login(state: SwitchState): string {
  const lines = globalLines(state);
  const last = (pattern: RegExp) =>
    lines.flatMap((line) => [pattern.exec(line) ?? []]).findLast((one) => one.length > 0);
  const [, seconds, attempts, within] = last(/^login block-for (\d+) attempts (\d+) within (\d+)$/) ?? [];
  const delay = last(/^login delay (\d+)$/)?.[1] ?? (seconds === undefined ? undefined : '1');
  const quiet = last(/^login quiet-mode access-class (\S+)$/)?.[1];
  const isOn = seconds !== undefined;
  return [
    delay === undefined
      ? '     No login delay has been applied.'
      : `     A login delay of ${delay} seconds is applied.`,
    `     ${quiet === undefined ? 'No Quiet-Mode access list has been configured.' : `Quiet-Mode access list ${quiet} is applied.`}`,
    ...(lines.includes('login on-success log') ? ['     All successful login is logged.'] : []),
    ...(lines.includes('login on-failure log') ? ['     All failed login is logged.'] : []),
    '',
    ...(isOn
      ? [
          '     Router enabled to watch for login Attacks.',
          `     If more than ${attempts!} login failures occur in ${within!} seconds or less,`,
          `     logins will be disabled for ${seconds} seconds.`,
          '',
          unknownValue,
        ]
      : ['     Router NOT enabled to watch for login Attacks']),
  ].join('\n');
}

/** `show interfaces status err-disabled` of a Catalyst: nothing of what shuts ports down happens in the model. */
export function errDisabled(): string {
  return ['', 'Port      Name               Status       Reason               Err-disabled Vlans'].join('\n');
}

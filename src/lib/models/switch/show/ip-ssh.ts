import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { globalLines, lastValue } from './kept-lines.ts';

/** Without a version the server takes both, which it calls 1.99. */
const versions: Readonly<Record<string, string>> = { '1': '1.5', '2': '2.0' };

/** `show ip ssh`: whether there is a key, without which SSH is disabled, stands in no configuration. */
export function ipSsh(state: SwitchState): string {
  const lines = globalLines(state);
  const version = versions[lastValue(lines, 'ip ssh version') ?? ''] ?? '1.99';
  const timeout = lastValue(lines, 'ip ssh time-out') ?? '120';
  const retries = lastValue(lines, 'ip ssh authentication-retries') ?? '3';
  return [
    `SSH ${unknownValue} - version ${version}`,
    unknownValue,
    `Authentication timeout: ${timeout} secs; Authentication retries: ${retries}`,
    unknownValue,
  ].join('\n');
}

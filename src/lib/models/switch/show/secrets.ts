import { unknownValue } from '../../unknown-value.ts';

/**
 * A kept line as a Catalyst prints it: a secret as a hash, which nobody knows before the switch has made it; a password as it was typed, or
 * scrambled where `service password-encryption` is on.
 */
export function printedSecret(line: string, isScrambled: boolean): string {
  const secret = /^(enable secret|username \S+ (?:privilege \d+ )?secret)( level \d+)? (?:0 )?(\S.*)$/.exec(
    line,
  );
  if (secret) {
    const [, command, level = '', text] = secret as unknown as [string, string, string | undefined, string];
    return /^[4589] \S+$/.test(text) ? line : `${command}${level} ${unknownValue}`;
  }
  const password = /^((?:enable |username \S+ (?:privilege \d+ )?)?password)( level \d+)? (\S.*)$/.exec(line);
  if (!password) return line;
  const [, command, level = '', text] = password as unknown as [string, string, string | undefined, string];
  if (/^[57] \S+$/.test(text)) return line;
  const plain = text.replace(/^0 /, '');
  if (isScrambled) return `${command}${level} 7 ${unknownValue}`;
  return `${command}${level} ${command.startsWith('username') ? '0 ' : ''}${plain}`;
}

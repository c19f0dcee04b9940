import type { OpenText } from './session.ts';

/**
 * The text behind a line that begins with `certificate`: hexadecimal digits up to a line with `quit`. Undefined where the line names the
 * file that has it, as `show startup-config` prints it (`certificate self-signed 01 nvram:IOS-Self-Sig#1.cer`).
 */
export function certificateText(line: string): OpenText | undefined {
  return /\s[\w-]+:\S+\s*$/.test(line)
    ? undefined
    : { until: 'quit', alone: true, hexadecimal: true, lines: [] };
}

/** Whether a line can be of a certificate: digits, in groups as switches print them, or nothing. */
export function isHexadecimal(line: string): boolean {
  return /^[\s\da-f]*$/i.test(line);
}

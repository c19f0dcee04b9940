/** Text of several lines that is not for the command line: of a banner, a macro, a certificate. */
export interface OpenText {
  /** What ends it. */
  readonly until: string;
  /** It must stand on a line of its own. */
  readonly alone?: true;
  /** It is of digits alone: where a command of configuration stands in it, somebody has left out its end. */
  readonly hexadecimal?: true;
  /** The command that it belongs to, keywords written out; undefined where nobody keeps the text. */
  readonly opening?: string;
  /** The lines of it so far; the first one is what stands behind the command. */
  readonly lines: readonly string[];
}

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

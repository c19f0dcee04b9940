/** A line of a diff without its sign. */
export interface DiffLine {
  readonly text: string;
  readonly sign: '+' | '-' | ' ' | '';
  /** `head`: names of files and places, which are in neither side. */
  readonly mark: 'ins' | 'del' | 'head' | undefined;
}

/** What the lines of a diff say beside its two sides; `---` only where `+++` follows. */
const heads =
  /^(?:diff --git |index [\da-f]+\.\.|@@ -\d|\\ No newline|(?:new|deleted) file mode |similarity index )/;

/**
 * The lines of a diff. Written by hand, it often has no column of signs before what stays: then lines without a sign are as they stand,
 * and a blank behind every sign only sets it apart.
 */
export function diffLines(code: string): DiffLine[] {
  const lines = code.split('\n');
  const isHead = (line: string, index: number) =>
    heads.test(line) ||
    (/^---(?: |$)/.test(line) && /^\+\+\+ /.test(lines[index + 1] ?? '')) ||
    (/^\+\+\+ /.test(line) && /^---(?: |$)/.test(lines[index - 1] ?? ''));
  const body = lines.filter((line, index) => !isHead(line, index) && line !== '');
  const hasColumn = body.every((line) => /^[-+ ]/.test(line));
  const isApart = !hasColumn && body.every((line) => /^(?:[-+](?: |$)|[^-+])/.test(line));
  return lines.map((line, index): DiffLine => {
    if (isHead(line, index)) return { text: line, sign: '', mark: 'head' };
    const sign = line[0];
    if (sign === '+' || sign === '-')
      return { text: line.slice(isApart ? 2 : 1), sign, mark: sign === '+' ? 'ins' : 'del' };
    return { text: hasColumn ? line.slice(1) : line, sign: ' ', mark: undefined };
  });
}

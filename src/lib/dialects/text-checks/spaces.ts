import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nameOf } from './characters.ts';
import { regionAt } from './lexical-regions.ts';
import type { PlainCode, Spot } from './report.ts';
import { reportByLine } from './report.ts';

const oddSpaces = /[\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;

/** Spaces that look like the one on the keyboard and are another; `taken`: the dialect reads them as blanks between words all the same. */
export function checkSpaces(code: PlainCode, taken = false): Diagnostic[] {
  const { text, lexical } = code;
  const spots: Spot[] = [];
  const between: Spot[] = [];
  for (const match of text.matchAll(oddSpaces)) {
    const start = match.index;
    const end = start + match[0].length;
    const kind = regionAt(lexical, start)?.kind;
    if (kind === 'comment' || kind === 'here-string') continue;
    if (kind === 'string' && isTypography(text[start - 1], text[end])) continue;
    // Behind the backtick of a continuation it is no blank between words.
    const isBetween = taken && kind !== 'string' && text[start - 1] !== '`';
    (isBetween ? between : spots).push({ start, end, replacement: ' '.repeat(match[0].length) });
  }
  const describe = ([first]: readonly Spot[]) => ({
    message: `${nameOf(text[first!.start]!)} stands where a plain space belongs.`,
    label: 'looks like a space',
    hint: 'Type a space with the space bar in its place.',
    title: 'Write plain spaces',
  });
  return [
    ...reportByLine(code, 'hygiene/no-break-space', spots, describe),
    ...reportByLine(code, 'hygiene/no-break-space', between, describe, { severity: 'warning' }),
  ];
}

/** In prose: before French punctuation, between the groups of a number, beside a script that has such spaces. */
function isTypography(before = '', after = ''): boolean {
  return (
    /[:;!?»]/.test(after) ||
    before === '«' ||
    (/\d/.test(before) && /\d/.test(after)) ||
    before > '\u024F' ||
    after > '\u024F'
  );
}

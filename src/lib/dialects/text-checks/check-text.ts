import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Slice } from '../../source/slice.ts';
import { checkCurlyQuotes } from './curly-quotes.ts';
import { checkEntities } from './entities.ts';
import { checkHomoglyphs } from './homoglyphs.ts';
import { checkBidi, checkControls, checkZeroWidth } from './invisible.ts';
import type { TextConventions } from './conventions.ts';
import { checkLongDashes } from './long-dashes.ts';
import { checkLostBackslashes } from './lost-backslashes.ts';
import { checkOutputLines } from './output-lines.ts';
import { checkPrompts } from './prompts.ts';
import { checkPublicAddresses } from './public-addresses.ts';
import type { Code } from './report.ts';
import { rulesInOutput } from './rules.ts';
import { checkSecrets } from './secrets.ts';
import { checkSpaces } from './spaces.ts';

const plainAscii = /^[\t\n\r\x20-\x7E]*$/;

/**
 * What commands pick up on their way through blogs, word processors and terminals, and what should never be published. `bundled`: the
 * text goes into the script of a bundle; elsewhere what the shell takes as it stands is a warning.
 */
export function checkText(slice: Slice, conventions: TextConventions, bundled: boolean): Diagnostic[] {
  const { text } = slice;
  const code: Code = { slice, text, conventions, bundled, lexical: conventions.regions(text) };
  const output = checkOutputLines(code);
  const found = [
    ...checkPrompts(code),
    ...(text.includes('&') ? checkEntities(code) : []),
    ...checkLostBackslashes(code),
    ...checkSecrets(code),
    ...checkPublicAddresses(code),
  ];
  if (!plainAscii.test(text)) {
    for (const item of checkCurlyQuotes(code)) found.push(item);
    for (const item of checkLongDashes(code)) found.push(item);
    for (const item of checkSpaces(code, conventions.spacesTaken && !bundled)) found.push(item);
    for (const item of checkZeroWidth(code)) found.push(item);
    for (const item of checkBidi(code)) found.push(item);
    for (const item of checkControls(code, conventions.spacesTaken && !bundled)) found.push(item);
    for (const item of checkHomoglyphs(code)) found.push(item);
  }
  // Within output, one diagnostic says it all.
  const rest = found.filter(
    ({ rule, range }) => rulesInOutput.has(rule) || !isIn(output, range.start.offset),
  );
  return withoutEndlessFixes(
    [...output, ...rest].sort(
      (a, b) => a.range.start.offset - b.range.start.offset || a.range.end.offset - b.range.end.offset,
    ),
  );
}

/** Places that the fixes of one text may mend: a long script that went through a word processor has a tenth of them. */
const mostEdits = 10_000;

/** Leaves out the fixes that would mend more places than anybody's text has, be they of one line or of all. */
function withoutEndlessFixes(found: readonly Diagnostic[]): Diagnostic[] {
  let edits = 0;
  return found.map((diagnostic) => {
    const { fix, ...unmended } = diagnostic;
    const count = fix?.edits.length ?? 0;
    if (edits + count > mostEdits) return unmended;
    edits += count;
    return diagnostic;
  });
}

/** Whether one of `places`, which are in order and apart, holds an offset of the file. */
function isIn(places: readonly Diagnostic[], offset: number): boolean {
  let low = 0;
  let high = places.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = places[middle]!.range;
    if (offset < start.offset) high = middle - 1;
    else if (offset >= end.offset) low = middle + 1;
    else return true;
  }
  return false;
}

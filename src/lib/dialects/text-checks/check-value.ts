import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Slice } from '../../source/slice.ts';
import { checkHomoglyphs } from './homoglyphs.ts';
import { checkBidi, checkControls, checkZeroWidth } from './invisible.ts';
import type { PlainCode } from './report.ts';
import { checkSpaces } from './spaces.ts';

/**
 * The characters of a text that is put into commands of any dialect, and of names that commands refer to. It is judged as the content of
 * a string, which it becomes: what is a letter or typography of some language is its author's own.
 */
export function checkValue(slice: Slice): Diagnostic[] {
  const code = stringOf(slice);
  return [...checkSpaces(code), ...checkZeroWidth(code), ...checkBidi(code), ...checkHomoglyphs(code)];
}

/** The control characters of a text that people read. */
export function checkProse(slice: Slice): Diagnostic[] {
  return checkControls(stringOf(slice));
}

function stringOf(slice: Slice): PlainCode {
  const { text } = slice;
  const whole = { kind: 'string', start: 0, end: text.length } as const;
  return { slice, text, lexical: { regions: [whole], strings: [], apostrophes: [] } };
}

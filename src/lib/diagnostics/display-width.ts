/** A character as a terminal shows it: what is printed, and how many columns it takes. */
export interface DisplayCell {
  readonly text: string;
  readonly width: number;
}

/**
 * The cell of the character at `column` (from 0) of the shown line. Tabs become spaces to the next multiple of four; what
 * cannot be seen, or would move other text, is shown by its code: `‹U+200B›`.
 */
export function cellOf(character: string, column: number): DisplayCell {
  if (character === '\t') {
    const width = 4 - (column % 4);
    return { text: ' '.repeat(width), width };
  }
  if (invisible.test(character)) {
    const text = `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
    return { text, width: text.length };
  }
  if (/\p{M}/u.test(character)) return { text: character, width: 0 };
  return { text: character, width: wide.test(character) ? 2 : 1 };
}

/** Controls, formats, surrogates without a partner, separators other than the space, fillers. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00A0\u1680\u2000-\u200A\u202F\u205F\u034F\u115F\u1160\u3164\uFFA0\uFE00-\uFE0F]/u;

/** East Asian wide and fullwidth characters, and emoji shown as pictures. */
const wide =
  /[\u1100-\u115E\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;

/** Text of one line in which everything that cannot be seen is shown by its code. */
export function showInvisible(text: string): string {
  return [...text]
    .map((character) => (invisible.test(character) ? cellOf(character, 0).text : character))
    .join('');
}

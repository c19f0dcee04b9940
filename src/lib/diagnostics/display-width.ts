import stringWidth from 'string-width';

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
    const text = codeOf(character);
    return { text, width: text.length };
  }
  return { text: character, width: stringWidth(character) };
}

/** Text of one line in which everything that cannot be seen is shown by its code. */
export function showInvisible(text: string): string {
  return text.replace(everyInvisible, (character) => codeOf(character));
}

/** As `showInvisible`, of a text of several lines: its line feeds and tabs stay. */
export function printable(text: string): string {
  return text.replace(everyInvisible, (character) =>
    character === '\n' || character === '\t' ? character : codeOf(character),
  );
}

/**
 * JSON, indented, ended by a line feed, in which everything that cannot be seen is written by its code: the same value, and nothing that a
 * terminal would act on.
 */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, null, 2).replace(beyondAscii, (run) =>
    run.replace(everyInvisible, (character) => character.split('').map(escapedUnit).join('')),
  );
  return `${json}\n`;
}

/** What may be invisible: nearly all of a long report is known to be seen without asking Unicode for each character. */
const beyondAscii = /[^\n\x20-\x7E]+/g;

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function codeOf(character: string): string {
  return `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/**
 * Controls, formats, surrogates without a partner, separators other than the space, and what Unicode says is drawn as nothing:
 * fillers, joiners, variation selectors.
 */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00A0\u1680\u2000-\u200A\u202F\u205F]/u;

const everyInvisible = new RegExp(invisible.source, 'gu');

import type { Outlines } from './outlines.ts';
import { unitsPerEm } from './outlines.ts';

/** More characters than an image has room for, so that a text of a million takes no longer than one of these. */
const mostCharacters = 600;

/**
 * A text as the outlines can draw it: without pictures and signs that they do not have, such as emoji. Undefined where letters or digits
 * are missing, so that nothing would be left that can be read.
 */
export function drawable(text: string, { glyphs }: Outlines): string | undefined {
  const characters = [
    ...text
      .normalize('NFC')
      // Keycaps and what joins or varies emoji: they belong to signs that are left out.
      .replace(/[\p{Default_Ignorable_Code_Point}\p{Me}]/gu, '')
      .replace(/\s+/gu, ' '),
  ].slice(0, mostCharacters);
  const isMissing = (character: string) => !Object.hasOwn(glyphs, character);
  if (characters.some((character) => isMissing(character) && /[\p{L}\p{N}\p{M}]/u.test(character)))
    return undefined;
  const drawn = characters.filter((character) => !isMissing(character)).join('');
  return drawn.replace(/ +/g, ' ').trim() || undefined;
}

/** How wide a text is at a size, in pixels. */
export function widthOf(text: string, size: number, outlines: Outlines): number {
  return (unitsOf(text, outlines) * size) / unitsPerEm;
}

/** How wide a text is at any size, in thousandths of an em. */
function unitsOf(text: string, outlines: Outlines): number {
  let units = 0;
  let before = '';
  for (const character of text) {
    units += (outlines.kerning[before + character] ?? 0) + outlines.glyphs[character]![0];
    before = character;
  }
  return units;
}

/** A character of a line, by how far it stands from the line's beginning, and how far it moves what follows, in pixels. */
export interface PlacedGlyph {
  readonly character: string;
  readonly x: number;
  readonly advance: number;
}

export function place(text: string, size: number, { glyphs, kerning }: Outlines): PlacedGlyph[] {
  const scale = size / unitsPerEm;
  let x = 0;
  let before = '';
  return [...text].map((character) => {
    x += (kerning[before + character] ?? 0) * scale;
    const advance = glyphs[character]![0] * scale;
    const placed = { character, x, advance };
    x += advance;
    before = character;
    return placed;
  });
}

/** A size in pixels, and how many lines of it there is room for. */
export interface TextSize {
  readonly size: number;
  readonly lines: number;
}

/** A text in lines, in the first of the sizes in which there is room for it; in the last of them it is cut, with an ellipsis. */
export function setLines(
  text: string,
  width: number,
  sizes: readonly TextSize[],
  outlines: Outlines,
): { readonly size: number; readonly lines: readonly string[] } {
  const measureAt = measuring(outlines);
  for (const { size, lines: most } of sizes) {
    const measure = measureAt(size);
    const lines = breakLines(text, width, measure);
    if (lines.length <= most && lines.every((line) => measure(line) <= width))
      return { size, lines: evened(text, lines.length, width, measure) };
  }
  const { size, lines: most } = sizes.at(-1)!;
  const measure = measureAt(size);
  const lines = breakLines(withBreaks(text, width, measure), width, measure);
  if (lines.length <= most) return { size, lines };
  const kept = lines.slice(0, most);
  let last = kept.at(-1)!;
  while (measure(`${last}…`) > width) last = last.replace(/(?:\s+\S*|.)$/u, '');
  return { size, lines: [...kept.slice(0, -1), `${last.replace(/[\s,;:–—-]+$/u, '')}…`] };
}

type Measure = (line: string) => number;

/** Gives what measures lines at a size. The same lines are tried at several sizes and widths, and each is looked through once. */
function measuring(outlines: Outlines): (size: number) => Measure {
  const known = new Map<string, number>();
  return (size) => (line) => {
    const units = known.get(line) ?? unitsOf(line, outlines);
    known.set(line, units);
    return (units * size) / unitsPerEm;
  };
}

/** As many words on each line as fit; a word that is wider than the line has one of its own. */
function breakLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same number of lines, none much longer than the others. */
function evened(text: string, count: number, width: number, measure: Measure): string[] {
  let [narrow, wide] = [0, width];
  while (wide - narrow > 8) {
    const middle = (narrow + wide) / 2;
    const lines = breakLines(text, middle, measure);
    if (lines.length <= count && lines.every((line) => measure(line) <= middle)) wide = middle;
    else narrow = middle;
  }
  return breakLines(text, wide, measure);
}

/** With a space in each word that is wider than a line, wherever the line is full. */
function withBreaks(text: string, width: number, measure: Measure): string {
  const cut = (word: string): string => {
    if (measure(word) <= width) return word;
    const characters = [...word];
    let count = 1;
    while (count < characters.length && measure(characters.slice(0, count + 1).join('')) <= width) count++;
    return `${characters.slice(0, count).join('')} ${cut(characters.slice(count).join(''))}`;
  };
  return text
    .split(' ')
    .map((word) => (measure(word) <= width ? word : cut(word)))
    .join(' ');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The letters of a font of the site as outlines, which `tools/build-outlines.ts` makes. Lengths are thousandths of an em. */
export interface Outlines {
  /** By character: how far it moves what follows it, and its outline as SVG has it, from the baseline, upwards. */
  readonly glyphs: Readonly<Record<string, readonly [advance: number, path: string]>>;
  /** By pair of characters: how much further apart they stand. */
  readonly kerning: Readonly<Record<string, number>>;
}

export type FontName = 'head' | 'mono';

export const unitsPerEm = 1000;

const read = new Map<FontName, Outlines>();

/** Read where something is drawn: a build that draws nothing waits for no font. */
export function outlinesOf(font: FontName): Outlines {
  const known =
    read.get(font) ??
    (JSON.parse(readFileSync(join(import.meta.dirname, 'outlines', `${font}.json`), 'utf8')) as Outlines);
  read.set(font, known);
  return known;
}

import { loadSharp } from '../../workspace/inspect-picture.ts';
import type { Outlines } from './outlines.ts';
import { unitsPerEm } from './outlines.ts';

/** How much of each pixel a character covers: pixels that are covered whole in runs, those of its edge one by one, and no others. */
export interface GlyphMask {
  /** Three numbers a run: its row, its first pixel and the pixel after its last, from where the character begins on its baseline. */
  readonly runs: Int16Array;
  /** Three numbers a pixel: its row, its column, and how much is covered, from 1 to below the number of steps asked for. */
  readonly edge: Int16Array;
}

/** Room on all sides, as a share of the size: some letters reach out of their own width, and accents are high. */
const room = { side: 0.2, above: 1.15, below: 0.4 } as const;
const widestSheet = 2400;

/**
 * The masks of characters at a size, without those that cover nothing. They are drawn once for all images, on one sheet: a rasteriser takes fifty times as long for each
 * title as it takes to put its letters together.
 */
export async function glyphMasks(
  characters: Iterable<string>,
  { size, steps }: { readonly size: number; readonly steps: number },
  { glyphs }: Outlines,
): Promise<ReadonlyMap<string, GlyphMask>> {
  const scale = size / unitsPerEm;
  const side = Math.ceil(room.side * size);
  const baseline = Math.ceil(room.above * size);
  const height = baseline + Math.ceil(room.below * size);
  const paths: string[] = [];
  const places = new Map<string, { readonly x: number; readonly y: number; readonly width: number }>();
  let [x, y] = [0, 0];
  for (const character of new Set(characters)) {
    const [advance, path] = glyphs[character]!;
    if (path === '') continue;
    const width = Math.ceil(advance * scale) + 2 * side;
    if (x + width > widestSheet) [x, y] = [0, y + height];
    places.set(character, { x, y, width });
    paths.push(
      `<path transform="translate(${x + side} ${y + baseline}) scale(${scale} ${-scale})" d="${path}"/>`,
    );
    x += width;
  }
  if (paths.length === 0) return new Map();
  const sharp = await loadSharp();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widestSheet}" height="${y + height}">${paths.join('')}</svg>`;
  const sheet = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
  const levels = Uint8Array.from({ length: 256 }, (_, value) => Math.round((value * steps) / 255));
  const covered = sheet.map((value) => levels[value]!);
  return new Map(
    [...places].map(([character, place]) => [
      character,
      maskOf(covered, { ...place, height }, { left: side, top: baseline, steps }),
    ]),
  );
}

interface SheetCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is covered in a box of the sheet, in which a character begins at `left` and `top`. */
function maskOf(
  sheet: Uint8Array,
  { x, y, width, height }: SheetCell,
  { left, top, steps }: { readonly left: number; readonly top: number; readonly steps: number },
): GlyphMask {
  const runs: number[] = [];
  const edge: number[] = [];
  for (let row = 0; row < height; row++) {
    const start = (y + row) * widestSheet + x;
    for (let column = 0; column < width; column++) {
      const first = column;
      while (column < width && sheet[start + column] === steps) column++;
      if (column > first) runs.push(row - top, first - left, column - left);
      if (column < width && sheet[start + column]! > 0)
        edge.push(row - top, column - left, sheet[start + column]!);
    }
  }
  return { runs: Int16Array.from(runs), edge: Int16Array.from(edge) };
}

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

/**
 * Of the sheet, in pixels. A drawing that is wider than this is rasterised in parts, and a letter that stands across two of them comes out in
 * another way than elsewhere. Seen with libvips 8.18.
 */
const widestSheet = 2000;

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
  const paths: string[] = [];
  const cells = new Map<string, SheetCell>();
  let [x, y, rowHeight] = [0, 0, 0];
  for (const character of new Set(characters)) {
    const [, path] = glyphs[character]!;
    if (path === '') continue;
    const { left, top, width, height } = boxOf(path, scale);
    if (x + width > widestSheet) [x, y, rowHeight] = [0, y + rowHeight, 0];
    cells.set(character, { x, y, left, top, width, height });
    paths.push(`<path transform="translate(${x + left} ${y + top}) scale(${scale} ${-scale})" d="${path}"/>`);
    x += width;
    rowHeight = Math.max(rowHeight, height);
  }
  if (paths.length === 0) return new Map();
  const sharp = await loadSharp();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widestSheet}" height="${y + rowHeight}">${paths.join('')}</svg>`;
  const sheet = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
  const levels = Uint8Array.from({ length: 256 }, (_, value) => Math.round((value * steps) / 255));
  const covered = sheet.map((value) => levels[value]!);
  return new Map([...cells].map(([character, cell]) => [character, maskOf(covered, cell, steps)]));
}

/** A box of the sheet, in which a character begins so far from the left and from the top. */
interface SheetCell extends GlyphBox {
  readonly x: number;
  readonly y: number;
}

/** All that a character covers, in pixels. */
interface GlyphBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An accent stands wholly outside of its own width, and would cover what stands beside it. Points that bend a line are its limits too. */
function boxOf(path: string, scale: number): GlyphBox {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [, x, y] of path.matchAll(/(-?\d+),(-?\d+)/g)) {
    [west, east] = [Math.min(west, Number(x)), Math.max(east, Number(x))];
    [south, north] = [Math.min(south, Number(y)), Math.max(north, Number(y))];
  }
  const left = 1 - Math.floor(west * scale);
  const top = 1 + Math.ceil(north * scale);
  return {
    left,
    top,
    width: left + Math.ceil(east * scale) + 1,
    height: top + 1 - Math.floor(south * scale),
  };
}

/** What is covered in a box of the sheet. */
function maskOf(sheet: Uint8Array, { x, y, width, height, left, top }: SheetCell, steps: number): GlyphMask {
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

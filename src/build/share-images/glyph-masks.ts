import { loadSharp } from '../../workspace/inspect-picture.ts';
import type { Outlines } from './outlines.ts';
import { unitsPerEm } from './outlines.ts';

/** How much of each pixel a character covers. */
export interface GlyphMask {
  /** Row by row, `width` bytes a row; 0 to the number of steps asked for. */
  readonly coverage: Uint8Array;
  readonly width: number;
  /** From where the character begins on its baseline to the left and the top of the mask. */
  readonly left: number;
  readonly top: number;
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
    [...places].map(([character, place]) => {
      const { left, top, ...mask } = cropped(covered, { ...place, height });
      return [character, { ...mask, left: left - side, top: top - baseline }];
    }),
  );
}

interface SheetCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of a box of the sheet is covered, and how far in it begins. */
function cropped(sheet: Uint8Array, { x, y, width, height }: SheetCell): GlyphMask {
  const rows = Array.from({ length: height }, (_, row) => {
    const start = (y + row) * widestSheet + x;
    return sheet.subarray(start, start + width);
  });
  const isCovered = (value: number) => value > 0;
  const used = rows.map((row) => row.some(isCovered));
  const covered = rows.filter((row) => row.some(isCovered));
  const left = covered.reduce((least, row) => Math.min(least, row.findIndex(isCovered)), width);
  const right = covered.reduce((most, row) => Math.max(most, row.findLastIndex(isCovered)), 0);
  const top = used.indexOf(true);
  const kept = rows.slice(top, used.lastIndexOf(true) + 1).map((row) => row.subarray(left, right + 1));
  return { coverage: Buffer.concat(kept), width: right + 1 - left, left, top };
}

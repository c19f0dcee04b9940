import type { GlyphMask } from './glyph-masks.ts';
import { glyphMasks } from './glyph-masks.ts';
import { encodeIndexedPng } from './indexed-png.ts';
import type { FontName } from './outlines.ts';
import { outlinesOf } from './outlines.ts';
import type { ShareColour } from './palette.ts';
import { baseOf, palette, steps } from './palette.ts';
import type { TextSize } from './set-text.ts';
import { drawable, place, setLines, widthOf } from './set-text.ts';
import type { ShareText } from './share-text.ts';

/** Pixels, as those who show links ask for them. */
export const shareSize = { width: 1200, height: 630 } as const;

const edge = 88;
const textWidth = shareSize.width - 2 * edge;
const small = 30;
const nameLine = 104;
const labelLine = 184;
const titleTop = 226;
const addressLine = 536;
const titleSizes: readonly TextSize[] = [
  { size: 104, lines: 2 },
  { size: 84, lines: 3 },
  { size: 66, lines: 4 },
  { size: 52, lines: 5 },
];
/** Of a line of the title, and of its capitals, as shares of its size. */
const title = { leading: 1.04, capitals: 0.69 } as const;

const cables = {
  colours: ['cable-grey', 'cable-blue', 'cable-teal', 'cable-violet', 'cable-amber', 'cable-magenta'],
  top: 566,
  height: 9,
  pitch: 11,
} as const satisfies { readonly colours: readonly ShareColour[] } & Record<string, unknown>;

const light = { width: 11, height: 26, pitch: 16, gap: 9, top: 78 } as const;

/** Some letters in a row. */
interface TextRun {
  readonly font: FontName;
  readonly size: number;
  readonly text: string;
  readonly colour: ShareColour;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
}

/** Draws the images of pages; each is given as PNG as soon as it is done. */
export async function drawShareImages<Text extends ShareText>(
  texts: readonly Text[],
  onImage: (text: Text, png: Buffer) => void,
): Promise<void> {
  const laidOut = texts.map((text) => ({ text, runs: runsOf(text) }));
  const masks = await masksOf(laidOut.flatMap(({ runs }) => runs));
  const colours = palette();
  const empty = emptyImage();
  // One after the other in one place: a new one for each costs more than drawing it.
  const rows = empty.slice();
  for (const { text, runs } of laidOut) {
    rows.set(empty);
    drawLights(rows, text);
    for (const run of runs) drawRun(rows, run, masks);
    onImage(text, encodeIndexedPng({ ...shareSize, rows, palette: colours }));
  }
}

function emptyImage(): Uint8Array {
  const rows = new Uint8Array((shareSize.width + 1) * shareSize.height);
  for (const [index, colour] of cables.colours.entries())
    fill(rows, 0, cables.top + index * cables.pitch, shareSize.width, cables.height, colour);
  return rows;
}

function runsOf({ label, title: words, path, accent, name, domain }: ShareText): TextRun[] {
  const [head, mono] = [outlinesOf('head'), outlinesOf('mono')];
  // A title in a script of which the fonts have no letters is told by the page's address.
  const written = drawable(words, head);
  const { size, lines } = setLines(written ?? path, textWidth, titleSizes, head);
  const address = domain + path.replace(/\/$/, '');
  const isDomainEnough = written === undefined || widthOf(address, small, mono) > textWidth;
  const shownLabel = drawable(label, mono);
  const top = shownLabel === undefined ? labelLine : titleTop;
  return [
    ...nameRuns(drawable(name, mono) ?? domain),
    ...(shownLabel === undefined ? [] : [monoRun(shownLabel, accent, edge, labelLine)]),
    ...lines.map((text, index): TextRun => {
      const y = Math.round(top + (title.capitals + index * title.leading) * size);
      return { font: 'head', size, text, colour: 'ink', x: edge, y };
    }),
    monoRun(isDomainEnough ? domain : address, 'soft', edge, addressLine),
  ];
}

function monoRun(text: string, colour: ShareColour, x: number, y: number): TextRun {
  return { font: 'mono', size: small, text, colour, x, y };
}

/** As at the head of every page: the last word in another colour, two words as one. */
function nameRuns(name: string): TextRun[] {
  const [, first = '', last = ''] = /^(?:(.*) )?(\S+)$/.exec(name) ?? [];
  const before = first.includes(' ') ? `${first} ` : first;
  const x = edge + Math.round(widthOf(before, small, outlinesOf('mono')));
  return [monoRun(before, 'ink', edge, nameLine), monoRun(last, 'signal', x, nameLine)];
}

type Masks = ReadonlyMap<string, ReadonlyMap<string, GlyphMask>>;

function keyOf({ font, size }: Pick<TextRun, 'font' | 'size'>): string {
  return `${font} ${size}`;
}

async function masksOf(runs: readonly TextRun[]): Promise<Masks> {
  const groups = [...Map.groupBy(runs, keyOf)];
  const made = groups.map(async ([key, group]) => {
    const { font, size } = group[0]!;
    const characters = group.flatMap(({ text }) => [...text]);
    return [key, await glyphMasks(characters, { size, steps }, outlinesOf(font))] as const;
  });
  return new Map(await Promise.all(made));
}

function drawRun(rows: Uint8Array, run: TextRun, masks: Masks): void {
  const base = baseOf(run.colour);
  const own = masks.get(keyOf(run))!;
  for (const { character, x } of place(run.text, run.size, outlinesOf(run.font))) {
    const mask = own.get(character);
    if (mask) drawMask(rows, mask, Math.round(run.x + x), run.y, base);
  }
}

function drawMask(
  rows: Uint8Array,
  { runs, edge }: GlyphMask,
  ...[left, top, base]: readonly [number, number, number]
): void {
  const rowBytes = shareSize.width + 1;
  const start = top * rowBytes + 1 + left;
  for (let at = 0; at < runs.length; at += 3) {
    const row = start + runs[at]! * rowBytes;
    rows.fill(base + steps - 1, row + runs[at + 1]!, row + runs[at + 2]!);
  }
  for (let at = 0; at < edge.length; at += 3) {
    const to = start + edge[at]! * rowBytes + edge[at + 1]!;
    const value = base + edge[at + 2]! - 1;
    // Where two letters touch, the one that covers more.
    if (rows[to]! < value) rows[to] = value;
  }
}

/** From the right: a box for each step, filled where it was modelled. */
function drawLights(rows: Uint8Array, { lights }: ShareText): void {
  const width = lights.flat().length * light.pitch + (lights.length - 1) * light.gap;
  if (lights.length === 0 || width > textWidth / 2) return;
  let x = shareSize.width - edge - width + (light.pitch - light.width);
  for (const part of lights) {
    for (const isLit of part) {
      fill(rows, x, light.top, light.width, light.height, isLit ? 'ok' : 'soft');
      if (!isLit) fill(rows, x + 2, light.top + 2, light.width - 4, light.height - 4, undefined);
      x += light.pitch;
    }
    x += light.gap;
  }
}

/** A box of a colour, or of the paper. */
function fill(
  rows: Uint8Array,
  ...[x, y, width, height, colour]: readonly [number, number, number, number, ShareColour | undefined]
): void {
  const value = colour === undefined ? 0 : baseOf(colour) + steps - 1;
  for (let row = y; row < y + height; row++) {
    const at = row * (shareSize.width + 1) + 1 + x;
    rows.fill(value, at, at + width);
  }
}

// Makes the letters of the share images: `node tools/run.mjs tools/build-outlines.ts`. Run it after a change of the packages; what it
// writes is committed, so that a build needs no font and draws the same everywhere.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from 'fontverter';
import * as hb from 'harfbuzzjs';
import type { Outlines } from '../src/build/share-images/outlines.ts';
import { unitsPerEm } from '../src/build/share-images/outlines.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A font of the site in files that have a script each, with the axes that each is pinned to. The first file has ASCII. */
interface Face {
  readonly name: string;
  readonly parts: readonly { readonly file: string; readonly axes: Readonly<Record<string, number>> }[];
}

const faces: readonly Face[] = [
  {
    name: 'head',
    parts: [
      ...['latin', 'latin-ext', 'vietnamese'].map((script) => ({
        file: `@fontsource-variable/archivo/files/archivo-${script}-standard-normal.woff2`,
        axes: { wght: 680, wdth: 88 },
      })),
      // Archivo has neither.
      ...['cyrillic', 'greek'].map((script) => ({
        file: `@fontsource-variable/source-serif-4/files/source-serif-4-${script}-wght-normal.woff2`,
        axes: { wght: 680 },
      })),
    ],
  },
  {
    name: 'mono',
    parts: ['latin', 'latin-ext', 'cyrillic'].map((script) => ({
      file: `@fontsource/ibm-plex-mono/files/ibm-plex-mono-${script}-400-normal.woff2`,
      axes: {},
    })),
  },
];

const kerned = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

async function outlinesOf({ parts }: Face): Promise<Outlines> {
  const glyphs: Record<string, [advance: number, path: string]> = {};
  let kerning: Outlines['kerning'] = {};
  for (const [index, { file, axes }] of parts.entries()) {
    const font = await openFont(file, axes);
    if (font.face.upem !== unitsPerEm) throw new Error(`${file} has ${font.face.upem} units in an em.`);
    for (const code of font.face.collectUnicodes()) {
      const glyph = font.nominalGlyph(code);
      const character = String.fromCodePoint(code);
      if (glyph === undefined || /^[\p{C}\p{Z}]$/u.test(character) || character in glyphs) continue;
      glyphs[character] = [font.glyphHAdvance(glyph), rounded(font.glyphToPath(glyph))];
    }
    if (index > 0) continue;
    glyphs[' '] = [font.glyphHAdvance(font.nominalGlyph(0x20)!), ''];
    kerning = kerningOf(font, glyphs);
  }
  return { glyphs, kerning };
}

async function openFont(file: string, axes: Readonly<Record<string, number>>): Promise<hb.Font> {
  const bytes = await convert(readFileSync(join(root, 'node_modules', file)), 'truetype');
  const font = new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer)));
  font.setVariations(Object.entries(axes).map(([tag, value]) => new hb.Variation(tag, value)));
  return font;
}

/** Of the pairs that the font sets closer together or further apart by at least a hundredth of an em. */
function kerningOf(font: hb.Font, glyphs: Outlines['glyphs']): Outlines['kerning'] {
  const pairs = kerned.flatMap((first) => kerned.map((second) => first + second));
  const entries = pairs.map((pair): [string, number] => {
    const apart = glyphs[pair[0]!]![0] + glyphs[pair[1]!]![0];
    return [pair, widthOf(font, pair) - apart];
  });
  return Object.fromEntries(entries.filter(([, closer]) => Math.abs(closer) >= unitsPerEm / 100));
}

/** As wide as the shaper sets it, without ligatures. */
function widthOf(font: hb.Font, text: string): number {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer, [new hb.Feature('liga', 0), new hb.Feature('clig', 0), new hb.Feature('calt', 0)]);
  return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0);
}

function rounded(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))));
}

const target = join(root, 'src/build/share-images/outlines');
mkdirSync(target, { recursive: true });
for (const face of faces) {
  const text = `${JSON.stringify(await outlinesOf(face))}\n`;
  writeFileSync(join(target, `${face.name}.json`), text);
  console.log(`${face.name}.json ${(text.length / 1024).toFixed(1)} KiB`);
}

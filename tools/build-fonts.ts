// Makes the fonts of the site: `node tools/run.mjs tools/build-fonts.ts`. Run it after a change of the glyphs or the packages;
// what it writes is committed, so that a build needs none of this.
//
// The open fonts are pinned to the instances in use and cut to the glyphs in use. Each gets a fallback face: a font that most
// machines have, stretched to the same average width and line, so that text does not move when the web font arrives.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from 'fontverter';
import subset from 'subset-font';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, 'node_modules');
const target = join(root, 'public/fonts');

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const punctuation = '\u00a0–—‘’“”…·×÷±§©°→←↑↓✓✗≤≥≠µéèüöäñ½¼';
const box = '↵│─├└┌┐┘┤█';

/**
 * What is done with the glyphs of a text that nobody marked up, and figures of one width for tables. Fractions and the like are left out:
 * no style asks for them, and each brings glyphs along.
 */
const features = ['kern', 'liga', 'locl', 'ccmp', 'tnum'];
/** Of a variable font, and of lines of several scripts. */
const unused = ['STAT', 'BASE'];

interface Face {
  /** File name and, with it, the family's part of the style sheet. */
  readonly name: string;
  readonly family: string;
  readonly package: string;
  readonly file: string;
  readonly axes?: Readonly<Record<string, number>>;
  readonly glyphs: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly fallback?: keyof typeof fallbacks;
}

/**
 * Fonts that most machines have, by the names their systems know them by, and the average advance of `sample` in them as a share
 * of the em (measured on the Liberation fonts, which have the same widths).
 */
const fallbacks = {
  serif: { local: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 0.4172 },
  sans: { local: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Arimo Bold'], width: 0.4937 },
  mono: { local: ['Courier New', 'Liberation Mono', 'Cousine'], width: 0.6001 },
} as const;

/** Letters about as often as English text has them. */
const sample = 'aaabcdeeeefghiijklmnnoopqrrssttuvwxyz      ';

const faces: readonly Face[] = [
  {
    name: 'serif',
    family: 'Manual Serif',
    package: '@fontsource-variable/source-serif-4',
    file: 'source-serif-4-latin-wght-normal.woff2',
    axes: { wght: 400 },
    glyphs: ascii + punctuation,
    weight: 400,
    style: 'normal',
    fallback: 'serif',
  },
  {
    name: 'serif-italic',
    family: 'Manual Serif',
    package: '@fontsource-variable/source-serif-4',
    file: 'source-serif-4-latin-wght-italic.woff2',
    axes: { wght: 400 },
    glyphs: ascii.replaceAll(/[#$%*+<=>@[\\\]^_`{|}~]/g, '') + '\u00a0–—‘’“”…éü',
    weight: 400,
    style: 'italic',
  },
  {
    name: 'head',
    family: 'Manual Head',
    package: '@fontsource-variable/archivo',
    file: 'archivo-latin-standard-normal.woff2',
    axes: { wght: 680, wdth: 88 },
    glyphs: ascii + '\u00a0–—‘’“”…·×é',
    weight: 680,
    style: 'normal',
    fallback: 'sans',
  },
  {
    name: 'mono',
    family: 'Manual Mono',
    package: '@fontsource/ibm-plex-mono',
    file: 'ibm-plex-mono-latin-400-normal.woff2',
    glyphs: ascii + punctuation + box,
    weight: 400,
    style: 'normal',
    fallback: 'mono',
  },
];

/** What the fallback needs to know, as shares of the em. */
interface Metrics {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly width: number;
}

/** Reads head, hhea, hmtx and cmap (format 4) of an OpenType font. */
function measure(font: Buffer): Metrics {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`The font has no ${tag} table.`);
    return at;
  };
  const em = font.readUInt16BE(table('head') + 18);
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const longMetrics = font.readUInt16BE(hhea + 34);
  const glyphOf = readCharacterMap(font, table('cmap'));
  const advance = (character: string) =>
    font.readUInt16BE(hmtx + 4 * Math.min(glyphOf(character.charCodeAt(0)), longMetrics - 1));
  const widths = [...sample].map(advance);
  return {
    ascent: font.readInt16BE(hhea + 4) / em,
    descent: -font.readInt16BE(hhea + 6) / em,
    lineGap: font.readInt16BE(hhea + 8) / em,
    width: widths.reduce((sum, width) => sum + width, 0) / widths.length / em,
  };
}

function readCharacterMap(font: Buffer, cmap: number): (code: number) => number {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) !== 4) continue;
    const segments = font.readUInt16BE(at + 6) / 2;
    const ends = at + 14;
    const starts = ends + segments * 2 + 2;
    const deltas = starts + segments * 2;
    const offsets = deltas + segments * 2;
    return (code) => {
      for (let segment = 0; segment < segments; segment += 1) {
        if (code > font.readUInt16BE(ends + segment * 2)) continue;
        const start = font.readUInt16BE(starts + segment * 2);
        if (code < start) return 0;
        const offsetAt = offsets + segment * 2;
        const offset = font.readUInt16BE(offsetAt);
        const delta = font.readUInt16BE(deltas + segment * 2);
        const glyph = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + (code - start) * 2);
        return (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('The font has no character map of format 4.');
}

const percent = (share: number): string => `${(share * 100).toFixed(2).replace(/\.?0+$/, '')}%`;

function fallbackRule(face: Face, metrics: Metrics): string {
  if (!face.fallback) return '';
  const { local, width } = fallbacks[face.fallback];
  const adjust = metrics.width / width;
  return `@font-face {
  font-family: '${face.family} Fallback';
  src: ${local.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(adjust)};
  ascent-override: ${percent(metrics.ascent / adjust)};
  descent-override: ${percent(metrics.descent / adjust)};
  line-gap-override: ${percent(metrics.lineGap / adjust)};
}
`;
}

mkdirSync(target, { recursive: true });
let css = '/* Written by tools/build-fonts.ts. */\n';
for (const face of faces) {
  const source = readFileSync(join(packages, face.package, 'files', face.file));
  const font = await subset(source, face.glyphs, {
    targetFormat: 'woff2',
    keepFeatures: features,
    dropTables: unused,
    ...(face.axes ? { variationAxes: face.axes } : {}),
  });
  writeFileSync(join(target, `${face.name}.woff2`), font);
  copyFileSync(
    join(packages, face.package, 'LICENSE'),
    join(target, `${face.package.split('/')[1] ?? face.name}.OFL.txt`),
  );
  css += `@font-face {
  font-family: '${face.family}';
  src: url('/fonts/${face.name}.woff2') format('woff2');
  font-weight: ${face.weight};
  font-style: ${face.style};
  font-display: swap;
}
${fallbackRule(face, measure(await convert(font, 'truetype')))}`;
  console.log(`${face.name}.woff2 ${(font.length / 1024).toFixed(1)} KiB`);
}
writeFileSync(join(root, 'src/styles/fonts.css'), css);

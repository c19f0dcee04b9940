import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cables } from '../src/lib/lab/lab.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** The two colours of every `--name: light-dark(#…, #…)`; a token that only names another one is followed. */
function readTokens(): Map<string, { light: string; dark: string }> {
  const tokens = new Map<string, { light: string; dark: string }>();
  for (const [, name, light, dark] of css.matchAll(
    /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g,
  ))
    tokens.set(name!, { light: light!, dark: dark! });
  for (const [, name, other] of css.matchAll(/--([\w-]+):\s*var\(--([\w-]+)\);/g)) {
    const colours = tokens.get(other!);
    if (colours) tokens.set(name!, colours);
  }
  return tokens;
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** Of a colour in OKLab (https://bottosson.github.io/posts/oklab/), where equal distances look equal. */
function oklab(colour: string): readonly [number, number, number] {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const tokens = readTokens();
const surfaces = ['paper', 'sheet'];
const texts = [
  'ink',
  'soft',
  'signal',
  'ok',
  'fault',
  'host',
  'switch',
  'code-command',
  'code-parameter',
  'code-string',
  'code-constant',
  'code-comment',
];
const textPairs = [
  ...texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const)),
  // Whatever may stand in a line that is pointed out.
  ...['ink', 'soft', ...texts.filter((text) => text.startsWith('code-'))].flatMap((text) =>
    ['line-marked', 'line-new', 'line-gone'].map((line) => [text, line] as const),
  ),
  ['ink', 'slip'],
  ['soft', 'slip'],
  ['signal', 'slip'],
  ['paper', 'fault'],
  ['paper', 'ink'],
] as const;
/** Lines, marks and drawings that carry meaning: 3 to 1. */
const markPairs = [
  ...cables.flatMap((cable) => surfaces.map((surface) => [`cable-${cable}`, surface] as const)),
  ['signal', 'line-marked'] as const,
  ['ok', 'line-new'] as const,
  ['fault', 'line-gone'] as const,
  ...['ok', 'host', 'switch', 'soft'].flatMap((mark) => surfaces.map((surface) => [mark, surface] as const)),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const ratio = (front: string, back: string) =>
    contrast(tokens.get(front)![theme], tokens.get(back)![theme]);

  it.each(textPairs)('%s is readable on %s', (text, surface) => {
    expect(ratio(text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(markPairs)('%s can be told from %s', (mark, surface) => {
    expect(ratio(mark, surface)).toBeGreaterThanOrEqual(3);
  });

  it('no two cables look alike', () => {
    const colours = cables.map((cable) => [cable, oklab(tokens.get(`cable-${cable}`)![theme])] as const);
    const near = colours.flatMap(([one, a], index) =>
      colours.slice(index + 1).flatMap(([other, b]) => {
        const distance = Math.hypot(...a.map((value, at) => value - b[at]!));
        return distance < 0.08 ? [`${one} and ${other}: ${distance.toFixed(3)}`] : [];
      }),
    );
    expect(near).toEqual([]);
  });
});

describe('the tokens', () => {
  it('name every colour that the styles use', () => {
    const used = [...css.matchAll(/--([\w-]+):\s*light-dark\(/g)].map(([, name]) => name!);
    const proven = new Set<string>([...textPairs, ...markPairs].flat());
    // A rule between rows and the edge of a slip carry no meaning of their own.
    const ornaments = ['rule', 'slip-edge'];
    expect(used.filter((name) => !proven.has(name) && !ornaments.includes(name))).toEqual([]);
  });
});

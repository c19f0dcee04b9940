import { describe, expect, it } from 'vitest';
import { glyphMasks } from '../../../src/build/share-images/glyph-masks.ts';
import { outlinesOf } from '../../../src/build/share-images/outlines.ts';

describe('the mask of a letter', () => {
  it.each([
    ['head', 104],
    ['head', 52],
    ['mono', 30],
  ] as const)(
    'of %s at %i pixels is the same whatever else is drawn, and in whatever order',
    async (font, size) => {
      const outlines = outlinesOf(font);
      const all = Object.keys(outlines.glyphs);
      const whole = await glyphMasks(all, { size, steps: 16 }, outlines);
      expect(whole.size).toBeGreaterThan(400);
      for (const start of [0, 1]) {
        const some = all.filter((_, index) => (index * 7 + start) % 5 < 2).reverse();
        const part = await glyphMasks(some, { size, steps: 16 }, outlines);
        const differ = [...part].filter(([letter, mask]) => {
          const { runs, edge } = whole.get(letter)!;
          return String(mask.runs) !== String(runs) || String(mask.edge) !== String(edge);
        });
        expect(differ.map(([letter]) => letter)).toEqual([]);
      }
    },
  );
});

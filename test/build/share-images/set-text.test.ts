import { describe, expect, it } from 'vitest';
import { outlinesOf } from '../../../src/build/share-images/outlines.ts';
import { drawable, setLines, widthOf } from '../../../src/build/share-images/set-text.ts';
import { hostileTexts } from '../../hostile-texts.ts';

const head = outlinesOf('head');
const sizes = [
  { size: 100, lines: 2 },
  { size: 60, lines: 3 },
];
const set = (text: string) => setLines(text, 1000, sizes, head);

describe('a title that is drawn', () => {
  it.each([
    ['“Für alle”: naïve Žižkov & Łódź', '“Für alle”: naïve Žižkov & Łódź'],
    ['Москва, Συγκλίνουσα', 'Москва, Συγκλίνουσα'],
    ['cafe\u0301', 'café'],
    ['SAN down 🔥👩‍💻 again', 'SAN down again'],
    ['Ports 1\ufe0f\u20e3 and 2\ufe0f\u20e3', 'Ports 1 and 2'],
    ['a\u200bb\u00adc', 'abc'],
  ])('has all letters, and none of the signs that the fonts lack: %s', (text, drawn) => {
    expect(drawable(text, head)).toBe(drawn);
  });

  it.each(['雨を測る', 'قياس المطر', 'מדידת גשם', 'Rain 雨', '①', '🔥', ''])(
    'is given up as a whole where letters of it would be missing: %s',
    (text) => {
      expect(drawable(text, head)).toBeUndefined();
    },
  );

  it('is as large as there is room for', () => {
    expect(set('Rain')).toEqual({ size: 100, lines: ['Rain'] });
    expect(set('A quiet place for copies of everything').size).toBe(100);
    expect(set('A quiet place for copies of everything that anybody has ever kept').size).toBe(60);
  });

  it('has lines of about one length', () => {
    const { lines } = set('A field manual from the network closet');
    const widths = lines.map((line) => widthOf(line, 100, head));
    expect(lines).toHaveLength(2);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.75);
  });

  it('is cut with an ellipsis at a word where it is too long', () => {
    const { lines } = set('The quick brown fox jumps over the lazy dog. '.repeat(9).trim());
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/\w…$/);
  });

  it('has no line that is wider than there is room for, whatever it says, and all of it but what is cut', () => {
    const texts = [
      ...hostileTexts(200),
      'W'.repeat(500_000),
      'W '.repeat(500_000),
      'Get-'.repeat(60),
      `a ${'i'.repeat(300)} b`,
      '…',
    ];
    for (const text of texts) {
      const drawn = drawable(text, head);
      if (drawn === undefined) continue;
      const { size, lines } = set(drawn);
      for (const line of lines) expect(widthOf(line, size, head), line).toBeLessThanOrEqual(1000);
      expect(lines.length).toBeLessThanOrEqual(3);
      const [shown, whole] = [lines.join(''), drawn].map((one) => one.replace(/\s/g, ''));
      if (shown !== whole) expect(whole!.startsWith(shown!.replace(/…$/, ''))).toBe(true);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { cellOf, showInvisible } from '../../../src/lib/diagnostics/display-width.ts';

const widthOf = (character: string) => cellOf(character, 0).width;

describe('the cell of a character', () => {
  it.each([
    ['a', 1],
    ['é', 1],
    ['日', 2],
    ['한', 2],
    ['ｶ', 1],
    ['Ａ', 2],
    ['👩', 2],
    ['⌚', 2],
    ['\u0301', 0],
    ['\u20e3', 0],
    ['☰', 2],
    ['…', 1],
  ])('of %j is %i wide', (character, width) => {
    expect(cellOf(character, 0)).toEqual({ text: character, width });
  });

  it('of a tab reaches to the next multiple of four', () => {
    expect([0, 1, 3, 4].map((column) => cellOf('\t', column))).toEqual([
      { text: '    ', width: 4 },
      { text: '   ', width: 3 },
      { text: ' ', width: 1 },
      { text: '    ', width: 4 },
    ]);
  });

  it('of what cannot be seen is its code, as wide as that is written', () => {
    expect(cellOf('\u200b', 0)).toEqual({ text: '‹U+200B›', width: 8 });
    expect(widthOf('\u{e0101}')).toBe('‹U+E0101›'.length);
  });
});

describe('text of one line', () => {
  it.each([
    ['a control', 'a\u0007b\u001b[31m', 'a‹U+0007›b‹U+001B›[31m'],
    ['a line break', 'a\nb\u2028', 'a‹U+000A›b‹U+2028›'],
    ['a bidirectional control', 'a\u202eb\u2066', 'a‹U+202E›b‹U+2066›'],
    ['half of a pair', 'a\ud800b', 'a‹U+D800›b'],
    ['a space that is none', 'a\u00a0b\u2009', 'a‹U+00A0›b‹U+2009›'],
    ['a filler', '\u3164\u115f\u034f', '‹U+3164›‹U+115F›‹U+034F›'],
    ['a selector that may carry a hidden text', 'a\ufe0f\u{e0141}\u{e0041}', 'a‹U+FE0F›‹U+E0141›‹U+E0041›'],
  ])('shows %s by its code', (_what, text, shown) => {
    expect(showInvisible(text)).toBe(shown);
  });

  it('leaves what can be seen as it is', () => {
    const text = "New-VM -Name 'é日👩‑' \u3000 e\u0301";
    expect(showInvisible(text)).toBe(text);
  });
});

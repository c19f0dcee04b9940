import { describe, expect, it } from 'vitest';
import { createChance } from '../../chance.ts';
import { isAscii, toAscii } from '../../../src/lib/writing/ascii.ts';

describe('prose in ASCII', () => {
  it.each([
    ['\u2018a\u2019 \u201Ab\u201B \u2032', "'a' 'b' '"],
    ['\u201Ca\u201D \u201Eb\u201F \u2033', '"a" "b" "'],
    ['1\u20132 \u2014 3', '1-2 - 3'],
    ['\u2010 \u2011 \u2012 \u2015 \u2212', '- - - - -'],
    ['a\u2026', 'a...'],
    ['2\u00D73 \u2715', '2x3 x'],
    ['a \u00B7 b', 'a - b'],
    ['a \u2192 b', 'a -> b'],
    ['a\u00A0b\u2009c\u202Fd', 'a b c d'],
    ['a\u200Bb\u202Ec\u2066d\uFEFFe', 'abcde'],
    ['Stra\u00DFe', 'Strasse'],
    ['D\u00E9j\u00E0 vu, \u00C5ngstr\u00F6m', 'Deja vu, Angstrom'],
    ['\uFB01le, \u2460', 'file, 1'],
    ['\u65E5\u672C', '??'],
    ['\u{1F600}', '?'],
    ['a\nb\r\nc\rd', 'a b c d'],
    ['a\u000Bb\u000Cc\u0085d\u2028e\u2029f', 'a b c d e f'],
    ['tab\there', 'tab here'],
    ['a\u001Bb\u0000c\u009Fd', 'a b c d'],
    ['soft\u00ADhyphen, \u{E0041}tag', 'softhyphen, tag'],
    ['\uFF03 \uFF40 \uFE56 \uFF1C', '# ` ? <'],
  ])('spells %j as %j', (text, ascii) => {
    expect(toAscii(text)).toBe(ascii);
  });

  it('has no other character in it, of whatever it was made, and does not change when it is made again', () => {
    const chance = createChance(5);
    for (let round = 0; round < 300; round++) {
      const text = String.fromCodePoint(
        ...Array.from({ length: 12 }, () => {
          const code = Math.floor(chance() * (chance() < 0.5 ? 0x300 : 0x2fff));
          return code >= 0xd800 && code < 0xe000 ? 0x20 : code;
        }),
      );
      const ascii = toAscii(text);
      expect(isAscii(ascii)).toBe(true);
      expect(toAscii(ascii)).toBe(ascii);
    }
  });

  it('is left as it is where it was ASCII', () => {
    const text = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    expect(toAscii(text)).toBe(text);
  });
});

describe('a file', () => {
  it.each([
    ['all of it\r\n\tin ASCII ~', true],
    ['', true],
    ['caf\u00E9', false],
    ['\uFEFFmarked', false],
    ['a bell\u0007', false],
    ['deleted\u007F', false],
  ])('%j is in ASCII: %s', (text, ascii) => {
    expect(isAscii(text)).toBe(ascii);
  });
});

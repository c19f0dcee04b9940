import { expect, it } from 'vitest';
import { countWords } from '../../../src/lib/guide/count-words.ts';
import { foldSpaces } from '../../../src/lib/source/fold-spaces.ts';
import { hostileTexts } from '../../hostile-texts.ts';

const texts = [
  '',
  ' one  two\nthree — four… (five) 6 ¿siete? 七 八九 𝒂 🔥 x🔥y\u00a0z\u2028w',
  '\u3000a\ufeffb\tc\r\nd -- - e',
  ...hostileTexts(300),
];

it('counts as words what white space parts and a letter or a digit is in', () => {
  const words = (text: string) => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  for (const text of texts) expect(countWords(text), JSON.stringify(text)).toBe(words(text));
});

it('folds every run of white space into one space', () => {
  const folded = (text: string) => text.replace(/\s+/g, () => ' ').trim();
  for (const text of texts) expect(foldSpaces(text), JSON.stringify(text)).toBe(folded(text));
});

import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { markdownCode, markdownWords } from '../../../src/lib/writing/markdown-words.ts';
import { createChance, pick } from '../../chance.ts';

const extensions = [gfmToMarkdown()];
const judgedWords = (value: string) =>
  toMarkdown({ type: 'paragraph', children: [{ type: 'text', value }] }, { extensions }).replace(/\n$/, '');
const judgedCode = (value: string) =>
  toMarkdown({ type: 'inlineCode', value }, { extensions }).replace(/\n$/, '');

const signs = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const pieces = [
  'a@b.c', 'www.a.b', 'https://a', 'http://', '1.', '1)', '12. ', '- ', '---', '+ ', '* ', '**', '| :', ':-', '](', '![',
  '&amp;', '&#3', '<a', '</', '\\', '\\\\', '``', ' `', '` ', '#', '# ', ' ', '=', '>', '~~', '_', '.', '@', 'w', 'p', 's',
]; // prettier-ignore

describe('words and code in Markdown', () => {
  it('are written as the library writes them, whatever ASCII they are made of', () => {
    const chance = createChance(19);
    const lines = [...signs, ...pieces];
    for (let round = 0; round < 30_000; round++)
      lines.push(
        Array.from({ length: 1 + Math.floor(chance() * 7) }, () =>
          pick(chance, chance() < 0.4 ? signs : pieces),
        ).join(''),
      );
    const differing = lines.filter(
      (line) => markdownWords(line) !== judgedWords(line) || markdownCode(line) !== judgedCode(line),
    );
    expect(
      differing
        .slice(0, 8)
        .map((line) => [line, markdownWords(line), judgedWords(line), markdownCode(line), judgedCode(line)]),
    ).toEqual([]);
  });
});

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Markdown } from '../../../src/lib/writing/markdown.ts';
import {
  address,
  code,
  codeBlock,
  document,
  heading,
  list,
  numberedList,
  prose,
  table,
} from '../../../src/lib/writing/markdown.ts';
import { createChance, pick } from '../../chance.ts';

/** The page that a renderer of GitHub's Markdown makes of it. */
const htmlOf = ({ markdown }: Markdown) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

/** What the page is built of: its elements without their texts. */
const shape = (markdown: Markdown) => htmlOf(markdown).match(/<[^>]+>/g);

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
/** What a reader of the page sees. */
const shown = (markdown: Markdown) =>
  htmlOf(markdown)
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();

const page = (text: string) =>
  document([
    heading(1, prose`Title: ${text}`),
    prose`**Bold** ${text}. And ${code(text)} (${text}), ${text}`,
    list([{ text: prose`${text}`, line: prose`${text}`, items: [prose`${code(text)}: ${text}`] }]),
    numberedList([{ text: prose`${text}` }, { text: prose`step: ${text}` }]),
    prose`Type:`,
    codeBlock([text, `run ${text}`]),
    table(
      ['what', text],
      [
        [text, 'a'],
        ['b', text],
      ],
    ),
  ]);

const hostile = [
  'a\n\n# b',
  'a\r\nb',
  'a\u2028- b',
  '# a',
  'a #',
  '## ',
  '- a',
  '+ a',
  '* a',
  '1. a',
  '1) a',
  '> a',
  '===',
  '---',
  '***',
  '```',
  '~~~',
  '    a',
  '[a](https://evil.example)',
  '![a](b)',
  '[a]: b',
  '[^1]',
  '<script>',
  '<!--',
  '</a>',
  '&amp;',
  '&#10;',
  '|',
  'a|b|c',
  '| - |',
  '\\',
  '\\|',
  'a\\',
  '`',
  '``a`',
  '_a_',
  '__a__',
  '*a*',
  '~a~',
  'https://evil.example',
  'www.evil.example',
  'a@evil.example',
  '\uFF03 a',
  '\uFF3Ba\uFF3D(b)',
  '[ ] a',
  '$a$',
  '!',
];

describe('Markdown with texts in it', () => {
  it.each(hostile)('is built as it is with a plain word: %j', (text) => {
    expect(shape(page(text))).toEqual(shape(page('word')));
  });

  it('shows each text as it is written', () => {
    for (const text of [
      'NIC_1 * 2',
      'C# and C++',
      'a <b> & c',
      'C:\\Labs\\',
      'x | y',
      '1. x',
      '`Get-VM`',
      '#1',
    ]) {
      expect(shown(prose`${text}`)).toBe(text);
      expect(shown(heading(2, prose`${text}`))).toBe(text);
      expect(shown(table(['a'], [[text]]))).toBe(`a ${text}`);
      expect(shown(code(text))).toBe(text);
    }
  });

  it('is so whatever is put together', () => {
    const chance = createChance(11);
    const plain = shape(page('word'));
    for (let round = 0; round < 300; round++) {
      // With a word at each end, so that there is something to show.
      const text = `w${Array.from({ length: 3 }, () => pick(chance, hostile)).join(pick(chance, ['', ' ']))}w`;
      expect(shape(page(text)), JSON.stringify(text)).toEqual(plain);
    }
  });

  it('has addresses as they are, and what is no part of one by its code', () => {
    expect(address('https://blog.example/labworks/a-b/#step-2-3').markdown).toBe(
      'https://blog.example/labworks/a-b/#step-2-3',
    );
    expect(address('https://b\u00FCcher.example/a b*(c)|<d>').markdown).toMatch(
      /^https:\/\/xn--bcher-kva\.example\/a%20b%2A%28c%29%7C%3Cd%3E$/,
    );
  });
});

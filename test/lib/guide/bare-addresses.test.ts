import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { absentAddresses } from '../../../src/lib/guide/bare-addresses.ts';
import { parseMdx } from '../../../src/lib/guide/parse-mdx.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../chance.ts';

const plain = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** The tree without what our own parse adds to it. */
function bare(tree: Root | undefined): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'data' ? undefined : value)) ?? 'null',
  );
}

function holdToPlain(text: string): void {
  const tree = parseMdx(createSourceFile('labworks/x.mdx', text)).value;
  expect(bare(tree), text).toEqual(bare(plain.parse(text)));
}

const links = (text: string) => JSON.stringify(bare(parseMdx(createSourceFile('x.mdx', text)).value));

describe('bare addresses', () => {
  it('become links as GFM says', () => {
    expect(links('Ask jeff@example.org about it.')).toContain('"url":"mailto:jeff@example.org"');
    expect(links('See www.example.org or https://example.com/a.')).toMatch(
      /"http:\/\/www\.example\.org".*"https:\/\/example\.com\/a"/,
    );
    expect(links('Ask jeff&#64;example.org about it.')).toContain('"url":"mailto:jeff@example.org"');
  });

  it('have a sign that is seen beforehand', () => {
    for (const email of ['a@b.c', 'a.b+c-d_e@x.org', 'X1@y', '-@z.org', '\u00e9a@b.org'])
      expect(absentAddresses(`${email}!`)).not.toContain('emailAutolink');
    for (const other of ["@{ a = 'b' }", "@'\n'@", '(@x.org)', 'Set-A @b', 'no sign'])
      expect(absentAddresses(other)).toContain('emailAutolink');
    expect(absentAddresses('HTTPS://x.org')).toEqual(['emailAutolink', 'wwwAutolink']);
    expect(absentAddresses('WWW.x.org')).toEqual(['emailAutolink', 'protocolAutolink']);
  });
});

describe('tables', () => {
  const tables = (text: string) =>
    parseMdx(createSourceFile('x.mdx', text)).value?.children.map(({ type }) => type);

  it('are seen by the row under their head', () => {
    expect(tables('a | b\n-|-\nc | d\n\nword\n\n| a |\n|:-:|\n')).toEqual(['table', 'paragraph', 'table']);
    expect(tables('a\r:-\rb')).toEqual(['table']);
    expect(tables('word\n| a |\n| - |\n| b |\n# c')).toEqual(['paragraph', 'table', 'heading']);
    expect(tables('a | b\n---\n\nc | d\n: : -')).toEqual(['heading', 'paragraph']);
  });
});

describe('the parse of a post', () => {
  const content = join(import.meta.dirname, '../../../src/content');
  const posts = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.mdx'),
  );

  it('is what the parser makes of it when it looks for addresses and tables everywhere', () => {
    expect(posts.length).toBeGreaterThan(5);
    for (const path of posts) holdToPlain(readFileSync(join(content, path), 'utf8'));
  });

  it('is that for any mixture, too', () => {
    const chance = createChance(7);
    const pieces =
      'word a.b x_y - + * ** _ ` ~~ | [a](b) [a]( ![a](b) \\ &#64; &amp; @ a@b.org @b.org a@ www. www.a.org http:// https://a.org/b ( ) " : , 1. # > é ß'.split(
        ' ',
      );
    for (let round = 0; round < 600; round++) {
      let text = '';
      for (let count = 0; count < 25; count++)
        text += pick(chance, pieces) + pick(chance, ['', ' ', ' ', '\n', '  \n', '\n\n', '\n| - | - |\n']);
      // Half of the rounds are without the sign of an e-mail address.
      holdToPlain(round % 2 ? text.replaceAll('@', '') : text);
    }
  });

  it('is that for any tables, too', () => {
    const chance = createChance(11);
    const starts = ['', '', '', '> ', '- ', '  ', '1. ', '    ', '> - ', '\t', '[^a]: '];
    const lines =
      '| a | b |,a | b,| - | - |,:-,-|,|:-:| -,---,| c,word,\\| d,,,\u00a0,``` | - |,# e,***,| | -'.split(
        ',',
      );
    for (let round = 0; round < 300; round++) {
      let text = '';
      for (let count = 0; count < 14; count++)
        text += pick(chance, starts) + pick(chance, lines) + pick(chance, ['\n', '\n', '\n', '\r\n', '\r']);
      holdToPlain(text);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { findTooMuch } from '../../../src/lib/guide/limits.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { readBody, told } from './read-fixture.ts';

const find = (text: string) => {
  const file = createSourceFile('allegories/x.mdx', text);
  const found = findTooMuch(file);
  return found && `${found.range.start.line}:${found.range.start.column} ${found.message}`;
};

describe('what the parser is not given', () => {
  it.each([
    [
      'characters',
      'x'.repeat(200_000),
      'x'.repeat(200_001),
      '1:1 The post has 200001 characters; at most 200000 are read.',
    ],
    [
      'quotes',
      `a\n${'> '.repeat(29)}b`,
      `a\n${'> '.repeat(30)}b`,
      '2:1 More than 30 quotes or lists open on this line.',
    ],
    [
      'lists',
      `${'- '.repeat(29)}b`,
      `${'1. - '.repeat(15)}b`,
      '1:1 More than 30 quotes or lists open on this line.',
    ],
    [
      'stars',
      `a ${'*'.repeat(299)}`,
      `a ${'*'.repeat(300)}`,
      '1:3 More than 300 stars or underlines stand in a row here.',
    ],
    [
      'underlines',
      '_'.repeat(299),
      `a\n_${'*_'.repeat(150)}`,
      '2:1 More than 300 stars or underlines stand in a row here.',
    ],
    [
      'signs',
      `${'[a] '.repeat(3000)}\n \t\n${'[a] '.repeat(3000)}`,
      `a\n\n${'[a] '.repeat(2000)}\n${'[a] '.repeat(1001)}`,
      '3:1 From here to the next blank line stand more than 6000 signs that Markdown has to look at.',
    ],
    [
      'starts of tags',
      `${'< '.repeat(3000)}\n\n${'&amp;'.repeat(6000)}`,
      '< '.repeat(3001),
      '1:1 From here to the next blank line stand more than 6000 signs that Markdown has to look at.',
    ],
    [
      'open tags',
      '<Aside>\n\n'.repeat(2000),
      `${'<Aside>\n</Aside>\n<br />\n\n'.repeat(3000)}${'<Aside>\n\n'.repeat(2001)}`,
      '16001:1 Up to here more than 2000 tags were opened and not closed.',
    ],
    [
      'entities',
      '&amp;'.repeat(6000),
      '&amp;'.repeat(6001),
      '1:1 From here to the next blank line stand more than 6000 signs that Markdown has to look at.',
    ],
  ])('is one too many %s', (_, most, tooMuch, line) => {
    expect(find(most)).toBeUndefined();
    expect(find(tooMuch)).toBe(line);
  });

  it('is a line of a hyphen only where a list opens', () => {
    expect(find(`${'-'.repeat(100)}\n${'1.'.repeat(100)}\n${'+x '.repeat(50)}`)).toBeUndefined();
  });

  it('is a table of more than 40 columns, without its rows', () => {
    const table = (columns: number) =>
      `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|x'.repeat(columns)}|\n`;
    expect(readBody(table(40)).diagnostics).toEqual([]);
    const post = readBody(table(41));
    expect(post.diagnostics.map((diagnostic) => told(post, diagnostic))).toEqual([
      `guide/mdx-syntax “${'|a'.repeat(41)}|”: The table has 41 columns; at most 40 are read.`,
    ]);
    expect(JSON.stringify(post.body)).not.toContain('x');
  });

  it('is a table whose cells are too many with those of the tables before it', () => {
    const table = (rows: number) => `|a|b|\n|-|-|\n${'|x\n'.repeat(rows - 1)}\n`;
    expect(readBody(table(5000) + table(5000)).diagnostics).toEqual([]);
    const post = readBody(table(5000) + table(5001));
    expect(post.diagnostics.map((diagnostic) => told(post, diagnostic))).toEqual([
      'guide/mdx-syntax “|a|b|”: Up to here the tables of the post have 20002 cells; at most 20000 are read.',
    ]);
  });

  it('is a long text that only remark can read', () => {
    const long = '- a line\n\n'.repeat(2100);
    expect(readBody(long).diagnostics).toEqual([]);
    const linesOf = (body: string) =>
      readBody(body).diagnostics.map(({ range, message }) => [range.start.line, message]);
    expect(linesOf(`${long}> - a\n`)).toEqual([
      [
        4207,
        'Here stands a list in a quote, which is not read in this post: more than 2000 of its lines are indented, or in lists and quotes.',
      ],
    ]);
    expect(linesOf(`${long}<b>a\n`)).toEqual([
      [4207, 'MDX cannot be read from here on: Expected a closing tag for `<b>`.'],
    ]);
    expect(linesOf('> - a\n')).toEqual([]);
    // As long, by paragraphs and code.
    const post = '## Step\n\nA line (of *some* words): `code`.\n\n```text\n  a [b] <c>\n```\n\n'.repeat(2000);
    expect(linesOf(`${post}> - a\n\nhttps://example.org/ü\n`)).toEqual([]);
    expect(linesOf('`` `\n'.repeat(3001) + '> - a\n')).toHaveLength(1);
  });

  it('is nested more than 60 deep', () => {
    const nested = (depth: number) => '<Aside>\n\n'.repeat(depth) + 'x\n\n' + '</Aside>\n\n'.repeat(depth);
    expect(readBody(nested(55)).diagnostics).toEqual([]);
    expect(readBody(nested(61)).diagnostics.map(({ message }) => message)).toEqual([
      'Blocks are nested more than 60 deep here.',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { readBody, told } from './read-fixture.ts';

const messages = (body: string) => {
  const post = readBody(body);
  return post.diagnostics.map((diagnostic) =>
    told(post, diagnostic).replace(/ (?:opens no tag|and|in)\b.*/, ''),
  );
};

describe('a post with several faults', () => {
  it('has all of them told at once, each at its place', () => {
    expect(
      messages(
        'a <5 GB\n\nb {x\n\n> <Aside>\n> c\n\n# d\n\n```pyhton\ne\n```\n\n{1 + 1}\n\nsee <Value of="f\n\nend <https://g.h>',
      ),
    ).toEqual([
      'guide/mdx-syntax “<5”: This `<`',
      'guide/mdx-syntax “{”: The expression that this `{` opens is not closed.',
      'guide/mdx-syntax “<Aside>”: `<Aside>` is not closed.',
      expect.stringContaining('guide/heading'),
      'guide/unknown-language “pyhton”: “pyhton” is no language of code blocks here.',
      'guide/expression “{1 + 1}”: Braces hold a program here,',
      'guide/mdx-syntax “<Value”: The tag `<Value` does not end.',
      'guide/markdown-only “<https://g.h>”: MDX has no `<…>` links.',
    ]);
  });

  it('has those of the front matter told beside those of the body', () => {
    const file = createSourceFile(
      'allegories/a.mdx',
      '---\ntitle: A\ndate: 2014-13-01\n---\n\na <5 {b\n\n```yml\nc\n```\n',
    );
    expect(readGuide(file).diagnostics.map(({ rule, range }) => `${rule} ${range.start.line}`)).toEqual([
      'guide/front-matter 2',
      'guide/front-matter 3',
      'guide/mdx-syntax 6',
      'guide/mdx-syntax 6',
      'guide/unknown-language 8',
    ]);
  });

  it.each([
    ['a block in a paragraph', '<Aside>a\n\nb\n\n</Aside>\n\nc <5', ['<Aside>', '<5']],
    ['tags closed in the wrong order', 'a <b><i>c</b></i> d\n\ne <5', ['</b>', '<5']],
    ['a tag closed by another name', 'a <b>c</bb> d\n\ne <5', ['</bb>', '<5']],
    ['a tag that nothing opened', 'a</b>\n\ne <5', ['</b>', '<5']],
    ['two tags that nothing closes', 'a <b>\n\nc <b>', ['<b>', '<b>']],
  ])('has %s told once, and nothing that only follows', (_, body, places) => {
    const { file, diagnostics } = readBody(body);
    const found = diagnostics.map(({ range }) => file.text.slice(range.start.offset, range.end.offset));
    expect(found.map((text, index) => text.slice(0, places[index]?.length))).toEqual(places);
  });

  it('has its commands, so that they are checked as well, and is shown nowhere', () => {
    const post = readBody('a <5\n\n```ios platform=sg300\nvlan 5\n```');
    expect(post.blocks.map(({ code }) => code.text)).toEqual(['vlan 5']);
    expect(post.body).toEqual([]);
  });

  it('has no more told than anybody would mend at once', () => {
    expect(readBody('a <5\n\n'.repeat(200)).diagnostics).toHaveLength(26);
  });
});

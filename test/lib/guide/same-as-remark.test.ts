import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { describe, expect, it, vi } from 'vitest';
import { postOf } from '../../../bench/make-posts.ts';
import { parseMarkdownWithRemark, parseWithRemark } from '../../../src/lib/guide/parse-with-remark.ts';
import { parseWithSatteri } from '../../../src/lib/guide/parse-with-satteri.ts';
import type { Doubt } from '../../../src/lib/guide/reading-doubts.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { firstDifference } from '../../../tools/tree-difference.ts';
import { createChance, pick } from '../../chance.ts';

const root = resolve(import.meta.dirname, '../../..');
const fileOf = (text: string) => createSourceFile('allegories/post.mdx', text);

/** What differs between the tree that posts are read by and remark's; undefined also where remark is left to read the post. */
function differenceOf(text: string): string | undefined {
  const { tree } = parseWithSatteri(fileOf(text));
  if (!tree) return undefined;
  const remark = parseWithRemark(fileOf(text)).tree;
  return remark ? firstDifference(remark, tree) : 'remark refuses it';
}

/** The tree as it comes from Satteri. */
function rawDifferenceOf(text: string): string | undefined {
  const remark = parseWithRemark(fileOf(text)).tree;
  try {
    const raw = mdxToMdast(text, { features: { gfm: true, frontmatter: true } }) as Root;
    return remark ? firstDifference(remark, raw) : 'remark refuses it';
  } catch {
    return remark && 'Satteri refuses it';
  }
}

describe('the tree of a post is the one that remark makes', () => {
  it('of all posts and pages of the project, and of its fixtures', () => {
    for (const folder of ['src/content', 'test/fixtures']) {
      const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
      for (const name of names.filter((found) => /\.mdx?$/.test(found))) {
        const text = readFileSync(join(root, folder, name), 'utf8');
        if (name.endsWith('.mdx')) expect(differenceOf(text), name).toBeUndefined();
        else {
          const { tree } = parseWithSatteri(fileOf(text), 'md');
          if (tree)
            expect(firstDifference(parseMarkdownWithRemark(fileOf(text)), tree), name).toBeUndefined();
        }
      }
    }
  });

  it('of made-up posts, which are all read by Satteri', () => {
    for (let index = 0; index < 10; index++) {
      expect(parseWithSatteri(fileOf(postOf(index))).doubtful).toBeUndefined();
      expect(differenceOf(postOf(index))).toBeUndefined();
    }
  });

  it.each([
    ['signs of two units', '🙂 *a* 👩‍💻 **b** `c` [d](e)'],
    ['combining signs', 'e\u0301 *a\u0308* `n\u0303` **o\u0302**'],
    ['CR LF', '# a\r\n\r\n- b\r\n  *c*\r\n\r\n```text\r\nd\r\n```\r\n'],
    ['lone CR', '# a\r\r- b\r  *c*\r\r```text\rd\r```\r'],
    ['a byte order mark', '\uFEFF# 🙂 <Value of="x" />\n\n*b*\n'],
    ['a byte order mark before front matter', '\uFEFF---\na: b\n---\n\n🙂 *c*\r\n'],
    ['signs of two units in code', '- ```text\n  🙂{a}\n  ```\n\n🙂 <kbd>b</kbd> *c*'],
  ])('with places in UTF-16 units: %s', (_, text) => {
    expect(parseWithSatteri(fileOf(text)).doubtful).toBeUndefined();
    expect(differenceOf(text)).toBeUndefined();
  });
});

describe('the tree of a post in Markdown is the one that remark makes', () => {
  it.each([
    ['of HTML in a line', 'a <kbd>b</kbd> <br> *c <i>d</i>* {e} <!-- f -->'],
    [
      'of blocks of HTML',
      '<details>\n<summary>a</summary>\n\n**b**\n\n</details>\n\n<?php a ?>\n\n<!-- b\n\nc -->',
    ],
    ['of HTML in lists and quotes', '> <div>\n>\n> a\n>\n> </div>\n\n- <b>c</b>\n\n  <p>\n    d\n  </p>'],
    ['of HTML with CR LF', '<pre>\r\na\r\n\r\n b</pre>\r\n\r\n<b>\r\nc'],
    ['of braces and imports', 'import a {b}\n\nexport c <-- 1 < 2'],
  ])('%s', (_, text) => {
    const { tree } = parseWithSatteri(fileOf(text), 'md');
    expect(firstDifference(parseMarkdownWithRemark(fileOf(text)), tree!)).toBeUndefined();
  });

  it('also where dots end what looks like front matter', () => {
    const text = '---\na: b\n...\n\nc\n\n---\n\nd\n';
    expect(parseWithSatteri(fileOf(text), 'md').doubtful?.doubt).toBe('front matter that is not closed');
    expect(parseWithSatteri(fileOf(text)).doubtful?.doubt).toBe('front matter that is not closed');
  });
});

describe('a difference that is settled', () => {
  it.each([
    ['words in a tag alone on its line are a paragraph', '<Aside>a</Aside>'],
    ['also in a tag, and before blanks', '<details>\n<summary>*a* b</summary>  \n\nc\n\n</details>'],
    ['also in a list', '- <Correction of="a" id="b">c</Correction>'],
    ['the paragraph of a task begins with its box', '- [x] *a*\n- [ ] `b`'],
    ['attributes have places', '<Figure src="a" alt=\'b &amp; 🙂\' caption={"c"} />'],
    ['attributes on lines of their own have places', '<Figure\n  src="a"\n  alt = "b\n   c"\n/>'],
  ])('%s', (_, text) => {
    expect(rawDifferenceOf(text)).toBeDefined();
    expect(parseWithSatteri(fileOf(text)).doubtful).toBeUndefined();
    expect(differenceOf(text)).toBeUndefined();
  });

  it('braces and what begins an import are read in code', () => {
    const text = '`{a}` `b{`\n\n```bash {c}\nexport D={e}\nimport f\n```\n\n{/* {g} */}\n';
    expect(parseWithSatteri(fileOf(text)).doubtful).toBeUndefined();
    expect(differenceOf(text)).toBeUndefined();
  });
});

/** A text for every doubt, that the two parsers read differently; and whether they do, or might only. */
const doubts: Readonly<Record<Doubt, readonly [text: string, differs: boolean]>> = {
  'a character that Satteri changes': ['a\0b', true],
  'front matter that is not closed': ['---\n\n-   b\n\t1. a\n# ', true],
  'what Satteri refuses': ['<b>a', false],
  'an unknown node': ['+++\na\n+++\n\nb', true],
  'a program': ['import x\n\na', true],
  'a tag not as written': ['<A b={`c\n  d`} />', true],
  'a tag over several lines': ['> <A\n> b="c">x</A>', true],
  'a tag closed in another block': ['<Aside>\n*   </Aside>', true],
  'a tag beside others': ['<A>x</A> <B>y</B>', true],
  'a text before a tag': ['> a`\n> <b>c</b>', true],
  'a tag before blanks': ['- <A/> ', true],
  'a task without a text': ['- [x] <A/>', true],
  'code that is not closed': ['- ```\n\n- a', true],
  'a definition that goes on': ['[b]: em\n### a\n2) b', true],
  'a note in a note': ['[^a]: [^a]: note', true],
  'a list in a quote': ['> - - a\n>\t\n', true],
  'a bracket at the end of a text': ['# a < #', true],
  'a bare address': ['🙂www.a.b🙂', true],
  'a table with tabs': ['_\n  b\n~\\*\n-\t|', true],
  'an empty item': ['[^a]: \n  \n<A/>', true],
};

describe('a difference that is not settled is left to remark', () => {
  it.each(Object.entries(doubts))('%s', (doubt, [text, differs]) => {
    expect(parseWithSatteri(fileOf(text)).doubtful?.doubt).toBe(doubt);
    if (differs) expect(rawDifferenceOf(text)).toBeDefined();
  });

  it.each([
    ['a tag that goes on behind a list', '- x\n<A\n b="c"/>'],
    ['a comment that goes on behind a note', '[^a]: {/* a\n### 2:6 {/* more */}\n'],
    ['a heading with a tag that ends in the next', '# <b>\n\n## </b>'],
    ['a note that is indented', '-\t\n\t[^a]: note'],
    ['a definition with its address on the next line', '[b]: \n\t#'],
    ['a box behind a definition', '1. [b]: http://x "t"\n   [x]  c'],
    ['a text with a backtick before another line', '- a ``\n  **b**'],
    ['a tag behind a tab', '{1} \t <A>\nx <B/>'],
    ['a comment in a line that goes on in a quote', '[b]: {/* a\n     {x}\n> {/* more */}'],
    ['a note in a quote', '>[^a]: note\n>\t\n# 1'],
    ['an address before a comment', 'https://a.b/c=2{/* d */}'],
    ['an address after a sign', 'é{"a"}www.a.b&lt;'],
  ])('also %s', (_, text) => {
    expect(differenceOf(text)).toBeUndefined();
  });

  it('and nothing else, in any mixture', () => {
    const chance = createChance(20151);
    const pieces = [
      ...'*,**,_,`,``,[,],](x),[a](b),![,[^a],~~,\\,\\*,\\{,<b>,</b>,<b>x</b>,<Value of="x" />,<br/>'.split(
        ',',
      ),
      ...'{/* c */},{"a"},{1},{x},{,},<,>,&amp;,http://a.b,www.a.b,a@b.c,🙂,é,|,-,1.,:,a_b,2:6,[x] ,\t, ,word'.split(
        ',',
      ),
    ];
    const starts = ['', '', '', '> ', '- ', '1. ', '  ', '    ', '- [x] ', '## ', '[^a]: ', '[b]: ', '- - '];
    const lines = [
      ...[
        '',
        '',
        '---',
        '===',
        '```',
        '```powershell on=smb1',
        '~~~',
        '| a | b |',
        '|-|-|',
        '<Aside>',
        '</Aside>',
      ],
      ...['<summary>a</summary>', '<Aside>x</Aside>', '{/* more */}', '{/* a', 'b */}', 'import a from "b"'],
      ...['<Figure', 'src="a"', '/>', 'text', 'text  ', '<Value of="x" /> <Value of="y" />', '{1} {2}'],
    ];
    for (let round = 0; round < 400; round++) {
      let text = '';
      for (let count = 0; count < 6; count++) {
        const inline = Array.from({ length: 4 }, () => pick(chance, pieces)).join(pick(chance, ['', ' ']));
        text += pick(chance, starts) + (chance() < 0.5 ? pick(chance, lines) : inline);
        text += pick(chance, ['\n', '\n', '\n\n', '\r\n']);
      }
      expect(differenceOf(text), JSON.stringify(text)).toBeUndefined();
    }
  });
});

describe('no text ends the process', () => {
  it.each([
    ['brackets in braces', `{${'('.repeat(95_000)}1${')'.repeat(95_000)}}`],
    ['brackets behind code', `\`{/*\` {${'['.repeat(40_000)}${']'.repeat(40_000)} */}`],
    ['brackets behind a backslash', `\\\\{${'['.repeat(40_000)}${']'.repeat(40_000)}}`],
    ['brackets in an attribute', `<Aside title={${'['.repeat(40_000)}${']'.repeat(40_000)}} />`],
    ['brackets in an export', `export const a = ${'('.repeat(95_000)}${')'.repeat(95_000)}`],
    ['tags in braces', `{${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}}`],
    ['functions', `{${'a=>'.repeat(60_000)}1}`],
    ['templates', `{${'`${'.repeat(30_000)}1${'}`'.repeat(30_000)}}`],
  ])('%s', (_, text) => {
    expect(parseWithSatteri(fileOf(text)).doubtful).toBeDefined();
  });
});

describe('where Satteri cannot be loaded', () => {
  it('remark reads the post, and all is the same', async () => {
    const text = '# a\n\n<Aside>b</Aside>\n\n```text\n{c}\n```\n';
    vi.resetModules();
    vi.doMock('satteri', () => {
      throw new Error('no binding for this machine');
    });
    const { parsePost } = await import('../../../src/lib/guide/parse-post.ts');
    vi.doUnmock('satteri');
    const { value } = parsePost(fileOf(text));
    expect(firstDifference(value!, parseWithSatteri(fileOf(text)).tree!)).toBeUndefined();
  });
});

describe('the reference parser', () => {
  it('reads a post the same, whatever it read before', () => {
    const text = 'a {b {c} d} e\n';
    const before = JSON.stringify(parseWithRemark(fileOf(text)).tree);
    for (let count = 0; count < 60; count++) parseWithRemark(fileOf('{x} {y}'));
    expect(JSON.stringify(parseWithRemark(fileOf(text)).tree)).toBe(before);
  });

  it('reads Markdown that is no MDX as Satteri does', () => {
    const text = '- [x] *a* {b} < c\n\n| d |\n|-|\n| e |\n';
    const raw = markdownToMdast(text, { features: { gfm: true, frontmatter: true } }) as Root;
    expect(firstDifference(parseMarkdownWithRemark(fileOf(text)), raw)).toBeDefined();
    const { tree } = parseWithSatteri(fileOf(text), 'md');
    expect(firstDifference(parseMarkdownWithRemark(fileOf(text)), tree!)).toBeUndefined();
  });
});

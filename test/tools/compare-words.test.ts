import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import { readGuide } from '../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import {
  contentOfHtml,
  contentOfPage,
  contentOfSource,
  lossesOf,
} from '../../tools/compare-words/content.ts';
import { htmlOfBody } from '../../tools/compare-words/html-of-body.ts';
import { allegoryHead } from '../lib/guide/read-fixture.ts';

const everything = `## Words in *many* places

A <kbd>key</kbd>, [a link](https://example.com/a), \`code\`, a note[^1] and ![a picture](rack).

| one | two |
| --- | --- |
| three | four |

\`\`\`text
five
\`\`\`

    six

> [!NOTE]
> seven

<details>
<summary>eight</summary>

nine

</details>

<table><tr><td>ten</td></tr></table>

[^1]: eleven
`;

const lost = (source: string, html: string, told: readonly Diagnostic[] = []) =>
  lossesOf(contentOfSource(source, 'md'), contentOfHtml(html), {
    file: createSourceFile('allegories/post.md', source),
    told,
  }).map(({ kind, what }) => `${kind}: ${what}`);

describe('what is on the page of a post', () => {
  it('is all that stands in its source', () => {
    const file = createSourceFile('allegories/post.md', allegoryHead + everything);
    const guide = readGuide(file);
    expect(guide.diagnostics).toEqual([]);
    const source = contentOfSource(file.text, 'md');
    expect(source).toMatchObject({ pictures: 1, tables: 2, listings: 2, notes: 1 });
    expect(source.links).toContain('https://example.com/a');
    expect(source.words).toEqual(expect.arrayContaining(['places', 'three', 'five', 'six', 'ten', 'eleven']));
    expect(lossesOf(source, contentOfHtml(htmlOfBody(guide)), { file, told: [] })).toEqual([]);
  });

  it('is what stands in its body, and not around that', () => {
    const page = '<nav>one</nav><main><h1>two</h1><div class="a prose"><p>three</p></div></main>';
    expect(contentOfPage(page).words).toEqual(['three']);
    expect(() => contentOfPage('<main>one</main>')).toThrow('no body');
  });

  it('is told of in all places of one diagnostic, and not between them', () => {
    const body = '```js\none\n```\n\ntwo\n\n```js\nthree\n```\n';
    const file = createSourceFile('allegories/post.md', allegoryHead + body);
    const { diagnostics: told } = readGuide(file);
    expect(told).toHaveLength(1);
    expect(
      lossesOf(contentOfSource(file.text, 'md'), contentOfHtml('<pre>one</pre><pre>three</pre>'), {
        file,
        told,
      }),
    ).toEqual([{ kind: 'word', what: 'two' }]);
  });

  it('is read in MDX as MDX has it: below a tag stands Markdown, and values stand in braces', () => {
    const source = '<div>\n| a | [b](c) |\n| - | - |\n</div>\n\n<img src={require("./d.png").default} />\n';
    expect(contentOfSource(source, 'md')).toMatchObject({ tables: 0, links: [], pictures: 0 });
    expect(contentOfSource(source.replaceAll('"', "'"), 'mdx')).toMatchObject({
      tables: 1,
      links: ['c'],
      pictures: 1,
    });
  });

  it.each([
    ['one two two', '<p>one two</p>', 'word: two'],
    ['one\n\ntwo', '<p>onetwo</p>', 'word: one', 'word: two'],
    ['![a](b.png)', '<p></p>', 'picture: 1 of 1'],
    ['| a |\n| - |', '<p>a</p>', 'table: 1 of 1'],
    ['```\na\n```', '<p>a</p>', 'listing: 1 of 1'],
    ['[a](https://example.com/b)', '<p>a</p>', 'link: https://example.com/b'],
    ['a[^1]\n\n[^1]: b', '<p>a <a href="#x">1</a> b footnotes 1</p>', 'note: 1 of 1'],
    ['<p>a<b>b</b></p>', '<p>a <b>b</b></p>', 'word: ab'],
  ])('is told to be lost where it is: %j', (source, html, ...expected) => {
    expect(lost(source, html)).toEqual(expect.arrayContaining(expected));
    expect(lost(source, contentHtml(source))).toEqual([]);
  });

  it('is not lost where a line of it is told', () => {
    const file = createSourceFile('allegories/post.md', `${allegoryHead}one\n\n<script>two()</script>\n`);
    const guide = readGuide(file);
    const source = '<p>one <u>two</u></p>';
    expect(
      lossesOf(contentOfSource(source, 'md'), contentOfHtml('<p>one</p>'), { file, told: guide.diagnostics }),
    ).toEqual([]);
  });
});

/** The source as the program that reads sources renders it: nothing of it is lost. */
function contentHtml(source: string): string {
  const { words, links, pictures, tables, listings, notes } = contentOfSource(source, 'md');
  return [
    words.join(' '),
    ...links.map((link) => `<a href="${link}"></a>`),
    '<img>'.repeat(pictures),
    '<table></table>'.repeat(tables),
    '<pre></pre>'.repeat(listings),
    '<div id="note-1"></div>'.repeat(notes),
  ].join(' ');
}

import { describe, expect, it } from 'vitest';
import { bodyHtml, readBody } from '../read-fixture.ts';

describe('a list of definitions', () => {
  it.each([
    ['a\n: b', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['*a* `b`\n:   c\n: *d*', '<dl><dt><em>a</em> <code>b</code></dt><dd>c</dd><dd><em>d</em></dd></dl>'],
    ['a\n: b\nc\n: d', '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>'],
    ['a\n: b\n  goes on', '<dl><dt>a</dt><dd>b\ngoes on</dd></dl>'],
    ['a\n\n: b', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['a\r\n: b\r\n', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['- a\n  : b', '<ul>\n<li>\n<dl><dt>a</dt><dd>b</dd></dl>\n</li>\n</ul>'],
    ['> a\n> : b', '<blockquote>\n<dl><dt>a</dt><dd>b</dd></dl>\n</blockquote>'],
  ])('is terms and what is said of them: %j', (body, html) => {
    expect(bodyHtml(body).trim()).toBe(html);
    expect(readBody(body).diagnostics).toEqual([]);
  });

  it('holds what is indented below', () => {
    const body = 'a\n: b\n\n    - c\n\n    ```text\n    d\n    ```\n\ne';
    expect(bodyHtml(body)).toBe(
      '<dl><dt>a</dt><dd><p>b</p><ul>\n<li>c</li>\n</ul>[StaticBlock lang="text" code="d"]</dd></dl>\n<p>e</p>',
    );
    expect(readBody(body).diagnostics).toEqual([]);
  });

  it.each(['a\n\\: b', 'a\n:b', 'a : b', ': b', 'two\nlines\n\n: b'])('is nothing else: %j', (body) => {
    expect(bodyHtml(body)).not.toContain('<dl>');
  });

  it('is counted and told of like all words', () => {
    const { words, diagnostics, file } = readBody('one two\n: three [^9]');
    expect(words).toBe(4);
    expect(diagnostics.map(({ range }) => file.text.slice(range.start.offset, range.end.offset))).toEqual([
      '[^9]',
    ]);
  });
});

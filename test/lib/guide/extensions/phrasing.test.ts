import { gemoji } from 'gemoji';
import { describe, expect, it } from 'vitest';
import { emojiOf } from '../../../../src/lib/guide/extensions/emoji.ts';
import { bodyHtml, readBody } from '../read-fixture.ts';

const marked = (body: string) => {
  const { diagnostics, file } = readBody(body);
  return diagnostics.map(({ rule, range }) => [rule, file.text.slice(range.start.offset, range.end.offset)]);
};

describe('an emoji code', () => {
  it('has the sign that GitHub has for its name', () => {
    for (const { emoji, names } of gemoji) for (const name of names) expect(emojiOf(name), name).toBe(emoji);
    expect(emojiOf('toString')).toBeUndefined();
  });

  it('is its sign wherever it stands by itself', () => {
    expect(bodyHtml(':warning: a :+1:. (:tada:) **:x:**')).toBe('<p>⚠️ a 👍. (🎉) <strong>❌</strong></p>');
    expect(readBody('## :rocket: Go').headings).toMatchObject([{ text: '🚀 Go', anchor: 'go' }]);
  });

  it.each([
    'at 10:30:00, ::1, fe80::x:1, a:x:b, http://a:x:b',
    '\\:x: :x\\:',
    '`:x:` and "key":x:1',
    'a :nothing_at_all: :port: b',
    '```text\n:x:\n```',
  ])('is nothing else: %j', (body) => {
    expect(bodyHtml(body)).not.toMatch(/❌|\p{Extended_Pictographic}/u);
    expect(marked(body)).toEqual([]);
  });

  it('is told where its name is misspelt', () => {
    expect(marked('a :warnning: b')).toEqual([['guide/emoji-code', ':warnning:']]);
    expect(readBody(':warnning:').diagnostics[0]!.hint).toContain('`:warning:`');
  });
});

describe('words between two signs of equality', () => {
  it.each([
    ['a ==b c== d', '<p>a <mark>b c</mark> d</p>'],
    ['==a==, (==b==)', '<p><mark>a</mark>, (<mark>b</mark>)</p>'],
    ['==a **b** `c`==', '<p><mark>a <strong>b</strong> <code>c</code></mark></p>'],
    ['**==a==**', '<p><strong><mark>a</mark></strong></p>'],
    ['> &amp; ==a\n> b== c', '<blockquote>\n<p>&#x26; <mark>a\nb</mark> c</p>\n</blockquote>'],
  ])('are marked: %j', (body, html) => expect(bodyHtml(body)).toBe(html));

  it.each(['a == b == c', 'x==y==z', 'a ==b', '===a===', '\\==a==', '`==a==`', 'a ==\nb', 'if (a== b) ==c'])(
    'are nothing else: %j',
    (body) => {
      expect(bodyHtml(body)).not.toContain('<mark>');
      expect(marked(body)).toEqual([]);
    },
  );

  it('have what stands in them told at its place', () => {
    expect(marked('😀 ==a [^9]== b[^8]')).toEqual([
      ['guide/footnote', '[^9]'],
      ['guide/footnote', '[^8]'],
    ]);
  });
});

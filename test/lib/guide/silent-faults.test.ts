import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { allegoryHead, readBody } from './read-fixture.ts';

// What Markdown drops or prints as it stands, and nobody would be told of.

const marked = (body: string) => {
  const { diagnostics, file } = readBody(body);
  return diagnostics.map(({ rule, range }) => [rule, file.text.slice(range.start.offset, range.end.offset)]);
};
const fixed = (body: string) => {
  const { diagnostics, file } = readBody(body);
  return applyFixes(file.text, diagnostics).text.slice(allegoryHead.length, -1);
};

describe('a row with more cells than its head', () => {
  const table = (...rows: readonly string[]) => ['| a | b |', '| --- | --- |', ...rows].join('\n');

  it('is told at the cells that are on no page', () => {
    expect(marked(table('| 1 | 2 |', '| 1 | 2 | 3 | 4 |'))).toEqual([['guide/table-cells', '| 3 | 4 |']]);
    expect(marked(`- x\n\n${table('| 1 | 2 | *3* |').replace(/^/gm, '  ')}`)).toEqual([
      ['guide/table-cells', '| *3* |'],
    ]);
  });

  it('is mended where its pipes stand in code', () => {
    expect(fixed(table('| x | `Get-VM | Stop-VM` |'))).toBe(table('| x | `Get-VM \\| Stop-VM` |'));
    expect(fixed(table('| ``a|b`` | `c | d` and `e \\| f` |'))).toBe(
      table('| ``a\\|b`` | `c \\| d` and `e \\| f` |'),
    );
    for (const row of ['| 1 | 2 | 3 |', '| `a | b` | 2 | 3 |', '| 1 | `2 | 3 |'])
      expect(fixed(table(row))).toBe(table(row));
  });

  it('is no fault where nothing is lost', () => {
    expect(marked(table('| 1 |', '| 1 | 2 | |', '| `a \\| b` | a \\| b |'))).toEqual([]);
  });
});

describe('code by its indentation', () => {
  it('is told once for all its lines, and put between fences', () => {
    const body = 'Type:\n\n    # now\n    $a = *b*\n\n      - c\n\nDone.';
    expect(marked(body)).toEqual([['guide/indented-code', '# now\n    $a = *b*\n\n      - c']]);
    expect(fixed(body)).toBe('Type:\n\n```text\n# now\n$a = *b*\n\n  - c\n```\n\nDone.');
    expect(fixed('\ta\n\tb')).toBe('```text\na\nb\n```');
  });

  it('is no tag that nothing opens', () => {
    const rules = marked('<div>\n\n<p>a\n\n    </p>\n    b\n</div>').map(([rule]) => rule);
    expect(rules).not.toContain('guide/indented-code');
    expect(rules).toContain('guide/mdx-syntax');
  });

  it('is told in lists, where it is further in than their text', () => {
    expect(fixed('- a\n\n      b\n        c')).toBe('- a\n\n  ```text\n  b\n    c\n  ```');
  });

  it('is not what belongs to a list or a tag, or goes on', () => {
    const ours = [
      '- a\n\n    b',
      '1.  a\n\n    b\n\n    - c\n\n        d',
      '<Aside>\n    a\n\n    b\n</Aside>',
      'a\n    b',
      '   a',
    ];
    for (const body of ours) expect(marked(body)).toEqual([]);
  });
});

describe('a mark without a note', () => {
  it.each([
    ['a [^9] b', '[^9]'],
    ['a.[^mine]', '[^mine]'],
    ['| a |\n|---|\n| b[^2] |', '[^2]'],
    ['> a\n> &amp; b[^2]', '[^2]'],
  ])('is told at its place: %j', (body, mark) => {
    expect(marked(body)).toEqual([['guide/footnote', mark]]);
  });

  it.each(['[^0-9] [^a-z]', 'the class [^abc] or a[^9]+', '\\[^9] [\\^9]', '`[^9]`', 'a[^b]\n\n[^b]: c'])(
    'is nothing else: %j',
    (body) => expect(marked(body)).toEqual([]),
  );
});

describe('a link by a name that has no address', () => {
  it.each([
    ['a [level of wood][level] b', '[level of wood][level]'],
    ['[level of wood][]', '[level of wood][]'],
    ['[level][2]', '[level][2]'],
    ['[level][spirit-level]', '[level][spirit-level]'],
  ])('is told at its place: %j', (body, link) => {
    expect(marked(body)).toEqual([['guide/undefined-reference', link]]);
  });

  it('names the address that was meant', () => {
    const { diagnostics } = readBody('[level]: /a/\n\nA [level of wood][levl].');
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['Did you mean [level]?']);
  });

  it.each([
    '[int][char] of [string][]',
    '$a[0][1] and $a[b c][1]',
    '[b c][d](e)',
    '\\[a b][c]',
    '[a b][c]\n\n[c]: /d/',
    '[1][2] and [ ][x]',
  ])('is nothing else: %j', (body) => expect(marked(body)).toEqual([]));
});

describe('text that HTML says is meant to the letter', () => {
  const said = (path: string, body: string) =>
    readGuide(createSourceFile(path, `${allegoryHead}${body}\n`)).diagnostics.map(({ rule }) => rule);
  const patterns = ['up{job="/graph"}[5m]', 'a[^9]', 'x [^9]', '[[Page Name]]', '{{ x | y }}', '{#id}'];

  it.each(patterns)('is none of what other programs read: %s', (text) => {
    for (const tag of ['code', 'kbd', 'samp'])
      expect(said('allegories/post.md', `Type <${tag}>${text}</${tag}> now.`)).toEqual([]);
    expect(said('allegories/post.md', `Type <code>${text} <b>${text}</b></code> now.`)).toEqual([]);
    expect(said('allegories/post.md', `<p>See <code>${text}</code>.</p>`)).toEqual([]);
    expect(said('allegories/post.md', `<pre>\n${text}\n</pre>`)).toEqual([]);
  });

  it('ends with its element', () => {
    expect(said('allegories/post.md', 'Type <code>a[^9]</code>, then b[^9].')).toEqual(['guide/footnote']);
    expect(said('allegories/post.mdx', 'Type <code>a[^9]</code>, then b[^9].')).toEqual(['guide/footnote']);
  });
});

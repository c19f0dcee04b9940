import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { readBody, told } from './read-fixture.ts';

const repaired = (body: string) => {
  const { file, diagnostics } = readBody(body);
  return applyFixes(file.text, diagnostics)
    .text.replace(/^---[^]*?---\n\n/, '')
    .trimEnd();
};

describe('what Markdown writes in another way than MDX', () => {
  it.each([
    ['a <!-- b --> c', 'a {/* b */} c'],
    ['<!--\nb\n\nc */ d\n-->\n\ne', '{/*\nb\n\nc * / d\n*/}\n\ne'],
    ['<!-- more -->', '{/* more */}'],
    ['a <https://example.com/a_b?c=d>', 'a [https://example.com/a\\_b?c=d](https://example.com/a_b?c=d)'],
    ['<me@example.com>', '[me@example.com](mailto:me@example.com)'],
    ['a<br>b <br/> <br >', 'a<br />b <br/> <br />'],
    ['<img src="rack" alt="a > b">', '<img src="rack" alt="a > b" />'],
    ['> - <hr>', '> - <hr />'],
    [
      '<details>\n<summary>a<br>b</summary>\n\n<!-- c -->\n\n</details>',
      '<details>\n<summary>a<br />b</summary>\n\n{/* c */}\n\n</details>',
    ],
  ])('is told, and repaired by --fix: %j', (body, fixed) => {
    const guide = readBody(body);
    expect(new Set(guide.diagnostics.map(({ rule }) => rule))).toEqual(new Set(['guide/markdown-only']));
    expect(repaired(body)).toBe(fixed);
    expect(readBody(fixed).diagnostics.filter(({ rule }) => rule !== 'guide/unknown-reference')).toEqual([]);
  });

  it('is told all at once, with all else that is wrong', () => {
    const guide = readBody('a <!-- b --> {c + d} <br>\n\n[e](javascript:f) <img src=a alt="b">');
    expect(guide.diagnostics.map((one) => told(guide, one).replace(/”: .*$/, '”'))).toEqual([
      'guide/markdown-only “<!-- b -->”',
      'guide/expression “{c + d}”',
      'guide/markdown-only “<br>”',
      'guide/unsafe-link “[e](javascript:f)”',
      'guide/markdown-only “<img src=a alt="b">”',
    ]);
  });

  it.each(['`<!-- a -->` and `<br>`', '```text\n<br> <!-- a -->\n```', 'a {/* <br> <!-- b --> */} c'])(
    'is no matter in code and comments: %j',
    (body) => {
      expect(readBody(body).diagnostics).toEqual([]);
      expect(readBody(`${body}\n\nd <br> e`).diagnostics).toHaveLength(1);
    },
  );
});

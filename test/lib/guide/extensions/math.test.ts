import { describe, expect, it } from 'vitest';
import { isFormula } from '../../../../src/lib/guide/extensions/math-evidence.ts';
import { renderMath } from '../../../../src/lib/guide/extensions/render-math.ts';
import { bodyHtml, readBody, told } from '../read-fixture.ts';

const lines = (body: string) => {
  const post = readBody(body);
  return post.diagnostics.map((diagnostic) => told(post, diagnostic));
};
/** A body's formulas as TeX, those by themselves in double brackets; all else as HTML. */
const texts = (body: string) => {
  const html = bodyHtml(body);
  return html.replace(
    /\[Formula tex=("(?:[^"\\]|\\.)*") display=(true|false) mathml="(?:[^"\\]|\\.)*"\]/g,
    (_match, tex: string, display: string) => {
      const written = String(JSON.parse(tex));
      return display === 'true' ? `[[${written}]]` : `[${written}]`;
    },
  );
};

describe('a formula', () => {
  it.each([
    ['a $x^2$ b', '<p>a [x^2] b</p>'],
    ['$\\frac{a}{b_1}$, $O(n)$ and $n$.', '<p>[\\frac{a}{b_1}], [O(n)] and [n].</p>'],
    ['**$2^{16}$** | $*a*$ $a*b*c$', '<p><strong>[2^{16}]</strong> | $<em>a</em>$ [a*b*c]</p>'],
    ['$`a_b`$ and $`\\text{x}`$', '<p>[a_b] and [\\text{x}]</p>'],
    ['\\(a < b^2\\)', '<p>[a < b^2]</p>'],
    [
      '| a |\n|---|\n| $x^2$ |',
      '[Table: <table>\n<thead>\n<tr>\n<th scope="col">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>[x^2]</td>\n</tr>\n</tbody>\n</table>]',
    ],
    ['a\n\n$$\nx = {a}\n$$\n\nb', '<p>a</p>\n<p>[[x = {a}]]</p>\n<p>b</p>'],
    ['$$x = 1$$', '<p>[[x = 1]]</p>'],
    ['> $$\n> x\n> > y\n> $$', '<blockquote>\n<p>[[x\n  > y]]</p>\n</blockquote>'],
    ['- a\n\n  $$\n  x\n  $$', '<ul>\n<li>\n<p>a</p>\n<p>[[x]]</p>\n</li>\n</ul>'],
    ['```math\n\\sqrt{x}\n```', '<p>[[\\sqrt{x}]]</p>'],
  ])('is read as it is written: %j', (body, text) => {
    expect(texts(body)).toBe(text);
    expect(lines(body)).toEqual([]);
  });

  it.each([
    '$5 and $6, or $5-$10, 5$ and 6$',
    '$env:PATH and $HOME, $a=$b, ${x\\}'.replace('{x', '\\{x'),
    '\\\\srv\\c$ and \\\\srv\\d$, $HOME\\bin and PATH$',
    'permit ^65001_$ and ^$ or _65000_$',
    '$my_var$ $_ $$ $? \\$x^2\\$ $PSVersionTable$',
    '`$x^2$` and `$`',
    '```text\n$x^2$\n$$\nx\n$$\n```',
    '(a) and \\(b or c\\) and \\[d e\\]',
    '$$\n\nx',
    '[a](b "$x^2$")',
  ])('is nothing else: %j', (body) => {
    expect(bodyHtml(body)).not.toContain('[Formula');
    expect(lines(body)).toEqual([]);
  });

  it('is not cut by what it looks like: code in code stays code', () => {
    expect(bodyHtml('`$x^2$` ``a $`b`$``')).toBe('<p><code>$x^2$</code> <code>a $`b`$</code></p>');
    expect(bodyHtml('[a](b "$x^2$")')).toContain('title="$x^2$"');
    expect(bodyHtml('```text\n$$\nx\n$$\n```')).toBe('[StaticBlock lang="text" code="$$\\nx\\n$$"]');
  });

  it.each([
    ':::note {{< a >}} $x^2$\nb\n:::',
    '$$\n:::note\n$$\n:::',
    '$$\n```text\na\n```\n$$',
    '{{< highlight a >}}\n:::note\n$x^2$\n:::\n{{< /highlight >}}',
  ])('and other forms that overlap leave every place what it is: %j', (body) => {
    const { file, diagnostics } = readBody(`${body}\n\n<Figur />`);
    const { range } = diagnostics.find(({ rule }) => rule === 'guide/unknown-component')!;
    expect(file.text.slice(range.start.offset, range.end.offset)).toBe('<Figur');
  });

  it('is told where it cannot be shown, at its place', () => {
    expect(lines('a $\\frac{x}{$')).toHaveLength(1);
    expect(lines('a $\\frac{x}{$')[0]).toMatch(/^guide\/math “.*”: This formula cannot be shown: /);
    expect(lines('$$\n\\nothing x\n$$')).toEqual([
      'guide/math “\\”: This formula cannot be shown: unsupported function name: \\nothing.',
    ]);
    expect(
      lines('$\\color{red}x^2$ $\\boxed{x}$ $\\overline{x_i}$ $\\href{javascript:x}{y^2}$'),
    ).toHaveLength(4);
    // Nor is a command that formulas here do not have printed without a word.
    expect(lines('a $\\href{javascript:x}{y}$ b')).toEqual([expect.stringMatching(/^guide\/math/)]);
    expect(lines('$\\path$ and $\\data$')).toEqual([]);
    expect(lines('```math\n\\foo\n```')).toHaveLength(1);
  });

  it('is a word or so of a heading', () => {
    expect(readBody('## Why $O(n)$').headings).toMatchObject([{ text: 'Why O(n)', anchor: 'why-o-n' }]);
  });
});

describe('what stands between two dollars', () => {
  it.each(['x', 'n+1', 'O(n)', 'a_i', 'x^2', '2^{16}', '\\log n', 'n = 3', 'a < b', '10^6'])(
    'is a formula: %s',
    (tex) => expect(isFormula(tex)).toBe(true),
  );
  it.each(['5', 'env', 'HOME\\bin', 'my_var', '5 - 6', 'a b', 'PSItem', '_', 'x y = z w.'])(
    'is none: %s',
    (tex) => expect(isFormula(tex)).toBe(false),
  );
});

describe('MathML', () => {
  it.each([
    '\\begin{aligned}a&=b\\\\c&=d\\end{aligned}',
    '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    '\\begin{cases}a&b\\\\c\\end{cases}',
    '\\underbrace{a}_{b} \\hat{f} \\vec{x} \\bar{y}',
    '\\sum_{i=0}^n \\text{"a" < \\& b}',
    '\\mathbb{R} \\left(\\frac12\\right)',
  ])('has no style, nothing that runs, and one root: %s', (tex) => {
    const { html } = renderMath(tex, true);
    expect(html).toMatch(/^<math[ >].*<\/math>$/s);
    expect(html).not.toMatch(/ style=|href|<(?!\/?m)|on\w+=/);
    expect(html).toContain('display="block"');
  });
});

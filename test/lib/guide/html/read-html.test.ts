import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../src/lib/diagnostics/apply-fixes.ts';
import type { Guide, Segment } from '../../../../src/lib/guide/guide.ts';
import { readGuide } from '../../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { allegoryHead, told } from '../read-fixture.ts';

const read = (body: string, ending = 'md'): Guide =>
  readGuide(createSourceFile(`allegories/post.${ending}`, `${allegoryHead}${body}\n`));

/** Calls as `Name{props}(children)`, HTML as it is. */
const write = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => {
      if (typeof segment === 'string') return segment;
      const props = Object.entries(segment.props).map(([name, value]) => `${name}=${String(value)}`);
      const children = segment.children.length > 0 ? `(${write(segment.children)})` : '';
      return `${segment.component}{${props.join(' ')}}${children}`;
    })
    .join('')
    .replace(/\n+/g, ' ');
const shown = (body: string, ending?: string) => write(read(body, ending).body);
const problems = (body: string, ending?: string) => {
  const guide = read(body, ending);
  return guide.diagnostics.map((one) => told(guide, one).replace(/ https:.*$/, ''));
};

describe('a post in Markdown', () => {
  it('has braces, imports and brackets that are text', () => {
    const body = 'import a from {b}\n\nexport c {d} 2 < 3 a <- b <https://example.com> <a@b.example>';
    expect(problems(body)).toEqual([]);
    expect(shown(body)).toBe(
      '<p>import a from {b}</p> <p>export c {d} 2 &#x3C; 3 a &#x3C;- b <a href="https://example.com" rel="noopener">https://example.com</a> <a href="mailto:a@b.example">a@b.example</a></p>',
    );
  });

  it('has the words, headings and excerpt of one in MDX', () => {
    const md = read(
      'One.\n\n<!-- more -->\n\n## Two *three*\n\n<!-- not shown -->\n\nFour<!-- five --> six.',
    );
    const mdx = read('One.\n\n{/* more */}\n\n## Two *three*\n\nFour six.', 'mdx');
    expect(md.diagnostics).toEqual([]);
    expect(md.body).toEqual(mdx.body);
    expect(md.excerpt).toEqual(mdx.excerpt);
    expect(md.headings).toEqual(mdx.headings);
    expect(md.words).toBe(mdx.words);
  });

  it.each(['md', 'markdown'])('may end in .%s', (ending) => {
    expect(read('a {b}', ending)).toMatchObject({ data: { slug: 'post' }, diagnostics: [] });
  });
});

describe('HTML that begins what it does not end', () => {
  const begun = [
    '<div class="a" title="b',
    '<div class',
    '<div class=',
    '<div class="a"',
    '<div\n  class="a"',
    '<hr /',
    '<p>a <b',
    '</div',
    '</div class',
    '<h2>a</h2>\n<?php echo',
    '<h2>a</h2>\n<![CDATA[a',
    '<h2>a</h2>\n<!-- a',
    '<h2>a</h2>\n<!DOCTYPE html a',
  ];
  const after = ['<p>kept</p>', 'kept', 'kept <b>too</b>', '-->\n\nkept', '" c>kept'];

  it.each(begun)('is told, and what follows is read all the same: %j', (html) => {
    for (const next of after) {
      const body = `${html}\n\nWords.\n\n${next}`;
      expect(problems(body).join('\n'), next).toMatch(/does not end/);
      expect(shown(body), next).toContain('kept');
    }
  });

  it('is no tag with a bracket in its value, and no comment that ends', () => {
    for (const html of ['<span title="a > b">c</span>', "<p title='\"'>a</p>", '<!--> a', '<p>a --!> b</p>'])
      expect(problems(`${html}\n\n<p>b</p>`).join(), html).not.toContain('does not end');
  });
});

describe('what stands beside HTML in Markdown', () => {
  it('lines indented by four are a listing', () => {
    const body = 'One:\n\n    two\n      three\n\n- four\n\n      five $x$ {% six %}';
    expect(problems(body)).toEqual([]);
    expect(shown(body)).toMatch(
      /StaticBlock\{lang=text code=two {3}three\}.*StaticBlock\{lang=text code=five \$x\$ \{% six %\}\}/,
    );
  });

  it('directives and alerts are asides, HTML within them', () => {
    const body =
      ':::note A title\n\nA <kbd>b</kbd>.\n\n:::\n\n> [!TIP]\n> C<br>d.\n\n:::details More\n\n<b>e</b>\n\n:::';
    expect(problems(body)).toEqual([]);
    expect(shown(body)).toMatch(
      /^Aside\{.*<kbd>b<\/kbd>.*Aside\{.*<br>.*<details><summary>More<\/summary><p><b>e<\/b>/,
    );
  });

  it('what no parser reads is written out in attributes', () => {
    expect(problems('<img src="{{% a %}}/b.png" alt="c">')[0]).toContain('“{{% a %}}/b.png”');
  });

  it('a value in the text of a labwork is told', () => {
    const head = allegoryHead.replace('---\n\n', 'labwork: 1\n---\n\n');
    const guide = readGuide(createSourceFile('labworks/post.md', `${head}The switch {{vswitch}}.\n`));
    expect(guide.diagnostics.map(({ rule }) => rule)).toContain('guide/expression');
  });
});

describe('HTML is shown in both formats', () => {
  it.each([
    ['a <kbd>Ctrl</kbd><br/>b', '<p>a <kbd>Ctrl</kbd><br> b</p>'],
    ['H<sub>2</sub>O and x<sup>2</sup>', '<p>H<sub>2</sub>O and x<sup>2</sup></p>'],
    ['<abbr title="Small">S</abbr>', '<p><abbr title="Small">S</abbr></p>'],
    ['<ins>a</ins> <s>b</s> <tt>c</tt>', '<p><ins>a</ins> <s>b</s> <code>c</code></p>'],
    ['<hr/>', '<hr>'],
    [
      '<details open>\n<summary>More</summary>\n\nThe **rest**.\n\n</details>',
      '<details open><summary>More</summary><p>The <strong>rest</strong>.</p></details>',
    ],
    [
      '<table>\n<tr><th>A</th><td colspan="2" align="right">1</td></tr>\n</table>',
      /^Table\{\}\(<table>(?:<tbody>)?<tr><th scope="col">A<\/th><td colspan="2" class="align-right">1<\/td><\/tr>/,
    ],
    [
      '| a | b |\n| --- | --: |\n| short | read as a sentence, from end to end, with `code` |',
      /<td>short<\/td> <td class="align-right long">read as/,
    ],
    ['<ul>\n<li>a</li>\n<li>\n\nb\n\nc\n\n</li>\n</ul>', '<ul><li>a</li><li><p>b</p><p>c</p></li></ul>'],
    ['<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['<h2>A title</h2>', '<h2 id="a-title">A title</h2>'],
    [
      '<img src="../figures/rack.svg" alt="A rack" title="Ours"/>',
      'Figure{src=rack alt=A rack caption=Ours}',
    ],
    ['a <img src="rack" alt="A rack"/>', '<p>a Picture{src=rack alt=A rack}</p>'],
    [
      '<figure><img src="rack" alt="A rack"/><figcaption>Ours</figcaption></figure>',
      'Figure{src=rack alt=A rack caption=Ours}',
    ],
    ['<p><img src="rack" alt="A rack"/></p>', 'Figure{src=rack alt=A rack}'],
    ['<a href="https://example.com">a</a>', '<p><a href="https://example.com" rel="noopener">a</a></p>'],
  ] as const)('%s', (body, expected) => {
    for (const ending of ['md', 'mdx']) {
      expect(problems(body, ending)).toEqual([]);
      if (typeof expected === 'string') expect(shown(body, ending)).toBe(expected);
      else expect(shown(body, ending)).toMatch(expected);
    }
  });

  it('a heading in HTML is one of the page, and a picture one of the post', () => {
    const guide = read('<h2>A title</h2>\n\n<img src="./rack.jpg" alt="A rack">\n\n![b](../figures/b.svg)');
    expect(guide.headings).toEqual([{ depth: 2, text: 'A title', anchor: 'a-title' }]);
    expect(guide.references.map(({ name }) => name)).toEqual(['b']);
  });

  it('text in a <pre> is a listing, whatever colours it', () => {
    const body = '<pre class="language-json"><code>{ "a":\n  <span class="n">1</span> }\n</code></pre>';
    expect(problems(body)).toEqual([]);
    expect(read(body).body).toEqual([
      { component: 'StaticBlock', props: { lang: 'json', code: '{ "a":\n  1 }' }, children: [] },
    ]);
  });
});

describe('an id of the post', () => {
  it('is the post’s own, and its links lead there', () => {
    const body = '<a name="one"></a>\n\n<h2 id="content">Two</h2>\n\n[1](#one) [2](#content) [3](#three)';
    expect(problems(body)).toEqual([]);
    expect(shown(body)).toBe(
      '<p><span id="in-post-one"></span></p> <h2 id="two"><span id="in-post-content"></span>Two</h2> ' +
        '<p><a href="#in-post-one">1</a> <a href="#in-post-content">2</a> <a href="#three">3</a></p>',
    );
  });

  it('is where its links are said to lead', () => {
    const { links, anchors } = read('<a name="one"></a>\n\n[1](#one)');
    expect(links.map(({ url }) => url)).toEqual(['#in-post-one']);
    expect(anchors).toContain('in-post-one');
  });

  it('is none that a heading has, and there once', () => {
    expect(shown('<span id="a">x</span>\n\n## In post a')).toContain('<h2 id="in-post-a-1">');
    expect(problems('<b id="a">x</b> <i id="a">y</i>')).toEqual([
      'guide/html-structure “<i”: The id of <i> is there twice.',
    ]);
  });
});

describe('what is taken out is told at its place', () => {
  it.each([
    ['<script>alert(1)</script>', 'guide/active-html “<script”'],
    ['a <script>alert(1)</script> b', 'guide/active-html “<script”'],
    ['<style>p { color: red }</style>', 'guide/active-html “<style”'],
    ['<iframe src="https://example.com"></iframe>', 'guide/active-html “<iframe”'],
    ['<object data="a.swf"></object>', 'guide/active-html “<object”'],
    ['<svg><script>alert(1)</script></svg>', 'guide/active-html “<svg”'],
    ['<math><mi>x</mi></math>', 'guide/active-html “<math”'],
    ['<b onmouseover="alert(1)">x</b>', 'guide/active-html “onmouseover="alert(1)"”'],
    ['<img src="rack" alt="x" onerror=alert(1)>', 'guide/active-html “onerror=alert(1)”'],
    ['<a href="javascript:alert(1)">x</a>', 'guide/unsafe-link “<a href="javascript:alert(1)">x</a>”'],
    [
      '<a href=" java&#x09;script:alert(1)">x</a>',
      'guide/unsafe-link “<a href=" java&#x09;script:alert(1)">x</a>”',
    ],
    ['<img src="https://example.com/a.png" alt="x">', 'guide/image “https://example.com/a.png”'],
    ['<img src="rack">', 'guide/alt-text “<img src="rack">”'],
    ['<form><input name="a"></form>', 'guide/unknown-component “<form”', 'guide/unknown-component “<input”'],
    ['connect to <servername>', 'guide/unknown-component “<servername”'],
    ['<Value of="a" />', 'guide/unknown-component “<Value”'],
    ['<h1>x</h1>', 'guide/heading “<h1>x</h1>”'],
    ['<p style="color: red">x</p>', 'guide/html-without-effect “style="color: red"”'],
    ['<p\n  class="a"\n>x</p>', 'guide/html-without-effect “class="a"”'],
    ['<center>x</center>', 'guide/html-without-effect “<center”'],
    ['<td>x</td>', 'guide/html-structure “<td”'],
    ['<table><tr><td>1</td></tr>', 'guide/html-structure “<table”'],
    ['<details>\n\nx', 'guide/html-structure “<details”'],
    ['<?php echo 1 ?>', 'guide/html-structure “<?php echo 1 ?>”'],
    ['<pre class="language-powershell">Get-VM</pre>', 'guide/html-structure “<pre”'],
    ['<div>\n**a** b\n</div>', 'guide/unread-markdown “**a**”'],
    ['<div>\n[a](b)\n</div>', 'guide/unread-markdown “[a](b)”'],
    ['> a\n>\n> <ul>\n>   <li><b style="x">y</b></li>\n> </ul>', 'guide/html-without-effect “style="x"”'],
    ['- <div>\n\n  <i class="x">y</i>\n\n  </div>', 'guide/html-without-effect “class="x"”'],
  ])('%s', (body, ...expected) => {
    const found = problems(body).map((line) => line.replace(/(”): .*$/s, '$1'));
    expect(found).toEqual(expected);
  });

  it('an element of text alone holds the tags in it, which are not said to have no place', () => {
    const body = '<div>\nThe `<script>` tag.\n</div>\n\n<kbd>x</kbd>\n\n<p>a</script>b</p>';
    expect(problems(body).filter((line) => line.includes('no place'))).toEqual([]);
  });

  it.each([
    [
      '<table>\n  <tr>\n    <td>\n      a\n    </td>\n    \n    <td>\n      b\n    </td>\n  </tr>\n  \n  <tr>\n    <td>\n      c\n    </td>\n  </tr>\n</table>',
      'guide/html-structure',
      '<table>\n  <tr>\n    <td>\n      a\n    </td>\n    <td>\n      b\n    </td>\n  </tr>\n  \n  <tr>\n    <td>\n      c\n    </td>\n  </tr>\n</table>',
    ],
    [
      '<ul>\n  <li>`a` and **b**, [the *c*](/d/)</li>\n</ul>',
      'guide/unread-markdown',
      '<ul>\n  <li><code>a</code> and <strong>b</strong>, <a href="/d/">the *c*</a></li>\n</ul>',
    ],
    [
      '<ul>\n  <li>![a "b"](rack) and [**d**](/e/)</li>\n</ul>',
      'guide/unread-markdown',
      '<ul>\n  <li><img src="rack" alt="a &quot;b&quot;" /> and <a href="/e/"><strong>d</strong></a></li>\n</ul>',
    ],
    [
      '<div>\n  <div>\n    <pre>a</pre>\n    \n    <p>b</p>\n  </div>\n</div>',
      'guide/html-structure',
      '<div>\n  <div>\n    <pre>a</pre>\n    <p>b</p>\n  </div>\n</div>',
    ],
  ])('what Markdown makes of the lines between tags is mended: %j', (body, rule, expected) => {
    const { file, diagnostics } = read(body, 'md');
    expect(new Set(diagnostics.map((one) => one.rule))).toEqual(new Set([rule]));
    expect(applyFixes(file.text, diagnostics).text.slice(allegoryHead.length).trim()).toBe(expected);
    expect(problems(expected)).toEqual([]);
  });

  it('a script that dresses up a quotation is left out, and the quotation stays', () => {
    const quotation = '<blockquote><p>a</p></blockquote>';
    const script = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';
    const { file, diagnostics } = read(`${quotation}\n${script}`, 'md');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['guide/active-html']);
    expect(applyFixes(file.text, diagnostics).text.slice(allegoryHead.length).trim()).toBe(quotation);
    const others = [
      '<script src="https://example.com/widgets.js"></script>',
      script.replace('></', '>a()</'),
    ];
    for (const body of others) expect(read(body, 'md').diagnostics.filter(({ fix }) => fix)).toEqual([]);
  });

  it('code that a tag cuts in two is left to the author', () => {
    for (const body of [
      '<div>\nRun `a <b>` (as `c <b>x</b>`).\n</div>',
      '<div>\n` and `\n</div>',
      '<div>\n``a`b``\n</div>',
    ]) {
      const { diagnostics } = read(body, 'md');
      expect(diagnostics.filter(({ rule, fix }) => rule === 'guide/unread-markdown' && fix)).toEqual([]);
    }
  });

  it('is said to be closed too late where a blank line ends its block', () => {
    expect(problems('<div>\n<p>a</p>\n\nb <b>c</b>\n</div>')).toEqual([]);
    expect(problems('<div>\n  <pre>a\n\nb\n</pre>\n</div>').join()).toContain(
      '<pre> is not closed before a blank line, which ends a block of HTML.',
    );
  });

  it('code that was meant as that stays code in an element', () => {
    expect(problems('<details>\n<summary>a</summary>\n\n    <b>code</b>\n\n</details>')).toEqual([]);
  });

  it('a comment is no block in a heading', () => {
    expect(problems('## A <!-- b -->\n\n## <!-- c -->')).toEqual([
      'guide/heading “## <!-- c -->”: The heading has no words.',
    ]);
  });

  it('an element of text alone that nothing closes is told', () => {
    expect(problems('The <script> tag.\n\n<kbd>x</kbd>')).toContain(
      'guide/html-structure “<script”: <script> is not closed, and takes in what follows it.',
    );
  });

  it('in MDX as well', () => {
    expect(problems('<iframe src="https://example.com" />', 'mdx')).toHaveLength(1);
    expect(problems('<b className="x" onClick="y">z</b>', 'mdx').map((line) => line.slice(0, 30))).toEqual([
      'guide/html-without-effect “cla',
      'guide/active-html “onClick="y"',
    ]);
    expect(problems('<td>x</td>', 'mdx')).toEqual([
      'guide/html-structure “<td”: <td> stands outside of <tr>.',
    ]);
  });

  it.each([
    [
      '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=3" title="Digging [1] & more"></iframe>',
      '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Digging &#91;1&#93; &#38; more</a>',
    ],
    [
      '<iframe src="//player.vimeo.com/video/123"></iframe>',
      '<a href="https://vimeo.com/123">A video on Vimeo</a>',
    ],
    [
      '<script src="https://gist.github.com/me/abc123.js"></script>',
      '<a href="https://gist.github.com/me/abc123">The code, a gist on GitHub</a>',
    ],
  ])('what others embed becomes a card that links to it, by --fix: %s', (body, link) => {
    for (const ending of ['md', 'mdx']) {
      const { file, diagnostics } = read(body, ending);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['guide/active-html']);
      const fixed = applyFixes(file.text, diagnostics).text.slice(allegoryHead.length).trim();
      expect(fixed).toBe(link);
      expect(problems(fixed, ending)).toEqual([]);
      expect(shown(fixed, ending)).toMatch(
        /^<p class="link-card"><a href="https:[^"]*" rel="noopener">[^<]*<\/a><\/p>$/,
      );
    }
  });

  it.each([
    '<iframe src="https://example.com/embed/a"></iframe>',
    '<script src="https://gist.github.com.example/me/abc123.js"></script>',
    '<iframe src="https://www.youtube.com/embed/a"> b',
  ])('but not what nobody knows: %s', (body) => {
    expect(read(body).diagnostics.flatMap(({ fix }) => fix ?? [])).toEqual([]);
  });

  it.each(['md', 'mdx'])('attributes that have no effect are removed by --fix: %s', (ending) => {
    const { file, diagnostics } = read(
      '<p align="center" class="a"\n  lang="de">x <b style=\'y\'>z</b></p>',
      ending,
    );
    expect(applyFixes(file.text, diagnostics).text).toContain('<p\n  lang="de">x <b>z</b></p>');
  });
});

// What browsers make of each is what parse5 makes of it; nothing of it may be left in what is shown.
describe('nothing that runs comes through', () => {
  it.each([
    '<scr<script>ipt>alert(1)</script>',
    '<img src=x onerror=alert(1)//',
    '<svg/onload=alert(1)>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a xlink:href="javascript:alert(1)">x</a>',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
    '<template><script>alert(1)</script></template>',
    '<textarea><img src=x onerror=alert(1)></textarea>',
    '<title><img src=x onerror=alert(1)></title>',
    '<table background="javascript:alert(1)"><tr><td><script>alert(1)</script></td></tr></table>',
    '<blockquote cite="javascript:alert(1)">x</blockquote>',
    '<div>\n<!-- --!><script>alert(1)</script> -->\n</div>',
    '<b\nonclick=alert(1)>x</b>',
    '<p id="x" name="getElementById">x</p>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/a.css">',
    '<xmp><script>alert(1)</script></xmp>',
    '<plaintext><script>alert(1)</script>',
    '<image src=x onerror=alert(1)>',
    '<isindex type=image src=1 onerror=alert(1)>',
    '<video><source onerror="alert(1)"></video>',
  ])('%s', (body) => {
    const html = shown(`Before.\n\n${body}\n\nAfter.`);
    expect(html).not.toMatch(/<(?!\/?(?:p|b|a|i|table|tbody|tr|td|blockquote|div|span)\b)[a-z]/i);
    expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|src|xlink:href|action|formaction|background)\s*=/i);
    expect(html).not.toMatch(/<[^>]*=\s*"?\s*(?:javascript|data):/i);
    expect(html).not.toMatch(/\sname=|\sid="(?!in-post-|note-)/);
  });
});

describe('a post with much HTML', () => {
  it('is read, or told to be too much', () => {
    const deep = `${'<div>'.repeat(1900)}x`;
    expect(read(deep).diagnostics.length).toBeGreaterThan(0);
    const long = read(`${'<b>x</b> '.repeat(1000)}\n\n`.repeat(5));
    expect(long.diagnostics).toEqual([]);
    expect(long.words).toBe(5000);
  });
});

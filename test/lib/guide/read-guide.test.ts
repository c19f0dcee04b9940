import { describe, expect, it } from 'vitest';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { allegoryHead, bodyHtml, fixture, readBody, told } from './read-fixture.ts';

const text = fixture('labworks/everything.mdx');
const guide = readGuide(createSourceFile('labworks/everything.mdx', text));

const html = bodyHtml;

describe('a post with everything in it', () => {
  it('has nothing to complain about', () => {
    expect(guide.diagnostics).toEqual([]);
    expect(guide.data).toMatchObject({ kind: 'labworks', slug: 'everything', part: 2 });
  });

  it('opens its steps at numbered headings', () => {
    expect(guide.steps.map(({ id, title, anchor }) => [id, title, anchor])).toEqual([
      ['2:5', 'What the team unbinds', 'step-2-5'],
      ['2:6', 'Build the switch', 'step-2-6'],
      ['2:7', 'The end', 'step-2-7'],
    ]);
    const { start, end } = guide.steps[1]!.range;
    expect(text.slice(start.offset, end.offset)).toBe('2:6');
    expect(guide.headings.map(({ anchor, depth, step }) => [anchor, depth, step])).toEqual([
      ['step-2-5', 2, '2:5'],
      ['step-2-6', 2, '2:6'],
      ['networks', 3, undefined],
      ['step-2-7', 2, '2:7'],
    ]);
  });

  it('gives every block its code without the indentation of what it stands in', () => {
    expect(
      guide.blocks.map(({ id, dialect, on, role, step, code }) => ({
        id,
        dialect,
        on,
        role,
        step,
        code: code.text,
      })),
    ).toMatchSnapshot();
  });

  it('says in which words of the fence things were said', () => {
    const marked = guide.blocks.map(({ meta }) =>
      Object.values(meta).map(({ start, end }) => text.slice(start.offset, end.offset)),
    );
    expect(marked).toEqual([
      ['on=smb1', 'verify'],
      ['on=sw1', 'platform=sg300', 'example', 'because="the 2960-S is told above"'],
      ['on=smb1', 'cannot-undo="a name is not worth it"'],
      ['on=smb1'],
    ]);
  });

  it('puts an output to the block before it', () => {
    expect(guide.outputs.map(({ block, captured, code }) => [block, captured, code.text])).toEqual([
      ['block-1', 'SMB1, April 2014', 'Name  DisplayName\n----  -----------'],
    ]);
  });

  it('names what it needs from elsewhere, each at its place', () => {
    const named = guide.references.map(({ kind, name, range }) => [
      kind,
      name,
      text.slice(range.start.offset, range.end.offset),
    ]);
    expect(named).toEqual([
      ['value', 'vswitch', 'vswitch'],
      ['figure', 'rack', 'rack'],
      ['value', 'networks.lm.vlan', 'networks.lm.vlan'],
      ['network', 'lm', 'lm'],
      ['network', 'csv', 'csv'],
    ]);
    expect(guide.passages).toMatchObject([
      { of: 'pertino-encapsulation', id: 'nvgre', text: 'an NVGRE-like encapsulation' },
    ]);
  });

  it('becomes segments: HTML, and calls with their children', () => {
    expect(guide.body).toMatchSnapshot();
    expect(guide.excerpt!.slice(0, -1)).toEqual(guide.body.slice(0, guide.excerpt!.length - 1));
    expect(guide.words).toBeGreaterThan(50);
  });

  it.each([
    ['One.{/* more */}\n\nTwo.', 'mdx', '<p>One.</p>'],
    ['One.\n{/* more */}\n\nTwo.', 'mdx', '<p>One.</p>'],
    ['One.\n\n{/*more*/}\nTwo.', 'mdx', '<p>One.</p>'],
    ['One.<!--more-->\n\nTwo.', 'md', '<p>One.</p>'],
    ['One. <!-- truncate -->\n\nTwo.', 'md', '<p>One.</p>'],
    ['One.\n\n<!--More--> Two.', 'md', '<p>One.</p>'],
  ])('ends the excerpt at the paragraph that its mark ends or begins: %j', (body, ending, excerpt) => {
    const file = createSourceFile(`allegories/post.${ending}`, allegoryHead + body);
    const guide = readGuide(file);
    expect(guide.diagnostics).toEqual([]);
    const withoutBlanks = (html: string) => html.replace(/\s*(<[^>]*>)\s*/g, (_, tag: string) => tag);
    expect(withoutBlanks(guide.excerpt?.join('') ?? '')).toBe(excerpt);
    expect(withoutBlanks(guide.body.join(''))).toBe('<p>One.</p><p>Two.</p>');
  });

  it('is the same with Windows line ends and a byte order mark, but for the places', () => {
    const windows = readGuide(
      createSourceFile('labworks/everything.mdx', `\uFEFF${text.replaceAll('\n', '\r\n')}`),
    );
    expect(windows.diagnostics).toEqual([]);
    expect(windows.blocks.map(({ code }) => code.text)).toEqual(guide.blocks.map(({ code }) => code.text));
    expect(windows.words).toBe(guide.words);
    const { start, end } = windows.blocks[2]!.meta['on']!;
    expect(windows.file.text.slice(start.offset, end.offset)).toBe('on=smb1');
    expect(start.line).toBe(guide.blocks[2]!.meta['on']!.start.line);
  });
});

describe('the body', () => {
  it('has no HTML but what it makes itself', () => {
    expect(html('a \\<script> & "b"')).toBe('<p>a &#x3C;script> &#x26; "b"</p>');
  });

  it('keeps links to what is safe, and tells outer ones not to open this window', () => {
    expect(html('[a](https://e.com) [b](/b/) [c](#c) [d](mailto:d@e.com)')).toBe(
      '<p><a href="https://e.com" rel="noopener">a</a> <a href="/b/">b</a> <a href="#c">c</a> <a href="mailto:d@e.com">d</a></p>',
    );
    expect(
      html('[a](javascript:x) [b](&#x6A;avascript:x) [c](data:text/html,x) [d][e]\n\n[e]: vbscript:x'),
    ).toBe('<p>a b c d</p>');
  });

  it('finds where a link leads wherever the text says it, and the first time it does', () => {
    expect(html('[a] [Ä b][] [c][ä  B]\n\n> [ä B]: /b\n\n[a]: /a "A"\n[a]: /other')).toBe(
      '<p><a href="/a" title="A">a</a> <a href="/b">Ä b</a> <a href="/b">c</a></p>\n<blockquote>\n</blockquote>',
    );
    expect(html('[a] b[^x]\n\n[a]: /a\n\n[^x]: [a]\n\n    [a]: /other')).toBe(
      '<p><a href="/a">a</a> b<sup class="note-ref"><a href="#note-1" id="note-ref-1">1</a></sup></p>\n[Note number=1 id="note-1": <p><a href="/a">a</a></p>]',
    );
  });

  it('keeps the words of code in running text whole where they have a hyphen', () => {
    const word = (text: string) => `<span class="word">${text}</span>`;
    expect(html('`Get-VMSwitch` or `a && New-VMSwitch  -Name` or `show vlan`\n')).toBe(
      `<p><code>${word('Get-VMSwitch')}</code> or <code>a &#x26;&#x26; ${word('New-VMSwitch')}  ${word('-Name')}</code> or <code>show vlan</code></p>`,
    );
    expect(html('`-NetAdapterInterfaceDescription`\n')).toBe(
      '<p><code><span class="long word">-NetAdapterInterfaceDescription</span></code></p>',
    );
  });

  it('makes unique anchors that no step, note or block has', () => {
    const { headings } = readBody('## Same\n\n## Same\n\n## Note 1\n\n## ?!\n\nx[^a]\n\n[^a]: y');
    expect(headings.map(({ anchor }) => anchor)).toEqual(['same', 'same-1', 'note-1-1', 'section']);
  });

  it('takes block components out of the paragraph they arrive in, and puts words into one', () => {
    expect(html('<Aside>one</Aside>')).toBe('[Aside: <p>one</p>]');
    expect(html('<Value of="x" />')).toBe('<p>[Value of="x"]</p>');
    expect(html('<Correction of="a" id="b">\ntext\n</Correction>')).toBe(
      '[Correction of="a" id="b" block=true: <p>text</p>]',
    );
    expect(html('<Correction of="a" id="b">text</Correction>')).toBe(
      '<p>[Correction of="a" id="b" block=false: text]</p>',
    );
  });

  it('puts a note after the block that first refers to it, and notes of notes after them', () => {
    expect(
      html('a[^x] b[^y]\n\nc[^x]\n\n[^y]: Y\n\n[^x]: X[^z]\n\n[^z]: Z').match(
        /\[Note number=\d|<p>[a-zXYZ]/g,
      ),
    ).toEqual(['<p>a', '[Note number=1', '<p>X', '[Note number=2', '<p>Y', '[Note number=3', '<p>Z', '<p>c']);
  });
});

describe('a post that cannot be read as a whole', () => {
  it.each([
    [
      'an open brace',
      'a {vswitch',
      'guide/mdx-syntax “{”: The expression that this `{` opens is not closed.',
    ],
    ['an open tag', 'foo\n\n<Aside>\nbar', 'guide/mdx-syntax “<Aside>”: `<Aside>` is not closed.'],
    [
      'a tag that is none',
      'x <5',
      'guide/mdx-syntax “<5”: This `<` opens no tag: unexpected character `5` (U+0035) before name, expected a character that can start a name, such as a letter, `$`, or `_`.',
    ],
    [
      'a comment of HTML',
      '<!-- x -->',
      'guide/markdown-only “<!-- x -->”: MDX has no `<!-- … -->` comments.',
    ],
    [
      'an address in angle brackets',
      'see <https://e.com/a>',
      'guide/markdown-only “<https://e.com/a>”: MDX has no `<…>` links.',
    ],
    [
      'an open quote in a tag',
      '<Figure src=\'a alt="b" />',
      'guide/mdx-syntax “<Figure”: The tag `<Figure` does not end.',
    ],
    ['tags out of step', '**a <b>x** y</b>', 'guide/mdx-syntax “<b>”: `<b>` is not closed.'],
    [
      'an open code block',
      '```text\nfoo',
      'guide/mdx-syntax “```”: The code block that opens here is never closed.',
    ],
  ])('tells %s once, at its place, and keeps the front matter', (_, body, line) => {
    const post = readBody(body);
    expect(post.diagnostics.map((diagnostic) => told(post, diagnostic))).toEqual([line]);
    expect(post.diagnostics[0]!.hint).toMatch(/\S/);
    expect(post.data).toMatchObject({ title: 'A post' });
  });

  it('needs a kind, a name and front matter', () => {
    const all = (path: string, content: string) =>
      readGuide(createSourceFile(path, content)).diagnostics.map(({ message }) => message);
    expect(all('alegories/a.mdx', '')).toEqual(['“alegories” is no kind of post.']);
    expect(all('allegories/a.mdx', 'text')).toEqual(['The post has no front matter.']);
    expect(all('allegories/a.mdx', '---\ntitle: x\n')).toEqual(['The front matter is not closed.']);
    expect(all('allegories/My Post.mdx', readBody('x').file.text)).toEqual([
      "The file's name “My Post” cannot be a post's address.",
    ]);
  });
});

describe('what a post may not hold', () => {
  it.each([
    ['x {1 + 1} y', 'guide/expression “{1 + 1}”'],
    ['x {} y', 'guide/expression “{}”'],
    ['x {{vswitch}} y', 'guide/expression “{{vswitch}}”'],
    ['x {/* more */} y', 'guide/expression “{/* more */}”'],
    ['{/* more */}\n\n{/* more */}', 'guide/expression “{/* more */}”'],
    [
      "import a from 'b'\nexport const c = { d: {} }\n\nx",
      "guide/import-export “import a from 'b'\nexport const c = { d: {} }”",
    ],
    ['<Figur />', 'guide/unknown-component “<Figur”'],
    ['<input />', 'guide/unknown-component “<input”'],
    ['<>x</>', 'guide/unknown-component “<>”'],
    ['<b onclick="x">x</b>', 'guide/active-html “onclick="x"”'],
    ['<Figure alt="a" />', 'guide/component-props “<Figure”'],
    ['<Figure src="a" />', 'guide/alt-text “<Figure”'],
    ['<Figure src="a" alt=" " />', 'guide/alt-text “<Figure”'],
    ['<Figure src="a" alt="x" decorative />', 'guide/alt-text “<Figure”'],
    ['<Figure src={a} alt="x" />', 'guide/component-props “src={a}”'],
    ['<Figure {...a} />', 'guide/component-props “{...a}”'],
    ['<Figure src="a.svg" alt="x" />', 'guide/image “a.svg”'],
    ['<Figure src="a" alt="x" decorative="yes" />', 'guide/component-props “decorative="yes"”'],
    ['<Figure sorc="a" alt="x" />', 'guide/component-props “sorc="a"”'],
    ['<Value of="x" of="y" />', 'guide/component-props “of="y"”'],
    ['a <Topology caption="x" /> b', 'guide/component-props “<Topology”'],
    ['# Title', 'guide/heading “# Title”'],
    ['![a](b.png)', 'guide/image “b.png”'],
    ['![a](https://example.com/b.png)', 'guide/image “https://example.com/b.png”'],
    ['![](../figures/b.png)', 'guide/alt-text “![](../figures/b.png)”'],
    ['![a][b]\n\n[b]: /b.png', 'guide/image “![a][b]”'],
    ['[a](javascript:x)', 'guide/unsafe-link “[a](javascript:x)”'],
    ['x\n\n[^a]: y', 'guide/footnote “[^a]”'],
    ['```\nx\n```', 'guide/unknown-language “```”'],
    ['```powershel\nx\n```', 'guide/unknown-language “powershel”'],
    ['```text on=a\nx\n```', 'guide/unknown-meta “on=a”'],
    ['```powershell vrify\nx\n```', 'guide/unknown-meta “vrify”'],
    ['```powershell verify=yes\nx\n```', 'guide/unknown-meta “verify=yes”'],
    ['```powershell on= verify\nx\n```', 'guide/unknown-meta “on=”'],
    ['```powershell platform=windows\nx\n```', 'guide/unknown-meta “platform=windows”'],
    ['```powershell captured="x"\nx\n```', 'guide/unknown-meta “captured="x"”'],
    ['```powershell example because="x\nx\n```', 'guide/unknown-meta “because="x”'],
    ['```powershell verify undo\nx\n```', 'guide/conflicting-meta “undo”'],
    ['```powershell on=a on=b\nx\n```', 'guide/conflicting-meta “on=b”'],
    ['```powershell because="x"\nx\n```', 'guide/conflicting-meta “because="x"”'],
    ['```powershell verify cannot-undo="x"\nx\n```', 'guide/conflicting-meta “cannot-undo="x"”'],
    ['```powershell example\nx\n```', 'guide/missing-reason “example”'],
    ['```powershell example because=" "\nx\n```', 'guide/missing-reason “because=" "”'],
    ['```output\nx\n```', 'guide/misplaced-output “output”'],
    ['```ios\nx\n```\n\ntext\n\n```output\nx\n```', 'guide/misplaced-output “output”'],
  ])('is told once: %j', (body, line) => {
    const post = readBody(body);
    expect(post.diagnostics.map((diagnostic) => told(post, diagnostic))).toHaveLength(1);
    expect(told(post, post.diagnostics[0]!)).toContain(line);
    expect(post.diagnostics[0]!.hint).toMatch(/\S/);
  });

  it.each([
    ['x {/* more */} y', 'The excerpt mark stands in the midst of a paragraph or block.'],
    ['{/* more */}\n\n{/* more */}', 'The excerpt is marked twice.'],
  ])('is said as what it is: %j', (body, message) => {
    expect(readBody(body).diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
  });

  it('leaves numbers in the headings of other kinds alone', () => {
    expect(readBody('## 10:30 The pager').steps).toEqual([]);
    expect(readBody('## 10:30 The pager').diagnostics).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readGuide } from '../../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { allegoryHead, bodyHtml, readBody, told } from '../read-fixture.ts';

const lines = (body: string) => {
  const post = readBody(body);
  return post.diagnostics.map((diagnostic) => told(post, diagnostic));
};

describe('an alert', () => {
  it.each([
    ['NOTE', 'note'],
    ['TIP', 'tip'],
    ['IMPORTANT', 'important'],
    ['WARNING', 'warning'],
    ['CAUTION', 'caution'],
    ['warning', 'warning'],
    ['Danger', 'caution'],
    ['info', 'note'],
  ])('[!%s] is an aside of its kind', (word, kind) => {
    expect(lines(`> [!${word}]\n> Mind *it*.`)).toEqual([]);
    expect(bodyHtml(`> [!${word}]\n> Mind *it*.`)).toBe(`[Aside kind="${kind}": <p>Mind <em>it</em>.</p>]`);
  });

  it('holds any blocks, and is itself in lists and in others', () => {
    expect(bodyHtml('> [!NOTE]\n> - a\n> - b\n>\n> ```text\n> c\n> ```')).toBe(
      '[Aside kind="note": <ul>\n<li>a</li>\n<li>b</li>\n</ul>[StaticBlock lang="text" code="c"]]',
    );
    expect(bodyHtml('- a\n\n  > [!TIP]\n  > b')).toContain('[Aside kind="tip": <p>b</p>]');
    expect(bodyHtml('> [!TIP]\n> a\n>\n> > [!NOTE]\n> > b')).toBe(
      '[Aside kind="tip": <p>a</p>[Aside kind="note": <p>b</p>]]',
    );
  });

  it('may have a title behind its kind, as in Obsidian', () => {
    expect(bodyHtml('> [!NOTE]- Before you dig\n> a')).toBe(
      '[Aside kind="note" title="Before you dig": <p>a</p>]',
    );
    expect(bodyHtml('> [!NOTE] see **b**')).toBe('[Aside kind="note": <p>see <strong>b</strong></p>]');
    expect(bodyHtml('> [!NOTE]  \n> a')).toBe('[Aside kind="note": <p>a</p>]');
  });

  it('is a quote where its brackets are escaped, or stand elsewhere', () => {
    expect(bodyHtml('> \\[!NOTE]\n> a')).toBe('<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>');
    expect(bodyHtml('> a [!NOTE]')).toBe('<blockquote>\n<p>a [!NOTE]</p>\n</blockquote>');
    expect(lines('> a [!NOTE]\n\n[!NOTE]')).toEqual([]);
  });

  it('is told where its kind is not known or its text is missing', () => {
    expect(lines('> [!WARNIG]\n> a')).toEqual(['guide/aside “[!WARNIG]”: There is no alert [!WARNIG].']);
    expect(readBody('> [!WARNIG]\n> a').diagnostics[0]!.hint).toBe('Did you mean [!WARNING]?');
    expect(lines('> [!NOTE]')).toEqual(['guide/aside “[!NOTE]”: The alert [!NOTE] has no text.']);
  });
});

describe('a directive', () => {
  it.each([
    [':::note', ''],
    ['::: note', ''],
    [':::info', ''],
    [':::note Before you dig', ' title="Before you dig"'],
    [':::note[Before **you** `dig`]', ' title="Before you dig"'],
    [':::note[Before you dig]{.wide}', ' title="Before you dig"'],
    [':::note{title="Before you dig"}', ' title="Before you dig"'],
    [':::note "Before you dig"', ' title="Before you dig"'],
  ])('%s is an aside', (opening, title) => {
    const body = `${opening}\nMind *it*.\n:::`;
    expect(lines(body)).toEqual([]);
    expect(bodyHtml(body)).toBe(`[Aside kind="note"${title}: <p>Mind <em>it</em>.</p>]`);
  });

  it('ends whatever is open before its lines, and begins anew behind them', () => {
    expect(bodyHtml('a\n:::tip\n- b\n:::\n- c\n\n:::note\n| d |\n|---|\n| e |\n:::')).toBe(
      '<p>a</p>\n[Aside kind="tip": <ul>\n<li>b</li>\n</ul>]\n<ul>\n<li>c</li>\n</ul>\n' +
        '[Aside kind="note": [Table: <table>\n<thead>\n<tr>\n<th scope="col">d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>e</td>\n</tr>\n</tbody>\n</table>]]',
    );
  });

  it('holds others, by the number of colons or without', () => {
    const nested = '[Aside kind="warning": <p>a</p>[Aside kind="tip": <p>b</p>]<p>c</p>]';
    expect(bodyHtml('::::warning\na\n:::tip\nb\n:::\nc\n::::')).toBe(nested);
    expect(bodyHtml(':::warning\na\n:::tip\nb\n:::\nc\n:::')).toBe(nested);
  });

  it('stands in lists and quotes', () => {
    expect(bodyHtml('- a\n\n  :::tip\n  b\n  :::\n- c')).toContain('[Aside kind="tip": <p>b</p>]');
    expect(bodyHtml('> :::tip\n> b\n> :::')).toContain('[Aside kind="tip": <p>b</p>]');
  });

  it('opens on demand as details', () => {
    expect(bodyHtml(':::details More\na\n:::')).toBe('<details><summary>More</summary><p>a</p></details>');
  });

  it('is code in code', () => {
    const code = ':::note\n  a\n:::';
    expect(bodyHtml(`\`\`\`text\n${code}\n\`\`\`\n\n- \`\`\`text\n  :::note\n  \`\`\``)).toBe(
      `[StaticBlock lang="text" code=${JSON.stringify(code)}]\n<ul>\n<li>\n[StaticBlock lang="text" code=":::note"]\n</li>\n</ul>`,
    );
  });

  it('has its commands read at their places', () => {
    const post = readBody('😀\n\n:::warning\n```powershell on=smb1\nGet-VM -Name a\n```\n:::');
    const [block] = post.blocks;
    expect(block!.code.text).toBe('Get-VM -Name a');
    expect(post.file.text.slice(block!.fence.start.offset, block!.fence.end.offset)).toBe(
      'powershell on=smb1',
    );
  });

  it('is the same with Windows line ends', () => {
    const text = `${allegoryHead}:::note\na\n:::\n`.replaceAll('\n', '\r\n');
    const { body, diagnostics } = readGuide(createSourceFile('allegories/post.mdx', text));
    expect(diagnostics).toEqual([]);
    expect(body).toEqual(readBody(':::note\na\n:::').body);
  });

  it.each([
    [':::warnin\na\n:::', 'guide/aside “:::warnin”: There is no directive “warnin”.'],
    [':::note\na', 'guide/aside “:::note”: “:::note” is never closed.'],
    [':::note\n:::', 'guide/aside “:::note”: “:::note” has no text.'],
    [':::nowhere\na', 'guide/aside “:::nowhere”: There is no directive “nowhere”.'],
    ['::: zone-end\n\na', 'guide/aside “::: zone-end”: There is no directive “zone-end”.'],
    [
      ':::note\na\n\n:::image source="a.png" alt-text="A rack":::\n:::\n\nb',
      'guide/aside “:::image source="a.png" alt-text="A rack":::”: There is no directive “image”.',
    ],
    ['a\n\n:::', 'guide/aside “:::”: Nothing is open that these colons could close.'],
  ])('is told where it is none: %j', (body, line) => {
    expect(lines(body)).toEqual([line]);
    expect(bodyHtml(body)).not.toContain(':::');
  });
});

it.each([
  ':::note\n\n<details>\n<summary>x</summary>\n\ny\n\n</details>\n:::\n\nAfter.',
  '<details>\n<summary>x</summary>\n\ny\n\n</details>\n:::note\n\na\n\n:::',
  ':::note\n<p>a</p>\n:::\n\n**b**',
])('a line of colons may stand right behind HTML: %j', (body) => {
  const at = (text: string) => {
    const { body: segments, diagnostics } = readGuide(
      createSourceFile('allegories/post.md', `${allegoryHead}${text}\n`),
    );
    expect(diagnostics).toEqual([]);
    return segments;
  };
  expect(at(body)).toEqual(at(body.replace(/>\n:::/g, '>\n\n:::')));
});

it('a line that opens an aside may end with colons', () => {
  expect(bodyHtml('::: Warning ::::::\na\n::::::')).toBe(bodyHtml(':::warning\na\n:::'));
  expect(readBody('::: Warning ::::::\na\n::::::').diagnostics).toEqual([]);
});

it('what a directive of another program makes is said how to write', () => {
  const hints = readBody(':::image source="a.png":::\n\n:::code source="a.cs":::').diagnostics.map(
    ({ hint }) => hint,
  );
  expect(hints).toEqual([
    'Write the picture as `![what is to be seen](./picture.jpg "caption")`.',
    'Put the code between lines of three backticks, the language behind the first ones.',
  ]);
});

it('a component may say its kind, and pages are told the word for it', () => {
  expect(readBody('> [!NOTE]\n> a').body).toMatchObject([{ props: { kind: 'note', label: 'Note' } }]);
  expect(bodyHtml('<Aside kind="tip">a</Aside>')).toBe('[Aside kind="tip": <p>a</p>]');
  expect(lines('<Aside kind="tipp">a</Aside>')).toEqual([
    'guide/component-props “kind="tipp"”: “kind” of <Aside> does not fit: one of note, tip, important, warning, caution is expected.',
  ]);
});

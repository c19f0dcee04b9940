import { describe, expect, it } from 'vitest';
import { createIos } from '../../../src/lib/dialects/ios/ios.ts';
import { startSession } from '../../../src/lib/dialects/ios/reading/session.ts';
import type { ModeId } from '../../../src/lib/dialects/ios/tables/table-format.ts';
import { tokensOf as powershellTokens } from '../../../src/lib/dialects/powershell/syntax/tokens.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { createHighlight, highlightCommands } from '../../../src/site/posts/highlight.ts';
import type { MarkedValue } from '../../../src/site/posts/highlight.ts';

const highlight = await createHighlight([
  'powershell',
  'ios',
  'yaml',
  'json',
  'bash',
  'log',
  'text',
  'output',
]);
const ios = (text: string, mode: ModeId, values: readonly MarkedValue[] = []) => {
  const session = { ...startSession('catalyst-2960s', 'sw1'), mode };
  const { tokens } = createIos().read(sliceOf(createSourceFile('block', text)), session);
  return highlightCommands(text, tokens(), values);
};
const powershell = (text: string, version: number, values: readonly MarkedValue[] = []) =>
  highlightCommands(text, powershellTokens(text, version), values);

const scheme = (
  'tk-punctuation tk-keyword tk-constant tk-variable tk-string tk-string-expression tk-function tk-parameter tk-comment ' +
  'tk-link'
).split(' ');

/** The text that a reader sees in a line of HTML. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe('Highlighted code', () => {
  it('has a switch’s commands in the classes of the scheme, by what the dialect reads', () => {
    const [, , line] = ios('conf t\nint gi1/0/20\nno sw tr al vl 1,11\n', 'priv-exec');
    expect(line).toBe(
      '<span class="tk-keyword">no</span> <span class="tk-function">sw</span> <span class="tk-keyword">tr</span> ' +
        '<span class="tk-keyword">al</span> <span class="tk-keyword">vl</span> <span class="tk-constant">1,11</span>',
    );
  });

  it('reads a block in the mode that it begins in', () => {
    const [inVlan] = ios('name CSV', 'config-vlan');
    expect(inVlan).toBe('<span class="tk-function">name</span> <span class="tk-string">CSV</span>');
    const [inExec] = ios('name CSV', 'priv-exec');
    expect(inExec).toBe('name CSV');
  });

  it('marks a value of the lab within a token', () => {
    const text = 'switchport trunk allowed vlan 1,15';
    const value = { start: 32, end: 34, value: 'networks.lm.vlan', cable: 'magenta' };
    const [line] = ios(text, 'config-if', [value]);
    expect(line).toContain(
      '<span class="tk-constant">1,</span><span class="value" data-value="networks.lm.vlan" data-cable="magenta"><span class="tk-constant">15</span></span>',
    );
    expect(textOf(line!)).toBe(text);
  });

  it('has PowerShell in the classes of the scheme, by what the dialect reads', () => {
    const [line] = highlight('% Name -Value:$true "a $($_.B)"', 'powershell');
    expect(line).toBe(
      '<span class="tk-function">%</span> Name <span class="tk-parameter">-Value:</span><span class="tk-constant">$true</span> ' +
        '<span class="tk-string">&#34;a </span><span class="tk-string-expression">$($_.B)</span><span class="tk-string">&#34;</span>',
    );
  });

  it('reads PowerShell in the version that a block is for', () => {
    expect(powershell('clean { }', 7)[0]).toContain('<span class="tk-keyword">clean</span>');
    expect(powershell('clean { }', 4)[0]).toContain('<span class="tk-function">clean</span>');
  });

  it('has what goes over several lines in each of them', () => {
    const lines = highlight("<# a\n\n  b #> $x = @'\nc\n'@; d", 'powershell');
    expect(lines[0]).toBe('<span class="tk-comment">&#60;# a</span>');
    expect(lines[1]).toBe('');
    expect(lines[2]).toMatch(
      /^<span class="tk-comment">  b #&#62;<\/span> .*<span class="tk-string">@&#39;<\/span>$/,
    );
    expect(lines[3]).toBe('<span class="tk-string">c</span>');
    expect(lines[4]).toMatch(/^<span class="tk-string">&#39;@<\/span>.*<span class="tk-function">d<\/span>$/);
  });

  it('marks a value of the lab within a string and across tokens', () => {
    const text = 'New-VMSwitch "Daisetta-$id" -Name x';
    const [line] = powershell(text, 7, [
      { start: 14, end: 22, value: 'vswitch', cable: undefined },
      { start: 26, end: 33, value: 'odd', cable: undefined },
    ]);
    expect(line).toContain(
      '<span class="tk-string">&#34;</span><span class="value" data-value="vswitch"><span class="tk-string">Daisetta</span></span><span class="tk-string">-</span>',
    );
    expect(line).toContain(
      '<span class="value" data-value="odd"><span class="tk-string">&#34;</span> <span class="tk-parameter">-Name</span></span>',
    );
    expect(textOf(line!)).toBe(text);
  });

  it('has a grammar’s languages in the classes of the scheme', () => {
    const [line] = highlight('a: "b" # c', 'yaml');
    expect(line).toBe(
      '<span class="tk-parameter">a</span><span class="tk-punctuation">:</span> <span class="tk-string">&#34;b&#34;</span> <span class="tk-comment"># c</span>',
    );
  });

  it('is without colours for a language that has no grammar', async () => {
    const some = await createHighlight(['powershell', 'no-such']);
    expect(some('Get-VM', 'powershell')).toHaveLength(1);
    expect(some('a: <b>', 'no-such')).toEqual(['a: &#60;b&#62;']);
  });

  it('is coloured alike whatever else was coloured before', async () => {
    const text = '```ts\nconst a: number = 1;\n```\n';
    const before = (await createHighlight(['markdown']))(text, 'markdown');
    (await createHighlight(['ts', 'markdown']))(text, 'ts');
    expect((await createHighlight(['ts', 'markdown']))(text, 'markdown')).toEqual(before);
  });

  it('has no colours where they would cost a post more than anybody’s code does', async () => {
    const hostile = `${'a<'.repeat(199)}\n`.repeat(40);
    const post = await createHighlight(['cpp', 'yaml']);
    expect(post('int a = 1;', 'cpp').join('\n')).toContain('tk-');
    expect(post(hostile, 'cpp').map(textOf).join('\n')).toBe(hostile);
    expect(post(hostile, 'cpp').join('\n')).not.toContain('tk-');
    // What is spent is spent for all of the post, and not of the next one.
    expect(post('a: 1', 'yaml')).toEqual(['a: 1']);
    expect((await createHighlight(['yaml']))('a: 1', 'yaml').join('\n')).toContain('tk-');
  });

  const texts: readonly [string, string][] = [
    [
      'ios',
      '! note\ninterface <x> & "y"\n description a  b\t\n\n  banner motd #\nhello <b>\n#\nshow run | i a&b\r\nend\r\n',
    ],
    ['ios', `description ${'long '.repeat(400)}`],
    ['powershell', 'Get-VM -Name \'a<b>\' | Where-Object { $_.State -eq "Off" } # & so on\n\n\tx'],
    ['powershell', '# a\r\n$x = @"\r\n $a\r\n"@\rGet-VM `\r\n -Name "$(b <# c\n#>)"\n'],
    ['powershell', `Get-VM ${'-Name a '.repeat(400)}`],
    ['powershell', 'if ( { "$( \n @{ '],
    ['yaml', 'a:\n  - "b & <c>" # d\n\n  - \'e\'\n'],
    ['yaml', 'a: b\r\nc: d\r\n'],
    ['json', '{ "a<b>": [1, true, null, "x\\n"] }\n'],
    ['bash', 'ls -la "$x" | grep -v \'a&b\' > c.txt # d\n'],
    ['log', '2026-01-02 12:33:01 ERROR "a" <b>\n[INFO] ok\n'],
    ['text', 'a <b> & c\r\n'],
    ['output', 'a <b> & c'],
  ];

  it.each(texts)('has the text of %s unchanged', (language, text) => {
    expect(highlight(text, language).map(textOf).join('\n')).toBe(text);
  });

  it.each(texts)('has no classes in %s but those of the scheme', (language, text) => {
    const html = highlight(text, language).join('\n');
    for (const [, name] of html.matchAll(/class="([^"]*)"/g)) expect(scheme).toContain(name);
  });
});

import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/lib/dialects/powershell/syntax/parse.ts';
import type { CodeTokenKind } from '../../../../src/lib/dialects/code-token.ts';
import { tokensOf } from '../../../../src/lib/dialects/powershell/syntax/tokens.ts';
import { createChance } from '../../../chance.ts';
import { questionsOf } from '../../../powershell-engine/questions.ts';
import { readSnippets } from '../../../powershell-engine/snippets.ts';

/** `kind text` of each token. */
function tokens(text: string, version?: number): string[] {
  return tokensOf(text, version).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

/** As `tokens`, without signs. */
function words(text: string, version?: number): string[] {
  const signs: ReadonlySet<CodeTokenKind> = new Set(['punctuation', 'operator']);
  return tokensOf(text, version)
    .filter(({ kind }) => !signs.has(kind))
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('The tokens of a pipeline', () => {
  it('are its commands, their parameters and what is given to them', () => {
    expect(tokens("Get-VM -Name 'a' | Stop-VM -Force smb1 12")).toEqual([
      'command Get-VM',
      'parameter -Name',
      "string 'a'",
      'punctuation |',
      'command Stop-VM',
      'parameter -Force',
      'argument smb1',
      'number 12',
    ]);
  });

  it('have the colon of a parameter with it', () => {
    expect(tokens('Remove-VM -Confirm:$false')).toEqual([
      'command Remove-VM',
      'parameter -Confirm:',
      'constant $false',
    ]);
  });

  it('know a command by its place, whatever it looks like', () => {
    expect(words('1..3 | % Name | ? Length | & C:\\x.exe | & $tool')).toEqual([
      'number 1',
      'number 3',
      'command %',
      'argument Name',
      'command ?',
      'argument Length',
      'command C:\\x.exe',
      'variable $tool',
    ]);
    expect(words('5 % 2')).toEqual(['number 5', 'number 2']);
    expect(tokens('5 % 2')[1]).toBe('operator %');
    expect(words('Get-Help if -- -Name')).toEqual(['command Get-Help', 'argument if', 'argument -Name']);
    expect(tokens('Get-ChildItem . *.txt')).toEqual([
      'command Get-ChildItem',
      'argument .',
      'argument *.txt',
    ]);
  });

  it('go on after a backtick at the end of a line', () => {
    for (const lineEnd of ['\n', '\r\n', '\r'])
      expect(tokens(`Get-VM \`${lineEnd}  -Name a`)).toEqual([
        'command Get-VM',
        'parameter -Name',
        'argument a',
      ]);
  });

  it('show a splatted table as a variable', () => {
    expect(tokens('New-VM @settings')).toEqual(['command New-VM', 'variable @settings']);
  });

  it('tell what is redirected from what is given', () => {
    expect(tokens('Get-VM 2>&1 >> vms.txt')).toEqual([
      'command Get-VM',
      'operator 2>&1',
      'operator >>',
      'argument vms.txt',
    ]);
  });

  it('have what goes to a program as it is in one', () => {
    expect(tokens('icacls --% x /grant y:(F) | sort')).toEqual([
      'command icacls',
      'argument --%',
      'argument x /grant y:(F) ',
      'punctuation |',
      'command sort',
    ]);
  });
});

describe('The tokens of an expression', () => {
  it('are its values and operators', () => {
    expect(tokens('$total += 1kb * -not $null')).toEqual([
      'variable $total',
      'operator +=',
      'number 1kb',
      'operator *',
      'operator -not',
      'constant $null',
    ]);
    expect(tokens('$a -eq $B -and $TRUE').slice(1)).toEqual([
      'operator -eq',
      'variable $B',
      'operator -and',
      'constant $TRUE',
    ]);
  });

  it('are the keys of a hashtable and their values', () => {
    expect(words('@{ Name = \'x\'; "q" = Get-VM\n  end = 3 }')).toEqual([
      'member Name',
      "string 'x'",
      'string "q"',
      'command Get-VM',
      'member end',
      'number 3',
    ]);
  });

  it('are types without their brackets, and members', () => {
    expect(tokens("[Net.IPAddress]::Parse('::1').Address[0]")).toEqual([
      'punctuation [',
      'type Net.IPAddress',
      'punctuation ]',
      'punctuation ::',
      'member Parse',
      'punctuation (',
      "string '::1'",
      'punctuation )',
      'punctuation .',
      'member Address',
      'punctuation [',
      'number 0',
      'punctuation ]',
    ]);
    expect(words('[Collections.Generic.List[int]]$list')).toEqual([
      'type Collections.Generic.List',
      'type int',
      'variable $list',
    ]);
    expect(words('[A, B, Version=1.0 ]')).toEqual(['type A', 'type B, Version=1.0']);
  });

  it('go into a script block', () => {
    expect(words('Get-VM | Where-Object { $_.State -eq "Off" }')).toEqual([
      'command Get-VM',
      'command Where-Object',
      'variable $_',
      'member State',
      'string "Off"',
    ]);
  });
});

describe('The tokens of a string', () => {
  it('are its text and what is filled in', () => {
    expect(tokens('"VLAN $id of ${x y}: $(1 + $n.Count)"')).toEqual([
      'string "VLAN ',
      'expression $id',
      'string  of ',
      'expression ${x y}',
      'string : ',
      'expression $(',
      'number 1',
      'expression +',
      'expression $n',
      'expression .',
      'expression Count',
      'expression )',
      'string "',
    ]);
    expect(tokens("'VLAN $id'")).toEqual(["string 'VLAN $id'"]);
    expect(tokens('"5 `$ and `"x`""')).toEqual(['string "5 `$ and `"x`""']);
  });

  it('have the commands in it as commands', () => {
    expect(tokens('"on: $(Get-VM -Name "a$b" | % { if ($_) { "c" } }) # no"')).toEqual([
      'string "on: ',
      'expression $(',
      'command Get-VM',
      'parameter -Name',
      'string "a',
      'expression $b',
      'string "',
      'expression |',
      'command %',
      'expression {',
      'keyword if',
      'expression (',
      'expression $_',
      'expression )',
      'expression {',
      'string "c"',
      'expression }',
      'expression }',
      'expression )',
      'string  # no"',
    ]);
  });

  it('are found where quotes in it are doubled', () => {
    expect(tokens('"a $(f ""b"" -c) d"')).toEqual([
      'string "a ',
      'expression $(',
      'command f',
      'string ""b""',
      'parameter -c',
      'expression )',
      'string  d"',
    ]);
  });

  it('reach over the lines of a here-string', () => {
    expect(tokens('$x = @"\nan $a\n\n"@\nGet-VM')).toEqual([
      'variable $x',
      'operator =',
      'string @"\nan ',
      'expression $a',
      'string \n\n"@',
      'command Get-VM',
    ]);
    expect(tokens("@'\r\nan $a\r\n'@")).toEqual(["string @'\r\nan $a\r\n'@"]);
  });

  it('stay a word’s where the string is none', () => {
    expect(tokens('dir C:\\$name\\x')).toEqual([
      'command dir',
      'argument C:\\',
      'variable $name',
      'argument \\x',
    ]);
  });
});

describe('The tokens of a script', () => {
  it('are comments to the end of the line, or to their own end', () => {
    expect(tokens('# a\nGet-VM # b\r\n<# c\n d #> Get-Net <# e #> -x')).toEqual([
      'comment # a',
      'command Get-VM',
      'comment # b',
      'comment <# c\n d #>',
      'command Get-Net',
      'comment <# e #>',
      'parameter -x',
    ]);
    expect(tokens('Get-VM a#b').at(-1)).toBe('argument a#b');
    expect(tokens('"$(1 # in a string\n)"')[3]).toBe('comment # in a string');
  });

  it('are the words of its statements', () => {
    expect(words('if ($a) { return } elseif (1) { throw "x" } else { exit }')).toEqual([
      'keyword if',
      'variable $a',
      'keyword return',
      'keyword elseif',
      'number 1',
      'keyword throw',
      'string "x"',
      'keyword else',
      'keyword exit',
    ]);
    expect(
      words(':rows foreach ($x in 1) { break rows }; try { } catch [IO.IOException] { } finally { }'),
    ).toEqual([
      'label :rows',
      'keyword foreach',
      'variable $x',
      'keyword in',
      'number 1',
      'keyword break',
      'label rows',
      'keyword try',
      'keyword catch',
      'type IO.IOException',
      'keyword finally',
    ]);
    expect(
      words('do { } while (1); for ($i = 0; ; ) { continue }').filter((word) => word.startsWith('k')),
    ).toEqual(['keyword do', 'keyword while', 'keyword for', 'keyword continue']);
  });

  it('are the flags and cases of a switch', () => {
    expect(words("switch -Regex ($x) { '^a' { 1 } b { default } default { } }")).toEqual([
      'keyword switch',
      'parameter -Regex',
      'variable $x',
      "string '^a'",
      'number 1',
      'argument b',
      'command default',
      'keyword default',
    ]);
  });

  it('are the name and parameters of a function', () => {
    expect(
      words(
        'function Get-It { [CmdletBinding()] param([Parameter(Mandatory, Position = 0)] [string[]]$Name = 1) process { } }',
      ),
    ).toEqual([
      'keyword function',
      'command Get-It',
      'type CmdletBinding',
      'keyword param',
      'type Parameter',
      'parameter Mandatory',
      'parameter Position',
      'number 0',
      'type string',
      'variable $Name',
      'number 1',
      'keyword process',
    ]);
    expect(words('param($x) begin { } clean { }')).toEqual([
      'keyword param',
      'variable $x',
      'keyword begin',
      'keyword clean',
    ]);
    expect(words('clean { }', 5)).toEqual(['command clean']);
  });

  it('are the members of classes and enums', () => {
    expect(
      words(
        'using namespace System.Net\nclass A : B { [int]$x; static [void] Do([int]$y) { Get-VM } }\nenum E { One; Two = 2 }',
      ),
    ).toEqual([
      'keyword using',
      'keyword namespace',
      'argument System.Net',
      'keyword class',
      'type A',
      'type B',
      'type int',
      'variable $x',
      'keyword static',
      'type void',
      'member Do',
      'type int',
      'variable $y',
      'command Get-VM',
      'keyword enum',
      'type E',
      'member One',
      'member Two',
      'number 2',
    ]);
  });

  it('have every sign once, also between statements and empty ones', () => {
    expect(tokens('a;; b;\n;c')).toEqual([
      'command a',
      'punctuation ;',
      'punctuation ;',
      'command b',
      'punctuation ;',
      'punctuation ;',
      'command c',
    ]);
  });
});

describe('The tokens of a text that is broken', () => {
  it('go as far as it was read', () => {
    expect(words('Get-VM -Name )\nStop-VM a')).toEqual([
      'command Get-VM',
      'parameter -Name',
      'command Stop-VM',
      'argument a',
    ]);
    expect(words('if ($a { Get-VM }\nStop-VM a')).toEqual(
      expect.arrayContaining(['keyword if', 'variable $a', 'command Stop-VM']),
    );
  });

  it('have the rest of the text in a string that is not closed', () => {
    expect(tokens("Get-VM 'it\nGet-VM")).toEqual(['command Get-VM', "string 'it\nGet-VM"]);
    expect(tokens('@"\na $b')).toEqual(['string @"\na $b']);
  });
});

const corpus = [
  ...readSnippets().map(({ text }) => text),
  ...questionsOf('guide').map(({ text }) => text),
  ...questionsOf('examples').map(({ text }) => text),
];

/** What breaks the promise of the tokens of a text; empty where nothing does. */
function breaches(text: string, version: number): string[] {
  const found: string[] = [];
  let end = 0;
  for (const token of tokensOf(text, version)) {
    const written = JSON.stringify(text.slice(token.start, token.end));
    if (token.start < end) found.push(`${written} begins before the one before it ends`);
    if (token.end > text.length) found.push(`${written} ends after the text`);
    if (text.slice(token.start, token.end).trim() === '') found.push(`${written} is blank`);
    ({ end } = token);
  }
  return found;
}

describe('The tokens of any text', () => {
  it('are in order, apart, inside of it and not blank', () => {
    expect(corpus.length).toBeGreaterThan(350);
    const chance = createChance(7);
    for (const text of corpus)
      for (const one of [
        text,
        text.replaceAll('\n', '\r\n'),
        text.slice(0, Math.floor(chance() * text.length)),
      ])
        for (const version of [3, 5, 7]) expect(breaches(one, version), one).toEqual([]);
  });

  it('leave nothing out of what is read without a problem but blanks and backticks at line ends', () => {
    let whole = 0;
    for (const text of corpus) {
      if (parse(text, 7).problems.length > 0) continue;
      whole++;
      let rest = '';
      let end = 0;
      for (const token of tokensOf(text)) {
        rest += text.slice(end, token.start);
        ({ end } = token);
      }
      expect((rest + text.slice(end)).replace(/`(?=\r?\n|\r| )|[\s\u0085\u200b]/g, ''), text).toBe('');
    }
    expect(whole).toBeGreaterThan(150);
  });
});

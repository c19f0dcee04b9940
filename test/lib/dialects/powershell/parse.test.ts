import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/lib/dialects/powershell/syntax/parse.ts';
import type { CommandNode } from '../../../../src/lib/dialects/powershell/syntax/tree.ts';
import { walk } from '../../../../src/lib/dialects/powershell/syntax/walk.ts';
import { analyze, listed, reported } from './powershell.ts';

/** Each argument of the first command as it was read: its kind, and what it stands for. */
function argumentsOf(text: string): string[] {
  const { statements, problems } = parse(text);
  expect(problems).toEqual([]);
  const commands: CommandNode[] = [];
  for (const { statement } of statements) {
    walk(statement, (node) => {
      if (node.kind === 'command') commands.push(node);
      return true;
    });
  }
  return commands[0]!.elements.map((element) => {
    if (element.kind === 'parameter') return `-${element.name}${element.value ? ':' : ''}`;
    if (element.kind === 'text') return `${element.quote} ${element.value}`;
    return text.slice(element.start, element.end);
  });
}

describe('reading PowerShell', () => {
  it.each([
    ['a b', ['bare a', 'bare b']],
    ['a \'it\'\'s\' "x`"y" "a""b"', ['bare a', "single it's", 'double x"y', 'double a"b']],
    ['a -Name:x -Force -N:$y', ['bare a', '-Name:', '-Force', '-N:']],
    [
      'a x=y c:\\*.txt 10.0.0.1 -5 --flag',
      ['bare a', 'bare x=y', 'bare c:\\*.txt', 'bare 10.0.0.1', 'bare -5', 'bare --flag'],
    ],
    ["a 'x', y ,\n z", ['bare a', "'x', y ,\n z"]],
    ['a $x.Name[0] (b) @{c=1} { d }', ['bare a', '$x.Name[0]', '(b)', '@{c=1}', '{ d }']],
    ['a `\n  -b `\n  c', ['bare a', '-b', 'bare c']],
    ['a -- -b', ['bare a', '--', 'bare -b']],
    ['a --% -b | c\nd', ['bare a', 'bare --%', 'bare -b ']],
    ['a <# note #> b # rest', ['bare a', 'bare b']],
    ["a @'\n$x '\n'@ b", ['bare a', "here-single $x '", 'bare b']],
    ['a –Name “b c” ‘d’', ['bare a', '-Name', 'double b c', 'single d']],
    ['a\u00a0b\u2003c', ['bare a', 'bare b', 'bare c']],
    ['a \u200bb', ['bare a', 'bare \u200bb']],
    ['a -Name"x"', ['bare a', 'bare -Namex']],
    ['a 1GB 0x1F 1e3 7z', ['bare a', '1GB', '0x1F', '1e3', 'bare 7z']],
    ['a HV1$ \\\\dc\\c$', ['bare a', 'bare HV1$', 'bare \\\\dc\\c$']],
  ])('cuts %j into its arguments', (text, expected) => {
    expect(argumentsOf(text)).toEqual(expected);
  });

  it.each([
    'if ($a -eq 1) { b } elseif ($c) { d } else { e }',
    'foreach ($i in 1..3) { "$($i + 1)" }',
    'for ($i = 0; $i -lt 3; $i++) { $i }',
    'for (;;) { break }',
    ':outer while ($true) { do { continue outer } until ($a) }',
    'switch -Regex ($a) { "x" { 1 } { $_ -gt 1 } { 2 } default { 3 } }',
    'switch -File x.txt { a { b } }',
    'try { a } catch [IO.IOException], [Exception] { b } finally { c }',
    'trap [Exception] { continue }',
    'function F([int]$a = 1, $b) { $a }',
    'function F { [CmdletBinding(SupportsShouldProcess)] param([Parameter(Mandatory = $true)][string]$A) begin { } process { } end { } }',
    'filter G { $_ }',
    'param([Parameter(Mandatory)][ValidateSet("a", "b")]$X)\n$X',
    "$x = @{ a = 1; 'b c' = @(1, 2); $d = { e } }",
    '$a.b.c = [int]"3"; $a[1], $b = 1, 2; $x += 1; $i++',
    '[Net.IPAddress]::Parse("10.0.0.1").ToString()',
    '[System.Collections.Generic.Dictionary[string,int]]::new()',
    '$x -is [string] -and -not ($y -like "a*") -or !$z',
    '"{0:N1}" -f (1.5 / 2)',
    '$x = if ($a) { 1 } else { 2 }',
    'a | b |\n c',
    '& "C:\\Program Files\\x.exe" -y 2>&1 >> log.txt; . .\\x.ps1',
    '"a ${b c} $($d.e) `$f $env:PATH"',
    '@"\n"quoted" $x\n"@ | a',
    'data x -SupportedCommand a { "b" }',
    'workflow W { parallel { a } sequence { b } }',
    'configuration C { node localhost { WindowsFeature F { Ensure = "Present" } } }',
    'using namespace System.Net\na',
    'class A : B { [int]$x = 1; static [string]$y; A([int]$z) : base($z) { } hidden [void] M() { return } }',
    'enum E { One = 1; Two }',
    '$global:x = $script:y; ${env:ProgramFiles(x86)}',
    ', 1; -1; +1; - $x; 1..-1',
    'Get-Process | ? { $_.CPU } | % Name',
    '',
    '\n\n# only a comment\n',
  ])('accepts %j', (text) => {
    expect(parse(text).problems).toEqual([]);
  });

  it.each([
    ['Get-VM && Get-VMSwitch', '1:8-10'],
    ['$x ? 1 : 2', '1:4-5'],
    ["Get-VM 'a", '1:8-9'],
    ['Get-VM "a', '1:8-9'],
    ['if ($x) { a', '1:9-10'],
    ['a }', '1:3-4'],
    ['a )', '1:3-4'],
    ['a | | b', '1:4-5'],
    ['a b,, c', '1:5-6'],
    ['a ,b', '1:3-4'],
    ['a <name>', '1:3-4'],
    ['$x = ', '1:5-6'],
    ['if $x { }', '1:3-4'],
    ['foreach ($x of $y) { }', '1:12-13'],
    ['@{ a = 1, b = 2 }', '1:10-11'],
    ['@{ a 1 }', '1:5-6'],
    ['"a" "b"', '1:5-8'],
    ['$x y', '1:4-5'],
    ['try { a }', '1:10-11'],
    ['function { }', '1:9-10'],
    ["@'\nabc", '1:1-3'],
    ["@'\nabc\n  '@", '3:3-5'],
    ["@' x\n'@", '1:4-5'],
    ['1 = $x', '1:1-2'],
    ['a @', '1:3-4'],
    ['$x.', '1:4-5'],
    ['1..', '1:4-5'],
  ])('refuses %j at %s', (text, place) => {
    expect(
      reported(text).map((line) => line.replace(/^(\d+:\d+-\d+) powershell\/syntax$/, '$1')),
    ).toHaveLength(1);
    const [{ start } = { start: -1 }] = parse(text).problems;
    const before = text.slice(0, start).split('\n');
    expect(`${before.length}:${before[before.length - 1]!.length + 1}`).toBe(place.split('-')[0]);
  });

  it('knows from which version a word of the language is', () => {
    expect(reported('class A { }', 'windows-server-2016')).toEqual([]);
    expect(reported('class A { }', 'windows-server-2012-r2')).toEqual(['1:1-6 powershell/syntax']);
    expect(parse('a && b', 7).problems).toEqual([]);
  });

  it.each([
    ['a && b', 'PowerShell 7;'],
    ['a || b', 'PowerShell 7;'],
    ['$a ? 1 : 2', 'PowerShell 7;'],
    ['$a ?? 1', 'PowerShell 7;'],
    ['$a ??= 1', 'PowerShell 7;'],
    ['${a}?.b', 'PowerShell 7;'],
    ['${a}?[0]', 'PowerShell 7;'],
    ['a &', 'PowerShell 7;'],
    ['function f { process { } clean { } }', 'PowerShell 7.3;'],
    ['a\n  | b', 'PowerShell 7,'],
  ])('says from which version %j is', (text, version) => {
    const [only, ...more] = analyze(text, 'windows-server-2025').diagnostics;
    expect(more).toEqual([]);
    expect(only!.rule).toBe('powershell/syntax');
    expect(`${only!.message} ${only!.hint}`).toContain(version);
    expect(`${only!.message} ${only!.hint}`).toContain('this platform has 5.1');
    expect(reported(text, 'powershell-7')).toEqual([]);
  });

  it.each(['class A { }', 'enum A { b }', 'using namespace System.IO'])(
    'says that %j came with PowerShell 5',
    (text) => {
      const [only] = analyze(text, 'windows-server-2012-r2').diagnostics;
      expect(only!.message).toContain('came with PowerShell 5; this platform has 4.0');
      expect(reported(text, 'windows-server-2016')).toEqual([]);
    },
  );

  it('knows workflows where they are, and that they are gone', () => {
    expect(reported('workflow w { parallel { Get-VM } }', 'windows-server-2012')).toEqual([]);
    expect(reported('workflow w { parallel { Get-VM } }', 'powershell-7')).toHaveLength(1);
    expect(reported('foreach -Parallel ($a in $b) { }', 'powershell-7')).toHaveLength(1);
  });

  it('tells the mistake, and beside it the block that stays open because of it', () => {
    const [only] = analyze("if ($a) {\n  Get-VM 'x\n}").diagnostics;
    expect(only).toMatchObject({ range: { start: { line: 2, column: 10 } } });
    expect(only!.related).toMatchObject([{ range: { start: { line: 1, column: 9 } } }]);
  });

  it('goes on after a mistake, so that the other commands are still found', () => {
    expect(listed("Get-VM &gt; x\nGet-VMSwitch\nGet-VM 'a\nGet-NetAdapter")).toEqual([
      'Get-VM unknown',
      'Get-VMSwitch supported',
      'Get-VM unknown',
      'Get-NetAdapter unknown',
    ]);
    expect(reported('Get-VM &gt; x\nGet-VM -Name')).toEqual([
      '1:8-9 powershell/syntax',
      '2:8-13 powershell/missing-value',
    ]);
  });

  it('does not check what may be the inside of something unclosed', () => {
    expect(reported('$x = @{\n  a = 1,\n  Get-VM -Name\n')).toHaveLength(1);
  });

  it('comes to an end on any text', () => {
    const pieces = [
      '(',
      ')',
      '{',
      '}',
      '@{',
      '@(',
      '$(',
      '"',
      "'",
      '`',
      '\n',
      ' ',
      'a',
      '-b',
      '$x',
      ',',
      ';',
      '|',
      '[',
      ']',
      '.',
      '::',
      '=',
      '@"\n',
      '\n"@',
      '#',
      '<#',
      '#>',
      '1',
      '..',
      'if',
      'class',
      'function',
      '&',
      '>',
    ];
    let seed = 1;
    const next = () => (seed = (seed * 48271) % 2147483647);
    for (let round = 0; round < 3000; round++) {
      let text = '';
      for (let length = next() % 40; length > 0; length--) text += pieces[next() % pieces.length]!;
      for (const version of [3, 5, 7]) {
        const { problems } = parse(text, version);
        for (const { start, end } of problems)
          expect(start >= 0 && start <= text.length && end >= start, text).toBe(true);
      }
    }
  });

  it('refuses bottomless nesting rather than running out of stack', () => {
    for (const open of ['(', '{', '@(', '$(', '@{a=', '[a[', '-', '"$(', 'if(', ',']) {
      expect(parse(open.repeat(20000)).problems.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['one after the other', 'a\n'.repeat(60_000)],
    ['within a block', `if (1) {\n${'a\n'.repeat(60_000)}}\nb`],
    ['within a string', `"$(""x""; ${'a;'.repeat(60_000)})"`],
  ])('ends behind more statements than a script has, %s', (_where, text) => {
    const { statements, problems } = parse(text);
    expect(problems.map(({ message }) => message)).toEqual([
      'More than 30000 commands and expressions stand up to here, and the rest is not read.',
    ]);
    expect(statements.length).toBeLessThanOrEqual(30_000);
  });
});

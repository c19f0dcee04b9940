import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine, fence, findings, found, note, part, post } from '../fixture-posts.ts';

const step = (...blocks: readonly string[]) => `## 9:1 One\n\n${blocks.join('\n')}`;
const block = (lines: string, meta = '') => fence(`powershell on=srv1${meta}`, lines);
/** What is found in a block of a labwork on Windows Server 2012 R2. */
const inBlock = (lines: string, meta = '') => found(part(step(block('Get-VM'), block(lines, meta))));

describe('a block that a bundle has among others', () => {
  it.each([
    ['exit', 'exit'],
    ['if ($true) { exit 1 }', 'exit 1'],
    ['function Stop-It { exit }', 'exit'],
    ['Get-VM | ForEach-Object { exit }', 'exit'],
    ['"$(exit)"', 'exit'],
    ['trap { exit 2 }', 'exit 2'],
    ['return', 'return'],
    ['try { return 1 } finally { Get-VM }', 'return 1'],
    ['foreach ($x in 1..3) { return }', 'return'],
    ['break', 'break'],
    ['if ($true) { continue }', 'continue'],
    ['Get-VM | ForEach-Object -Process { continue }', 'continue'],
    ['Get-VM | Where-Object { break }', 'break'],
    ['& { break }', 'break'],
    ['. { continue }', 'continue'],
    [':a foreach ($x in 1..3) { foreach ($y in 1..3) { break b } }', 'break b'],
  ])('is told that it leaves its script: %s', (lines, marked) => {
    expect(inBlock(lines)).toEqual([`powershell/leaves-script “${marked}”`]);
  });

  it.each([
    'foreach ($x in 1..3) { if ($x) { break } else { continue } }',
    'foreach ($x in 1..3) { 1..2 | ForEach-Object { continue } }',
    ':a while ($true) { foreach ($y in 1..3) { break a } }',
    'while ($true) { break $label }',
    'switch (1) { 1 { break } }',
    'do { continue } while ($false)',
    'trap { continue }',
    'function Get-It { return 1 }',
    'function Get-It { break }',
    'Get-VM | ForEach-Object { return }',
    '& { return }',
    'Invoke-Command -ScriptBlock { exit; break; return }',
    '$later = { exit }',
    'class Box { [int] Get() { return 1 } }',
    "throw 'no'",
    '[void] 1 # exit, return',
    "'exit; return'",
  ])('is told nothing where it does not: %s', (lines) => {
    const guide = part(
      step(block('Get-VM'), fence('powershell on=srv1 platform=windows-server-2016', lines)),
    );
    expect(found(guide).filter((line) => line.includes('leaves-script'))).toEqual([]);
  });

  it.each([
    ['#Requires -Version 4.0', '#Requires -Version 4.0'],
    ['Get-VM\n  #requires -Modules Hyper-V\nGet-VM', '#requires -Modules Hyper-V'],
    ['param([string] $Name, [int] $Count = 1)', '$Name'],
    ['[CmdletBinding()]\nparam(\n  [Parameter(Mandatory)] $Name\n)', '$Name'],
    ['Get-VM\n# SIG # Begin signature block', '# SIG # Begin signature block'],
  ])('is told what only a script of its own can have: %s', (lines, marked) => {
    expect(inBlock(lines)).toEqual([`powershell/script-head “${marked}”`]);
  });

  it('is told of a `using`, once, wherever PowerShell knows the word', () => {
    const using = 'using namespace System.IO';
    const of2016 = fence('powershell on=srv1 platform=windows-server-2016', using);
    expect(found(part(step(block('Get-VM'), of2016)))).toEqual([`powershell/script-head “${using}”`]);
    expect(inBlock(using)).toEqual(['powershell/syntax “using”']);
  });

  it.each([
    "param([switch] $Hidden, [System.Management.Automation.SwitchParameter] $Off, $Name = 'x')",
    '# Requires -Version 4.0',
    '# Begin signature',
    "'#Requires -Version 9'",
  ])('is told nothing of what the bundle can have: %s', (lines) => {
    expect(inBlock(lines)).toEqual([]);
  });

  it.each([
    ['$LabworkStep', '$LabworkStep'],
    ['$script:labworkEnded = 1', '$script:labworkEnded'],
    ['"${labworkrecord}"', '${labworkrecord}'],
    ['function Get-NetAdapter { }', 'Get-NetAdapter'],
    ['function global:write-labworkstep { }', 'global:write-labworkstep'],
    ['Set-Alias -Name Test-Path -Value Get-VM', 'Set-Alias -Name Test-Path -Value Get-VM'],
  ])('is told of a name that the script has itself: %s', (lines, marked) => {
    expect(inBlock(lines)).toEqual([`powershell/reserved-name “${marked}”`]);
  });

  it.each(['foreach ($step in 1..2) { $step }', '$labwork = 2', 'Write-Host 1', 'function Write-Step { }'])(
    'is told nothing of other names: %s',
    (lines) => {
      expect(inBlock(lines)).toEqual([]);
    },
  );

  const text = 'param($Name)\n#Requires -Version 4.0\n$LabworkStep\nreturn\nexit';

  it('is told in every role that becomes a script, and in no other', () => {
    for (const role of ['', ' verify', ' undo']) expect(inBlock(text, role)).toHaveLength(5);
    expect(inBlock(text, ' example because="To see."')).toEqual([]);
  });

  it('is no block of another post, and no script that stands for itself', () => {
    expect(findings(note(block(text)))).toEqual([]);
    const story = post('allegories/a.mdx', 'title: A\ndate: 2014-04-10\nsummary: A.\nlab: rack', block(text));
    expect(findings(story)).toEqual([]);
    const script = sliceOf(createSourceFile('a.ps1', text));
    expect(engine.checkScript(script, 'windows-server-2012-r2').diagnostics).toEqual([]);
  });
});

describe('what is forgiven at a console', () => {
  const told = (guide: Guide) => findings(guide).map(({ severity, rule }) => `${severity} ${rule}`);
  const platform = 'windows-server-2016';
  const script = (text: string) =>
    engine
      .checkScript(sliceOf(createSourceFile('a.ps1', text)), platform)
      .diagnostics.map(({ severity, rule }) => `${severity} ${rule}`);

  it.each([
    ['Get-VM –Name x', 'warning hygiene/long-dash', 'error hygiene/long-dash'],
    ['Get-VM “x”', 'warning hygiene/curly-quote', 'error hygiene/curly-quote'],
    ["$password = 'hunter2'", 'warning powershell/plain-text-secret', 'error powershell/plain-text-secret'],
    ['Rename-Computer', 'info powershell/missing-mandatory', 'error powershell/missing-mandatory'],
    [
      'New-NetIPAddress -IPAddress 10.0.0.1',
      'info powershell/missing-mandatory',
      'error powershell/missing-mandatory',
    ],
    // A secret is asked for on purpose.
    ['Enter-PSSession -VMName vm1', undefined, 'info powershell/will-ask'],
    ['Invoke-Command -VMName vm1 -ScriptBlock { 1 }', undefined, 'info powershell/will-ask'],
    ['Add-Computer -DomainName example.org', undefined, 'info powershell/will-ask'],
    ['Get-Credential', undefined, undefined],
    ["Get-Credential -UserName 'a'", undefined, undefined],
  ])('is an error in a bundle alone: %s', (text, alone, bundled) => {
    const lines = (one: string | undefined) => (one === undefined ? [] : [one]);
    const info = `powershell on=srv1 platform=${platform}`;
    expect(script(text)).toEqual(lines(alone));
    expect(told(note(fence(`powershell platform=${platform}`, text), ''))).toEqual(lines(alone));
    expect(told(part(step(fence(`${info} example because="To see."`, text))))).toEqual(lines(alone));
    expect(told(part(step(fence(info, text))))).toEqual(lines(bundled));
  });

  it('may be a backtick at the end of a block, not at that of a file or in a bundle', () => {
    const text = 'Get-VM -Name a `';
    expect(told(note(fence(`powershell platform=${platform}`, text), ''))).toEqual([
      'warning powershell/syntax',
    ]);
    expect(told(part(step(fence(`powershell on=srv1 platform=${platform}`, text))))).toEqual([
      'error powershell/syntax',
    ]);
    expect(script(text)).toEqual(['error powershell/syntax']);
    expect(script(`${text}\n`)).toEqual([]);
  });

  it('is known where it asks', () => {
    const { commands } = engine.checkScript(
      sliceOf(createSourceFile('a.ps1', 'Get-Credential\nEnter-PSSession -VMName vm1\nRename-Computer')),
      platform,
    );
    expect(commands.map(({ support }) => support)).toEqual(['supported', 'supported', 'supported']);
  });
});

describe('a block of code that is not closed', () => {
  const prose = 'Some words, "unclosed.\n\n1. Open **it**.\n\n- And `that`';
  it.each([
    ['at the end', `\`\`\`powershell on=srv1\nGet-VM\n\n${prose}`],
    ['before another', `\`\`\`powershell on=srv1\nGet-VM\n\n${prose}\n\n${block('Get-VM')}`],
    ['on a switch', `\`\`\`ios on=sw2\nshow clock\n\n${prose}`],
    ['before the next step', `\`\`\`powershell on=srv1\nGet-VM\n\n## 9:2 Two\n\n${prose}`],
  ])('is one mistake, whatever it takes along: %s', (_, text) => {
    const guide = part(`## 9:1 One\n\n${block('Get-VM')}\n${text}`);
    expect(found(guide)).toEqual(['guide/mdx-syntax “```”']);
  });
});

describe('a text of several lines on a switch', () => {
  const ios = (...lines: readonly string[]) => fence('ios on=sw2', ...lines);
  const unclosed = (...lines: readonly string[]) =>
    found(part(step(ios(...lines), ios('show clock')))).filter((line) => line.includes('unclosed'));

  it.each([
    [['configure terminal', 'banner motd ^C', 'Hello', 'end', 'write memory'], 'banner motd ^C'],
    [['configure terminal', 'banner login #Hello', 'you'], 'banner login #Hello'],
    [
      ['configure terminal', 'crypto pki certificate chain A', ' certificate 01', '  3082'],
      ' certificate 01',
    ],
  ])('that its block does not end is told where it begins: %j', (lines, marked) => {
    expect(unclosed(...lines)).toEqual([`ios/unclosed-text “${marked}”`]);
  });

  it.each([
    [['configure terminal', 'banner motd ^C', 'Hello', '^C', 'end', 'write memory']],
    [['configure terminal', 'banner motd #Hello#', 'end', 'write memory']],
    [['configure terminal', 'crypto pki certificate chain A', ' certificate 01', '  3082', '  quit']],
  ])('that ends is told nothing of: %j', (lines) => {
    expect(unclosed(...lines)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fence, part } from '../lib/fixture-posts.ts';
import { bundleOf, step, textOf } from '../lib/bundle/rack-bundle.ts';
import type { PowerShellEngine } from './engine.ts';
import { hasDotnet, startEngine } from './engine.ts';

/** Commands that the frame calls and the engine alone does not have; what they show goes to `$Said`. */
const setup = `
$global:Record = @()
$env:ProgramData = 'data'
function Write-Host { param($Object) $null = $global:Said.Add("$Object") }
function Write-Warning { [CmdletBinding()] param($Message) $null = $global:Said.Add("WARNING $Message") }
function Out-Host { param([Parameter(ValueFromPipeline)] $InputObject) process { $null = $global:Said.Add("out $InputObject") } }
function Join-Path { param($Path, $ChildPath) "$Path/$ChildPath" }
function Split-Path { param($Path) $Path }
function New-Item { [CmdletBinding(SupportsShouldProcess)] param($ItemType, $Path, [switch] $Force) }
function Add-Content {
  [CmdletBinding(SupportsShouldProcess)] param($LiteralPath, $Value)
  if ($PSCmdlet.ShouldProcess($LiteralPath)) { $global:Record += $Value }
}
function Test-Path { param($LiteralPath) $global:Record.Count -gt 0 }
function Get-Content { param($LiteralPath) $global:Record }
function Get-Date { [datetime] '2026-01-02' }
function Push-Location { param($StackName) $null = $global:Said.Add('push') }
function Pop-Location { param($StackName) $null = $global:Said.Add('pop') }
function Get-Failure { [CmdletBinding()] param() Write-Error 'failed' }
function Write-Error { [CmdletBinding()] param($Message) $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new($Message), 'failed', 'NotSpecified', $null)) }
`;

const say = (word: string) => `$null = $global:Said.Add('${word}')`;
const block = (role: string, ...lines: readonly string[]) => fence(`powershell on=srv1${role}`, ...lines);

describe.runIf(hasDotnet())('the script of a bundle, run by PowerShell’s own engine', () => {
  let engine: PowerShellEngine;
  beforeAll(async () => {
    engine = await startEngine();
  }, 120_000);
  afterAll(() => engine.stop());

  /** What a script says whose first step has these blocks, and whose second one says `second`. */
  async function run(
    blocks: readonly string[],
    role: 'apply' | 'undo' | 'verify' = 'apply',
    steps?: string[],
  ) {
    const mark = role === 'apply' ? '' : ` ${role}`;
    const others = role === 'apply' ? [] : [block('', say('other'))];
    const bundle = bundleOf(
      part(
        step('9:1', 'One', ...others, ...blocks.map((lines) => block(mark, lines))) +
          step('9:2', 'Two', ...others, block(mark, say('second'))),
      ),
    );
    // Who runs the tests need be no administrator.
    const text = textOf(bundle, `hosts/srv1/${role}.ps1`)!.replace('#Requires -RunAsAdministrator', '');
    const { said, errors } = await engine.run(setup, text, steps);
    return { said: said.filter((word) => !/^(?:push|pop)$/.test(word)), errors };
  }
  const steps = (...inFirst: readonly string[]) => [
    '--- Step 9:1 begun',
    ...inFirst,
    '--- Step 9:1 done',
    '--- Step 9:2 begun',
    'second',
    '--- Step 9:2 done',
  ];
  const stopped = expect.stringMatching(/^WARNING Stopped in step 9:1\. It was begun and is not done/);

  it.each<[name: string, blocks: string[], said: string[]]>([
    [
      'a variable called $step',
      [`foreach ($step in 1..2) { $null = $global:Said.Add("n$step") }`],
      ['n1', 'n2'],
    ],
    ['`return`', [`${say('a')}\nreturn\n${say('b')}`, say('c')], ['a', 'c']],
    [
      'a `param` block',
      [`param($Name = 'x', [switch] $Off)\n$null = $global:Said.Add("$Name $Off")`],
      ['x False'],
    ],
    [
      'named blocks',
      [`begin { ${say('b')} }\nprocess { ${say('p')} }\nend { ${say('e')} }`],
      ['b', 'p', 'e'],
    ],
    [
      'what the next block uses',
      [
        `$seen = 1\nfunction Add-One { $script:seen++ }\nclass Box { [int] $Size = 7 }`,
        'Add-One\n$null = $global:Said.Add("$seen $([Box]::new().Size)")',
      ],
      ['2 7'],
    ],
    [
      'a trap of its own',
      [`trap { ${say('trapped')}; continue }\nthrow 'x'\n${say('after')}`],
      ['trapped', 'after'],
    ],
    ['$args and $input', ['$null = $global:Said.Add("$($args.Count) $(@($input).Count)")'], ['0 0']],
    [
      'preferences',
      ["$WhatIfPreference = $true\n$ConfirmPreference = 'Low'\n$OFS = ':'\nSet-StrictMode -Off", say('a')],
      ['a'],
    ],
  ])('keeps out of the way of %s', async (_name, blocks, said) => {
    expect(await run(blocks)).toEqual({ said: steps(...said), errors: [] });
  });

  it.each<[name: string, lines: string, errors: string[]]>([
    ['an error', `${say('a')}\nGet-Failure\n${say('b')}`, ['failed']],
    ['`throw`', `${say('a')}\nthrow 'no'\n${say('b')}`, ['no']],
    ['`exit`', `${say('a')}\nexit\n${say('b')}`, []],
    ['`exit` in a function', `function Stop-All { exit 3 }\n${say('a')}\nStop-All\n${say('b')}`, []],
    ['`break` without a loop', `${say('a')}\nbreak\n${say('b')}`, []],
    [
      '`continue` in the block of a command',
      `${say('a')}\n1..3 | ForEach-Object { continue }\n${say('b')}`,
      [],
    ],
  ])('says that it was left by %s, and runs nothing after it', async (_name, lines, errors) => {
    for (const role of ['apply', 'undo'] as const) {
      const { said, errors: told } = await run([lines], role, ['9:1']);
      expect(said).toEqual(['--- Step 9:1 begun', 'a', stopped]);
      expect(told).toEqual(errors);
    }
  });

  it('stops at errors in every step, whatever the step before has said of them', async () => {
    const bundle = bundleOf(
      part(
        step(
          '9:1',
          'One',
          block('', "$ErrorActionPreference = 'SilentlyContinue'\n$PSDefaultParameterValues = @{}"),
        ) + step('9:2', 'Two', block('', `Get-Failure\n${say('b')}`)),
      ),
    );
    const text = textOf(bundle, 'hosts/srv1/apply.ps1')!.replace('#Requires -RunAsAdministrator', '');
    const { said, errors } = await engine.run(setup, text);
    expect(said.slice(-2)).toEqual(['pop', expect.stringMatching(/^WARNING Stopped in step 9:2/)]);
    expect(errors).toEqual(['failed']);
  });

  it('goes on looking after an error, and says its end', async () => {
    const { said } = await run([`Get-Failure\n[int] 'x'\n${say('b')}`, 'return', "'shown'"], 'verify');
    expect(said).toEqual(['--- Step 9:1', 'b', 'out shown', '--- Step 9:2', 'second', '--- End']);
    expect((await run(['exit'], 'verify')).said).toEqual(['--- Step 9:1']);
  });

  it('refuses a step that it has begun before, and runs the others with -Step', async () => {
    const before = `${setup}\n$global:Record = @('9:1 begun 2026-01-01')`;
    const bundle = bundleOf(
      part(step('9:1', 'One', block('', say('a'))) + step('9:2', 'Two', block('', say('b')))),
    );
    const text = textOf(bundle, 'hosts/srv1/apply.ps1')!.replace('#Requires -RunAsAdministrator', '');
    const refused = await engine.run(before, text);
    expect(refused.said).toEqual([]);
    expect(refused.errors).toEqual([
      expect.stringMatching(/^Nothing was run\. .* these steps before: 9:1\./),
    ]);
    expect((await engine.run(before, text, ['9:2'])).said).toEqual([
      'push',
      '--- Step 9:2 begun',
      'b',
      '--- Step 9:2 done',
      'pop',
    ]);
    expect((await engine.run(setup, text, ['9:3'])).errors).toEqual([expect.stringMatching(/9:3/)]);
  });
});

import type { ScriptRole, ScriptTemplate, TemplateOptions } from './script-template.ts';
import type { RunningOptions } from './script-template.ts';
import { asTheyStand, lookingAdvice, undoAdvice } from './script-template.ts';

export function powershellTemplate({ shell, role, labwork, device, steps }: TemplateOptions): ScriptTemplate {
  const file = `${role}.ps1`;
  const record = `Labworks\\labworks-${labwork}-${device}.txt`;
  const choosing = steps[0] === undefined ? [] : [`.\\${file} -Step ${steps[0]} runs that step alone.`];
  const stopping = [
    'The first command that reports an error ends the script: what stands above it is done, what stands',
    'below it is not.',
  ];
  const advice: Readonly<Record<ScriptRole, readonly string[]>> = {
    apply: [
      ...asTheyStand,
      '',
      ...stopping,
      '',
      'It does not look first whether a change is already made. So each step is begun once on a machine:',
      `the script writes it down in %ProgramData%\\${record}`,
      'and refuses, before it runs anything, a step that stands there.',
      '',
      `.\\${file} runs all steps in order; ${choosing.join('')}`.trimEnd(),
      'README.md has the order across devices.',
    ],
    verify: ['These commands only look.', ...lookingAdvice, ...choosing],
    undo: [...undoAdvice, '', ...stopping, '', ...choosing],
  };
  const quoted = steps.map((step) => `'${step}'`).join(', ');
  const records = role === 'apply';
  return {
    mark: '#',
    lineEnd: '\r\n',
    extension: 'ps1',
    marksEncoding: true,
    advice: advice[role],
    preamble: [
      '',
      ...requirements(shell),
      '',
      // Without CmdletBinding a script takes any parameter, and -WhatIf would run it in earnest.
      '[CmdletBinding()]',
      `param([ValidateSet(${quoted})] [string[]] $Step = @(${quoted}))`,
      '',
      'Set-StrictMode -Version Latest',
      // A step that fails must not be followed by one that builds on it; looking goes on.
      ...(role === 'verify' ? [] : stopAtErrors),
      ...(records ? recordKeeping(record) : []),
    ],
    openStep: (step) => [
      `if ($Step -contains '${step}') {`,
      ...(records ? [`Write-LabworkRecord '${step}' 'begun'`] : [`Write-Host '--- Step ${step}'`]),
    ],
    closeStep: (step) => [...(records ? [`Write-LabworkRecord '${step}' 'done'`] : []), '}'],
    // At a console each block is shown by itself. In one stream of objects, plain ones spoil the Format-Table of the next block.
    openBlock: role === 'verify' ? ['. {'] : [],
    closeBlock: role === 'verify' ? ['} | Out-Host'] : [],
  };
}

/** `#Requires -RunAsAdministrator` is known from PowerShell 4.0 on (about_Requires, Microsoft Learn). */
function requirements(shell: string): string[] {
  const version = /\d+\.\d+/.exec(shell)?.[0] ?? '3.0';
  return [`#Requires -Version ${version}`, ...(version === '3.0' ? [] : ['#Requires -RunAsAdministrator'])];
}

/**
 * A script's own preference does not reach functions of modules (about_Preference_Variables), which most network commands of Windows
 * are; so every command also gets it as a parameter.
 */
const stopAtErrors = [
  "$ErrorActionPreference = 'Stop'",
  "$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }",
];

/** Writes down each step that is begun and done, and refuses those that stand there. `record` is below %ProgramData%. */
function recordKeeping(record: string): string[] {
  return [
    '',
    `$labworkRecord = Join-Path -Path $env:ProgramData -ChildPath '${record}'`,
    "$labworkStep = ''",
    'function Write-LabworkRecord([string] $Name, [string] $What) {',
    '  $null = New-Item -ItemType Directory -Force -Path (Split-Path -Path $labworkRecord)',
    "  Add-Content -LiteralPath $labworkRecord -Value ('{0} {1} {2:yyyy-MM-dd HH:mm:ss}' -f $Name, $What, (Get-Date))",
    '  $script:labworkStep = $Name',
    '  Write-Host "--- Step $Name $What"',
    '}',
    'trap {',
    '  if ($labworkStep) {',
    '    Write-Warning -Message "Stopped in step $labworkStep. It was begun and is not done: look at the error, finish the step by hand as the guide says, then run the steps after it with -Step."',
    '  }',
    '  break',
    '}',
    '$labworkKnown = @(if (Test-Path -LiteralPath $labworkRecord) { Get-Content -LiteralPath $labworkRecord })',
    '$labworkAgain = @($Step | Where-Object -FilterScript { $labworkKnown -match "^$_ " })',
    'if ($labworkAgain) {',
    '  throw "Nothing was run. On this machine the script has begun these steps before: $($labworkAgain -join \', \'). Its record is $labworkRecord. Look with verify.ps1, and name the steps that are still to run with -Step. If you took a step back by hand, take its lines out of the record."',
    '}',
  ];
}

/** How a person runs the scripts of a host, for the bundle's README. */
export function runningPowerShell({ labwork, step }: RunningOptions): string[] {
  const shell = 'powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File';
  return [
    'On a Windows host, in an elevated PowerShell, in the folder of that host:',
    `    ${shell} .\\apply.ps1${step === undefined ? '' : ` -Step ${step}`}\n    ${shell} .\\verify.ps1${step === undefined ? '' : ` -Step ${step}`}`,
    'Without `-Step` a script runs all of its steps. Verify only looks. Apply ends at the first command that reports an error and says in which step; nothing\nafter that command was run.',
    `**Run twice**, apply refuses: it writes down each step that it begins, in \`%ProgramData%\\Labworks\\labworks-${labwork}-NAME.txt\` on the host, and before it\nruns anything it looks whether one of its steps stands there. It knows what it did itself, and nothing of what was done by hand. After a\nstep that failed halfway, finish that step by hand, as the guide says, and run the steps after it with \`-Step\`.`,
    'Keep a console that does not depend on the network you are changing: a team or a switch takes its adapters off the network while it is made.',
  ];
}

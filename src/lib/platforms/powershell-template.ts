import { powershellLanguage } from '../dialects/powershell/powershell.ts';
import { beginsSignature } from '../dialects/powershell/syntax/signature.ts';
import { singleQuoted } from '../dialects/powershell/syntax/quote.ts';
import type { CommentSyntax } from '../writing/comment.ts';
import type { Markdown } from '../writing/markdown.ts';
import { code, codeBlock, prose } from '../writing/markdown.ts';
import type {
  RunningOptions,
  ScriptRole,
  ScriptTemplate,
  StatusRequest,
  TemplateOptions,
} from './script-template.ts';
import { asTheyStand, lookingAdvice, undoAdvice } from './script-template.ts';

/** Behind what looks like the beginning of a signature PowerShell refuses all code: such a line is made too long to look like one. */
const comments: CommentSyntax = {
  mark: powershellLanguage.comment,
  harmless: (line) => (beginsSignature(line, 7) ? `${'-'.repeat(34)} ${line.trim()}` : line),
};

/**
 * What stands around the author's commands. They run in the scope of the script, each block as a script block of its own, so that what
 * one defines is there for the next, a `param` or `begin` at its head means what it says, and `return` ends that block and no more.
 * Names that both would use are in `frameNames`.
 */
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
    verify: [
      'These commands only look.',
      ...lookingAdvice,
      ...choosing,
      '',
      `Where the last line it prints is not "${lastLine}", it was left before its end.`,
    ],
    undo: [...undoAdvice, '', ...stopping, '', ...choosing],
  };
  const quoted = steps.map(singleQuoted).join(', ');
  const changes = role !== 'verify';
  return {
    comments,
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
      `param([Alias('Step')] [ValidateSet(${quoted})] [string[]] $LabworkStep = @(${quoted}))`,
      '',
      'Set-StrictMode -Version Latest',
      ...(changes ? [...stopAtErrors, ...stepKeeping(role === 'apply' ? record : undefined)] : []),
    ],
    openStep: (step) => [
      `if ($LabworkStep -contains ${singleQuoted(step)}) {`,
      ...(changes ? [] : ["$ErrorActionPreference = 'Continue'"]),
      changes
        ? `Write-LabworkStep ${singleQuoted(step)} 'begun'`
        : `Write-Host ${singleQuoted(`--- Step ${step}`)}`,
    ],
    closeStep: (step) => [...(changes ? [`Write-LabworkStep ${singleQuoted(step)} 'done'`] : []), '}'],
    openBlock: ['. {'],
    // At a console each block is shown by itself. In one stream of objects, plain ones spoil the Format-Table of the next block.
    closeBlock: [changes ? '}' : '} | Out-Host'],
    ending: changes ? endKeeping : [`Write-Host ${singleQuoted(lastLine)}`],
  };
}

const lastLine = '--- End';

/** `#Requires -RunAsAdministrator` is known from PowerShell 4.0 on (about_Requires, Microsoft Learn). */
function requirements(shell: string): string[] {
  const version = /\d+\.\d+/.exec(shell)?.[0] ?? '3.0';
  return [`#Requires -Version ${version}`, ...(version === '3.0' ? [] : ['#Requires -RunAsAdministrator'])];
}

/**
 * A step that fails must not be followed by one that builds on it. A script's own preference does not reach functions of modules
 * (about_Preference_Variables), which most network commands of Windows are; so every command also gets it as a parameter.
 */
const stopAtErrors = [
  "$ErrorActionPreference = 'Stop'",
  "$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }",
];

/**
 * Says which step is begun and done, and, however the script is left (an error, `exit`, a `break` that no loop takes), that it was.
 * A script that makes changes also writes it down below %ProgramData% in `record`, and refuses the steps that stand there.
 */
function stepKeeping(record: string | undefined): string[] {
  const writing = [
    '  $null = New-Item -ItemType Directory -Force -Path (Split-Path -Path $script:LabworkRecord) -WhatIf:$false -Confirm:$false',
    "  Add-Content -LiteralPath $script:LabworkRecord -Value ('{0} {1} {2:yyyy-MM-dd HH:mm:ss}' -f $Name, $What, (Get-Date)) -ErrorAction Stop -WhatIf:$false -Confirm:$false",
  ];
  return [
    ...(record === undefined
      ? []
      : ['', `$LabworkRecord = Join-Path -Path $env:ProgramData -ChildPath ${singleQuoted(record)}`]),
    "$LabworkStepOpen = ''",
    '$LabworkEnded = $false',
    'function Write-LabworkStep([string] $Name, [string] $What) {',
    ...(record === undefined ? [] : writing),
    "  $script:LabworkStepOpen = if ($What -eq 'begun') { $Name } else { '' }",
    // Whatever the step before it has set.
    "  $script:ErrorActionPreference = 'Stop'",
    "  $script:PSDefaultParameterValues['*:ErrorAction'] = 'Stop'",
    '  Write-Host "--- Step $Name $What"',
    '}',
    ...(record === undefined ? [] : refusing),
    '',
    'Push-Location -StackName Labworks',
    'try {',
  ];
}

const refusing = [
  '$LabworkKnown = @(if (Test-Path -LiteralPath $LabworkRecord) { Get-Content -LiteralPath $LabworkRecord })',
  '$LabworkAgain = @($LabworkStep | Where-Object -FilterScript { $LabworkKnown -match "^$_ " })',
  'if ($LabworkAgain) {',
  '  throw "Nothing was run. On this machine the script has begun these steps before: $($LabworkAgain -join \', \'). Its record is $LabworkRecord. Look with verify.ps1, and name the steps that are still to run with -Step. If you took a step back by hand, take its lines out of the record."',
  '}',
];

const endKeeping = [
  '',
  '$LabworkEnded = $true',
  '} finally {',
  'Pop-Location -StackName Labworks',
  'if ($LabworkStepOpen) {',
  '  Write-Warning -WarningAction Continue -Message "Stopped in step $LabworkStepOpen. It was begun and is not done: look at what ended it, finish the step by hand as the guide says, then run the steps after it with -Step."',
  '} elseif (-not $LabworkEnded) {',
  "  Write-Warning -WarningAction Continue -Message 'The script was left before its end: the steps of which it says nothing above were not run.'",
  '}',
  '}',
];

/**
 * `Invoke-RestMethod` is there from PowerShell 3.0 on. The .NET Framework of Windows Server 2012 and 2012 R2 offers TLS 1.0 unless it is told
 * otherwise (Transport Layer Security best practices with .NET Framework, Microsoft Learn).
 */
export const askWithPowerShell: StatusRequest = (url, version) => [
  "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'",
  `(Invoke-RestMethod ${url}).versions.${singleQuoted(version)}`,
];

/** How a person runs the scripts of a host, for the bundle's README. */
export function runningPowerShell({ labwork, step, undo }: RunningOptions): Markdown[] {
  const shell = 'powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File';
  const chosen = step === undefined ? '' : ` -Step ${step}`;
  return [
    prose`On a Windows host, in an elevated PowerShell, in the folder of that host. Windows marks what was downloaded and then refuses to run it; once
you have read the scripts, take the mark from them:`,
    codeBlock(['Unblock-File -Path .\\*.ps1']),
    prose`Then a step at a time:`,
    codeBlock([`${shell} .\\apply.ps1${chosen}`, `${shell} .\\verify.ps1${chosen}`]),
    prose`\`-ExecutionPolicy\` holds for that one process and changes no setting. A Group Policy that forbids scripts is stronger: \`Get-ExecutionPolicy -List\`
shows it, as \`MachinePolicy\` or \`UserPolicy\`.`,
    prose`Without \`-Step\` a script runs all of its steps. Verify only looks. Apply ends at the first command that reports an error and says in which step; nothing
after that command was run.`,
    prose`**Run twice**, apply refuses: it writes down each step that it begins, in ${code(`%ProgramData%\\Labworks\\labworks-${labwork}-NAME.txt`)} on the host, and before it
runs anything it looks whether one of its steps stands there. It knows what it did itself, and nothing of what was done by hand. After a
step that failed halfway, finish that step by hand, as the guide says, and run the steps after it with \`-Step\`.`,
    ...(undo
      ? [
          prose`**To go back**, \`undo.ps1\` takes steps back and is run like the others, with \`-Step\`. Apply does not hear of it: before it is to run such a step
again, take the step's lines out of its record.`,
        ]
      : []),
    prose`Keep a console that does not depend on the network you are changing: a team or a switch takes its adapters off the network while it is made.`,
  ];
}

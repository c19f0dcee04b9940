import { describe, expect, it } from 'vitest';
import type { PowerShellSession } from '../../../../src/lib/dialects/powershell/binding/session.ts';
import { analyze, powershell } from './powershell.ts';

const platform = 'windows-server-2022';

/** What is told of the last of several blocks, and what its commands are. */
function after(...blocks: readonly string[]): { told: string[]; commands: string[] } {
  let session: PowerShellSession = powershell.start({ name: 'a', platform });
  let told: string[] = [];
  let commands: string[] = [];
  for (const text of blocks) {
    const reading = analyze(text, platform, session);
    session = reading.session;
    told = reading.diagnostics.map(({ rule, message }) => `${rule} ${message}`);
    commands = reading.commands.map(({ name, support }) => `${name} ${support}`);
  }
  return { told, commands };
}

const lab = `@'
function Get-LabVM { [CmdletBinding()] param([Parameter(Mandatory)][string]$Name, [Alias('Id')][int]$Number) $Name }
function Get-VMs { Get-VM }
Set-Alias -Name labvm -Value Get-LabVM
'@`;

describe('modules and scripts that a guide writes itself', () => {
  it.each([
    ['a here-string down the pipeline', `${lab} | Set-Content .\\Lab.psm1\nImport-Module .\\Lab.psm1`],
    [
      'to a full path',
      `${lab} | Out-File -FilePath "$env:TEMP\\Lab.psm1" -Encoding utf8\nImport-Module "$env:TEMP\\Lab.psm1" -Force`,
    ],
    [
      'as a value',
      `Set-Content -Path C:\\Lab\\Lab.psm1 -Value ${lab}\nImport-Module -Name C:\\Lab\\Lab.psm1`,
    ],
    ['by New-Item', `New-Item -ItemType File -Path .\\Lab.psm1 -Value ${lab}\nipmo ./Lab.psm1`],
    [
      'from a variable, to one',
      `$code = ${lab}\n$path = Join-Path $HOME 'Lab.psm1'\n$code | Set-Content $path\nImport-Module $path`,
    ],
    ['by redirection, and dot-sourced', `${lab} > helpers.ps1\n. .\\helpers.ps1`],
    [
      'in two pieces',
      `'# Lab' | Set-Content helpers.ps1\n${lab} | Add-Content helpers.ps1\n. "$PSScriptRoot\\helpers.ps1"`,
    ],
    ['by its name', `${lab} | Set-Content C:\\Modules\\Lab\\Lab.psm1\nImport-Module Lab`],
    [
      'by a manifest',
      `${lab} | Set-Content Lab.psm1\n"@{ RootModule = 'Lab.psm1' }" | Set-Content Lab.psd1\nImport-Module ./Lab.psd1`,
    ],
    ['by using', `${lab} | Set-Content Lab.psm1`, 'using module .\\Lab.psm1'],
  ])('are known: %s', (_, ...blocks) => {
    // Get-VMs is but a letter from Get-VM.
    expect(after(...blocks, 'Get-VMs\nlabvm -Name a\nGet-LabVM -Id 2')).toEqual({
      told: expect.not.arrayContaining([expect.stringContaining('unknown')]) as string[],
      commands: ['Get-VMs supported', 'Get-LabVM supported', 'Get-LabVM supported'],
    });
  });

  it('shadow the commands of Windows', () => {
    const own = `@'\nfunction Get-VMSwitch { param($Mine) $Mine }\n'@ | Set-Content own.ps1\n. .\\own.ps1`;
    expect(after(own, 'Get-VMSwitch -Mine 1')).toEqual({ told: [], commands: ['Get-VMSwitch supported'] });
  });

  it.each([
    ['a file of somebody else', '. .\\theirs.ps1'],
    ['a module of somebody else', 'Import-Module .\\Theirs.psm1'],
    ['one by using', 'using module .\\Theirs.psm1'],
    ['commands at another computer', 'Import-PSSession $session'],
  ])('what is not written there is unknown, and not wrong: %s', (_, text) => {
    expect(after('Get-VMs')).toMatchObject({ told: [expect.stringContaining('unknown-command')] });
    expect(after(text, 'Get-VMs')).toEqual({ told: [], commands: ['Get-VMs unknown'] });
  });

  it.each([
    ['${function:Get-VMs} = { 1 }'],
    ['Set-Item -Path function:global:Get-VMs -Value { 1 }'],
    ['New-Module -Name Lab -ScriptBlock { function Get-VMs { 1 } } | Import-Module'],
    ['class Lab { [string] $Name }\nNew-Alias Get-VMs Get-VM'],
  ])('%s defines a name', (text) => {
    expect(after(text, 'Get-VMs').told.filter((one) => one.includes('unknown'))).toEqual([]);
  });
});

describe('a function of the guide that refuses what it does not name', () => {
  const defined =
    'function Get-Lab { [CmdletBinding()] param([string]$Name, [Alias("Id")][int]$Number) $Name }';

  it.each([
    ['Get-Lab -Nmae a', 'Get-Lab, as it is defined in this guide, has no parameter -Nmae.'],
    ['Get-Lab -Colour red', 'Get-Lab, as it is defined in this guide, has no parameter -Colour.'],
  ])('%s is told', (text, message) => {
    expect(after(defined, text).told).toEqual([`powershell/unknown-parameter ${message}`]);
  });

  it.each([
    [
      'names, beginnings, aliases and common parameters',
      defined,
      'Get-Lab -Na a -Id 1 -Verbose -ErrorAction Stop',
    ],
    ['what takes anything', 'function Get-Lab { param($Name) $args }', 'Get-Lab -Colour red'],
    [
      'parameters of its own making',
      'function Get-Lab { [CmdletBinding()] param() DynamicParam { } end { } }',
      'Get-Lab -Colour red',
    ],
    ['one that is defined twice', `${defined}\nfunction Get-Lab { param($Colour) }`, 'Get-Lab -Colour red'],
    ['one that somebody else may have defined again', `${defined}\n. .\\theirs.ps1`, 'Get-Lab -Colour red'],
  ])('lets be %s', (_, definition, text) => {
    expect(after(definition, text).told).toEqual([]);
  });
});

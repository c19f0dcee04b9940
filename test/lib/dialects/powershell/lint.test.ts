import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../src/lib/diagnostics/apply-fixes.ts';
import type { RuleId } from '../../../../src/lib/rules.ts';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { createPowerShell } from '../../../../src/lib/dialects/powershell/powershell.ts';
import { replaceInSlice, sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { analyze, powershell, readCatalogue, reported } from './powershell.ts';

/** The text after its certain repairs. */
function repaired(text: string, platform?: PowerShellPlatform): string {
  return applyFixes(text, analyze(text, platform).diagnostics).text;
}

function only(text: string, platform: PowerShellPlatform = 'windows-server-2022') {
  const { diagnostics } = analyze(text, platform);
  expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toHaveLength(1);
  return diagnostics[0]!;
}

describe('an alias', () => {
  it('is written out where it is sure what it runs', () => {
    expect(repaired('gci | % { $_.Name } | ? Length -gt 3 | select -First 1')).toBe(
      'Get-ChildItem | ForEach-Object { $_.Name } | Where-Object Length -gt 3 | Select-Object -First 1',
    );
    // A program of that name is not given objects.
    expect(repaired('Get-VM | sort')).toBe('Get-VM | Sort-Object');
    expect(repaired('sort')).toBe('sort');
    expect(repaired("Set-Alias -Name mkteam -Value New-NetLbfoTeam\nmkteam -Name 'a' -TeamMembers 'b'")).toBe(
      "Set-Alias -Name mkteam -Value New-NetLbfoTeam\nNew-NetLbfoTeam -Name 'a' -TeamMembers 'b'",
    );
    expect(repaired('function Get-Stock { 1 }\nSet-Alias stock Get-Stock\nstock')).toBe(
      'function Get-Stock { 1 }\nSet-Alias stock Get-Stock\nGet-Stock',
    );
  });

  it('is not touched where somebody may have meant another thing', () => {
    const text = [
      'sc query vmms',
      'Service',
      'Set-Alias x Get-VM',
      'if ($y) { Set-Alias x Get-VMSwitch }',
      'x',
    ].join('\n');
    expect(repaired(text)).toBe(text);
    expect(reported(text)).toEqual(['1:1-3 powershell/alias-in-script', '2:1-8 powershell/alias-in-script']);
    expect(repaired('. .\\helpers.ps1\ngci')).toBe('. .\\helpers.ps1\ngci');
  });

  it('is no command, function or program of that name', () => {
    expect(reported('function gci { 1 }\ngci\nicacls C:\\x\nGet-ChildItem')).toEqual([]);
  });
});

describe('casing', () => {
  it('is put right in names of commands and parameters, and nowhere else', () => {
    const text =
      "get-VMswitch -name 'get-vm -NAME' | FORMAT-TABLE -property name # get-vm\nhyper-v\\get-vm\n'get-vm'";
    expect(reported(text)).toEqual([
      '1:1-13 powershell/casing',
      '1:37-49 powershell/casing',
      '2:1-15 powershell/casing',
    ]);
    expect(repaired(text)).toBe(
      "Get-VMSwitch -Name 'get-vm -NAME' | Format-Table -Property name # get-vm\nHyper-V\\Get-VM\n'get-vm'",
    );
  });

  it('is put right in keywords and operators', () => {
    const text =
      "If (-Not ($a -EQ 1) -And `\n  $b -cNe 'IF -EQ') { Return }\nForEach ($x In 1..3) { get-vm -name:x }\nFunction Get-Own { 1 }\nWhile ($true) { Break }";
    expect(repaired(text)).toBe(
      "if (-not ($a -eq 1) -and `\n  $b -cne 'IF -EQ') { return }\nforeach ($x In 1..3) { Get-VM -Name:x }\nfunction Get-Own { 1 }\nwhile ($true) { break }",
    );
  });

  it('is nobody’s business in own functions, shortened names and operators', () => {
    expect(
      reported(
        "function get-stuff { 1 }\nGET-stuff\nGet-VM -na a\nGet-VM | Where-Object State -eq 'Running'\n& 'get-vm'\n$own = @{ name = 'a' }\nGet-VM @own",
      ),
    ).toEqual([]);
  });

  it('of a name that is substituted is the lab’s', () => {
    const file = createSourceFile('post.mdx', '{{command}} -name a');
    const substituted = replaceInSlice(sliceOf(file), [{ start: 0, end: 11, text: 'get-vm' }]);
    const { diagnostics } = powershell.read(
      substituted,
      powershell.start({ name: 'a', platform: 'windows-server-2022' }),
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual([]);
  });
});

describe('positional arguments', () => {
  const strict = createPowerShell(
    createCatalogue(readCatalogue()),
    new Set<RuleId>(['powershell/positional-argument']),
  );
  const asked = (text: string) =>
    strict
      .read(
        sliceOf(createSourceFile('a.ps1', text)),
        strict.start({ name: 'a', platform: 'windows-server-2022' }),
      )
      .diagnostics.map(({ rule, range }) => `${range.start.column} ${rule}`);

  it('are reported only where somebody asks', () => {
    expect(reported("New-VMSwitch 'x' -SwitchType Internal")).toEqual([]);
    expect(asked("New-VMSwitch 'x' -SwitchType Internal")).toEqual(['14 powershell/positional-argument']);
    // No name can be put there, or none is certain.
    expect(asked("New-VMSwitch -SwitchType Internal -- 'x'")).toEqual([]);
    expect(asked("New-VMSwitch 'x' -SwtchTyp Internal")).not.toContain('14 powershell/positional-argument');
  });

  it('get the names of their parameters', () => {
    const text = "Rename-NetAdapter 'a' 'b'; Get-VM | Where-Object State -EQ 'Running'; Write-Host a b";
    const { diagnostics } = strict.read(
      sliceOf(createSourceFile('a.ps1', text)),
      strict.start({ name: 'a', platform: 'windows-server-2022' }),
    );
    expect(applyFixes(text, diagnostics).text).toBe(
      "Rename-NetAdapter -Name 'a' -NewName 'b'; Get-VM | Where-Object -Property State -EQ -Value 'Running'; Write-Host a b",
    );
  });

  it('get them in front of both quotes where those are doubled', () => {
    const text = 'Write-Output -InputObject "$(Rename-NetAdapter ""a"" `"b`")"';
    const { diagnostics } = strict.read(
      sliceOf(createSourceFile('a.ps1', text)),
      strict.start({ name: 'a', platform: 'windows-server-2022' }),
    );
    expect(applyFixes(text, diagnostics).text).toBe(
      'Write-Output -InputObject "$(Rename-NetAdapter -Name ""a"" -NewName `"b`")"',
    );
  });

  it('are neither named ones, nor script blocks, nor what a splat brings', () => {
    expect(
      asked(
        "New-VMSwitch -Name 'x' -SwitchType Internal; Get-VM | ForEach-Object { $_ }; Get-VM @these; ipconfig /all",
      ),
    ).toEqual([]);
  });
});

describe('destruction without a guard', () => {
  it.each([
    ['Clear-Disk -Number 1 -RemoveData -Confirm:$false', 'erases what nothing brings back'],
    ['Get-VM | Remove-VM -Force', 'deletes all virtual machines that come in'],
    ["Remove-VMSwitch -Name '*' -Force", 'deletes all virtual switches (*)'],
    ['Remove-NetIPAddress -Confirm:$false', 'removes all addresses of this machine'],
    ['Remove-SmbMapping -Force', 'disconnects all mapped drives'],
    ["Get-ADUser -Filter '*' | Remove-ADUser -Confirm:$false", 'deletes all directory objects that come in'],
    ['Stop-Service *', 'stops all services (*), without asking'],
    ['Remove-Item D:\\ -Recurse', 'deletes everything under “D:\\”'],
    ["Remove-Item -Path 'D:\\*' -Recurse -Force", 'deletes everything under “D:\\*”'],
  ])('is reported of %j', (text, part) => {
    const { rule, severity, message } = only(text);
    expect([rule, severity]).toEqual(['powershell/destructive-without-guard', 'warning']);
    expect(message).toContain(part);
  });

  it.each([
    ['a command that asks by itself', 'Clear-Disk -Number 1 -RemoveData; Get-VM | Remove-VM'],
    ['a dry run', 'Get-VM | Remove-VM -Force -WhatIf; Stop-Service * -Confirm'],
    [
      'a thing that is named',
      "Remove-VMSwitch -Name 'a' -Force; Remove-NetIPAddress -IPAddress 10.0.0.1 -Confirm:$false",
    ],
    [
      'a thing that was looked for',
      "Get-Disk | Where-Object PartitionStyle -EQ 'RAW' | Clear-Disk -Confirm:$false",
    ],
    ['a thing that was tested', 'if ($disk.Size -lt 1TB) { Clear-Disk -Number 1 -Confirm:$false }'],
    [
      'what only running tells',
      'Remove-VM @machine; Remove-Item $path -Recurse; Remove-NetIPAddress @address',
    ],
    ['a group by a part of its name', "Remove-VMSwitch -Name 'Lab*' -Force"],
    ['a folder by its path', "Remove-Item -Path 'D:\\Temp\\*' -Recurse -Force"],
    ['other selectors', 'Remove-NetIPAddress -PrefixOrigin Dhcp -Confirm:$false'],
  ])('is not %s', (_what, text) => {
    expect(reported(text, 'windows-server-2022')).toEqual([]);
  });
});

describe('secrets in plain text', () => {
  it.each([
    ["$x = ConvertTo-SecureString 'hunter2' -AsPlainText -Force", '1:29-38'],
    ['$x = ConvertTo-SecureString `\n  -String "hunter2" `\n  -AsPlainText -Force', '2:11-20'],
    ["$x = 'hunter2' | ConvertTo-SecureString -AsPlainText -Force", '1:6-15'],
    ['New-SmbMapping -UserName y -Password "x"', '1:38-41'],
    ["$adminPassword = 'hunter2'", '1:18-27'],
    ["$script:password = 'hunter2'", '1:20-29'],
    ["$x = @{ Password = 'x' }", '1:20-23'],
    ["$x = @{ Password = 'x' }; Set-Own @x", '1:20-23'],
    ["param([string]$Password = 'hunter2')", '1:27-36'],
    ["function Set-X { param([string]$Token = 'abc') $Token }", '1:41-46'],
    ["Set-Own -ApiKey 'abc'", '1:17-22'],
    ['Set-Own -Password 123456', '1:19-25'],
    ['net user bob hunter2 /add', '1:14-21'],
    ['net.exe use X: \\\\nas\\share hunter2 /user:bob', '1:28-35'],
    ['cmdkey /add:nas /user:bob /pass:hunter2', '1:27-40'],
    ['schtasks /create /tn a /tr b /ru bob /rp hunter2', '1:42-49'],
  ])('%j is reported', (text, place) => {
    expect(reported(text, 'windows-server-2022')).toEqual([`${place} powershell/plain-text-secret`]);
  });

  it('are not what is asked for, read from elsewhere, or to be replaced', () => {
    const script = [
      "ConvertTo-SecureString (Read-Host -Prompt 'Password') -AsPlainText -Force",
      'ConvertTo-SecureString "$env:PW" -AsPlainText -Force',
      'Set-Own -Password $secret -Token (Get-Token)',
      "Set-Own -Password '<password>' -ApiKey 'xxxxxxxx' # -Password 'x'",
      "'Set-Own -Password hunter2'",
      'net user bob *; net user bob /delete; net use \\\\nas\\share /user:bob',
      "$password = Read-Host -AsSecureString; $passwordLength = 14; $password = ''",
      'ConvertTo-SecureString -String $encrypted',
      "$flags = @{ 'DONT_EXPIRE_PASSWD' = 65536 }",
      'Set-ADUser -Identity bob -PasswordNeverExpires $true',
    ].join('\n');
    expect(reported(script, 'windows-server-2022')).toEqual([]);
  });
});

describe('what is deprecated', () => {
  it('is reported with what to use, from the version on that says so', () => {
    expect(only('Get-WmiObject -Class Win32_BIOS')).toMatchObject({
      rule: 'powershell/deprecated',
      severity: 'warning',
      hint: 'Use Get-CimInstance.',
    });
    expect(reported('wmic os get caption', 'windows-server-2012-r2')).toEqual([]);
    expect(reported('wmic os get caption')).toEqual([]);
    expect(only('wmic.exe os get caption').hint).toBe('Use Get-CimInstance.');
    expect(reported('Get-NlbCluster', 'windows-server-2022')).toEqual([]);
    expect(only('Get-NlbCluster', 'windows-server-2025').message).toContain('Network Load Balancing');
  });

  it('is no function of one’s own', () => {
    expect(reported('function Send-MailMessage { 1 }\nSend-MailMessage', 'windows-server-2022')).toEqual([]);
  });
});

describe('what a command refuses when it runs', () => {
  it.each([
    [
      "Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'LM' -Access",
      'takes -Access only together with -VlanId',
    ],
    [
      'Set-VMNetworkAdapterVlan -ManagementOS -Trunk -AllowedVlanIdList 1-100',
      'only together with -NativeVlanId',
    ],
    ['Set-VMNetworkAdapterVlan -ManagementOS -VlanId 15', 'takes -VlanId only together with -Access'],
    ['Set-VMNetworkAdapterVlan -ManagementOS -Access -VlanId 15 -Untagged', '-Access and -Untagged'],
  ])('is reported of %j', (text, part) => {
    const { rule, message } = only(text);
    expect(rule).toBe('powershell/refused-when-run');
    expect(message).toContain(part);
  });

  it('is not what only running tells', () => {
    expect(
      reported(
        'Set-VMNetworkAdapterVlan -ManagementOS -Access @vlan\nSet-VMNetworkAdapterVlan -ManagementOS -Access:$false -Untagged',
      ),
    ).toEqual([]);
  });
});

describe('a command or parameter of another version', () => {
  it('comes with what to use here, where that is known', () => {
    expect(
      only(
        "New-VMSwitch -Name 'x' -NetAdapterName 'a' -EnableEmbeddedTeaming $true",
        'windows-server-2012-r2',
      ),
    ).toMatchObject({
      rule: 'powershell/wrong-platform',
      hint: expect.stringContaining('New-NetLbfoTeam'),
    });
    expect(only('New-Guid', 'windows-server-2012-r2').hint).toMatch(/^Write \[guid\]::NewGuid\(\)\. /);
  });
});

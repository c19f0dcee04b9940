import { describe, expect, it } from 'vitest';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { analyze, listed, reported } from './powershell.ts';

describe('programs of Windows', () => {
  it.each([
    'netsh interface ipv4 show config',
    'netsh.exe advfirewall show allprofiles',
    'REG add HKLM\\Software\\Own /v A /t REG_SZ /d b',
    'bcdedit /enum',
    'DISM.EXE /Online /Get-Features',
    'robocopy C:\\a D:\\a /E',
    'w32tm /resync',
    'wbadmin get versions',
    'cluster.exe node /status',
    'dcdiag /v',
    'wecutil qc /q',
    'ssh-keygen -t ed25519',
    'vmconnect.exe hv1 vm1',
    'services.msc',
    'ncpa.cpl',
    'winrm quickconfig -q',
  ])('%s is known', (text) => {
    expect(listed(text, 'windows-server-2022')).toEqual([expect.stringMatching(/ supported$/)]);
  });

  it('are none of a reader’s own, and nothing of what they take is claimed', () => {
    expect(listed('azcmagent connect', 'windows-server-2022')).toEqual(['azcmagent unknown']);
    expect(listed('C:\\tools\\own.exe -x', 'windows-server-2022')).toEqual(['C:\\tools\\own.exe unknown']);
    const [command] = analyze('ipconfig /all', 'windows-server-2022').commands;
    expect(command).toMatchObject({ support: 'supported', binds: false, arguments: [] });
  });
});

describe('a command whose parameters no facts have', () => {
  it.each<[string, PowerShellPlatform]>([
    ['Install-PackageProvider -Name NuGet -MinimumVersion 2.8.5.201 -Force', 'windows-server-2016'],
    ['Find-PackageProvider', 'windows-server-2022'],
    ['Install-Script -Name Get-WindowsAutopilotInfo', 'windows-server-2019'],
    ['Update-ModuleManifest -Path a.psd1', 'windows-server-2025'],
    ['New-NanoServerImage -Edition Standard', 'windows-server-2016'],
  ])('%s is known, and not bound', (text, platform) => {
    const { commands, diagnostics } = analyze(text, platform);
    expect(diagnostics).toEqual([]);
    expect(commands).toEqual([expect.objectContaining({ support: 'supported' })]);
  });
});

describe('a cluster of Azure', () => {
  it.each<[string, PowerShellPlatform, string[], string]>([
    ['Add-NetIntent -Name a -Compute -Storage -AdapterName b', 'azure-stack-hci', [], 'supported'],
    ['Get-NetIntentStatus -ClusterName c', 'azure-local', [], 'supported'],
    ['New-NetIntentStorageOverrides', 'azure-stack-hci', [], 'supported'],
    ['Enable-ClusterS2D -Confirm:$false', 'azure-stack-hci', [], 'supported'],
    ['New-VMSwitch -Name a -NetAdapterName b -EnableEmbeddedTeaming $true', 'azure-local', [], 'supported'],
    ['Get-VM -Own', 'azure-local', [], 'unknown'],
    ['Enable-AccelNetVM -VMName a', 'azure-stack-hci', [], 'unknown'],
    ['Get-VM -Nmae a', 'azure-stack-hci', ['1:8-13 powershell/unknown-parameter'], 'unsupported'],
    ['Get-VM -Name', 'azure-local', ['1:8-13 powershell/missing-value'], 'unsupported'],
  ])('%s on %s: %j', (text, platform, expected, support) => {
    expect(reported(text, platform)).toEqual(expected);
    expect(listed(text, platform)).toEqual([expect.stringMatching(new RegExp(` ${support}$`))]);
  });
});

describe('PowerShell 7', () => {
  it.each<[string, string[], string]>([
    ['Get-Error -Newest 1', [], 'supported'],
    ['1..3 | ForEach-Object -Parallel { $_ } -ThrottleLimit 4', [], 'supported'],
    ["ConvertFrom-Json '{}' -AsHashtable -Depth 9", [], 'supported'],
    ['Invoke-RestMethod https://a -SkipCertificateCheck -ProgressAction SilentlyContinue', [], 'supported'],
    ['Install-PSResource -Name Pester -TrustRepository', [], 'supported'],
    ['Start-ThreadJob -ScriptBlock { 1 }', [], 'supported'],
    ['Select-Object -Frist 1', ['1:15-21 powershell/unknown-parameter'], 'unsupported'],
    ['Get-ChidItem', ['1:1-13 powershell/unknown-command'], 'unsupported'],
    ['Write-Host a -ForegroundColor Rde', ['1:31-34 powershell/bad-enum'], 'unsupported'],
    // Not there where it was asked, on Linux: that says nothing of Windows.
    ['Get-Service -Name a', [], 'unknown'],
    ['Start-Process a -Own', [], 'unknown'],
    ['Get-VM -Name a', [], 'unknown'],
    // No alias of Invoke-WebRequest any more, and a program all the same.
    ['curl -o a https://b', [], 'unknown'],
  ])('%s: %j', (text, expected, support) => {
    expect(reported(text, 'powershell-7')).toEqual(expected);
    expect(listed(text, 'powershell-7').at(-1)).toMatch(new RegExp(` ${support}$`));
  });

  it.each<[string, PowerShellPlatform, string]>([
    ['Get-Error', 'windows-server-2022', '1:1-10 powershell/wrong-platform'],
    ['Get-Uptime', 'windows-server-2025', '1:1-11 powershell/wrong-platform'],
    ["ConvertFrom-Json '{}' -AsHashtable", 'windows-server-2019', '1:23-35 powershell/wrong-platform'],
    [
      'Invoke-RestMethod https://a -SkipCertificateCheck',
      'windows-server-2016',
      '1:29-50 powershell/wrong-platform',
    ],
  ])('brings what %s on %s has not', (text, platform, expected) => {
    expect(reported(text, platform)).toEqual([expected]);
    expect(analyze(text, platform).diagnostics[0]!.message).toContain('PowerShell 7');
  });

  it('says nothing of modules that can be installed beside Windows PowerShell', () => {
    expect(reported('Start-ThreadJob { 1 }; Install-PSResource Pester', 'windows-server-2022')).toEqual([]);
  });
});

describe('what a guide defines', () => {
  it('stands before a command of the same name in later blocks', () => {
    const first = analyze(
      'function Set-VMHost { param($Own) }\nNew-Module -Name own -ScriptBlock { function Get-VMHost { } } | Import-Module',
      'windows-server-2022',
    );
    const later = analyze('Get-VMHost -Own | Set-VMHost -Own 1', 'windows-server-2022', first.session);
    expect(later.diagnostics).toEqual([]);
    expect(later.commands.map(({ support }) => support)).toEqual(['supported', 'supported']);
    expect(reported('Set-VMHost -Own 1', 'windows-server-2022')).toHaveLength(1);
  });
});

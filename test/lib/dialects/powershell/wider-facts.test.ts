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

import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../src/lib/diagnostics/apply-fixes.ts';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { analyze, powershell } from './powershell.ts';

const tell = (text: string, platform: PowerShellPlatform = 'windows-server-2022') =>
  analyze(text, platform).diagnostics.filter(
    ({ rule, severity }) => !powershell.bundleRules.has(rule) && severity !== 'info',
  );
/** `error rule: message | hint`, a line each. */
const told = (text: string, platform?: PowerShellPlatform) =>
  tell(text, platform).map(
    ({ severity, rule, message, hint }) =>
      `${severity} ${rule.replace('powershell/', '')}: ${message} | ${hint ?? ''}`,
  );
const repaired = (text: string) => applyFixes(text, tell(text)).text;

describe('a parameter and its value', () => {
  it('are one text where a quote touches the name', () => {
    expect(told("Get-VM -VMName'srv01'")).toEqual([
      "warning unexpected-argument: `-VMName'srv01'` is one text for PowerShell, in which -VMName is no parameter. | Put a blank between -VMName and its value.",
    ]);
    expect(told('New-NetIPAddress -IPAddress"10.0.0.1" -InterfaceAlias a')).toEqual([
      'error unexpected-argument: `-IPAddress"10.0.0.1"` is one text for PowerShell, in which -IPAddress is no parameter. | Put a blank between -IPAddress and its value.',
    ]);
    expect(repaired("Get-VM -VMName'srv01'")).toBe("Get-VM -VMName 'srv01'");
    expect(repaired('Remove-VM -Name"$vm" -Force')).toBe('Remove-VM -Name "$vm" -Force');
    expect(told("Write-Output -Foo'bar'")).toEqual([]);
    expect(told("Get-ChildItem a-Path'b'")).toEqual([]);
  });

  it('have no sign between them', () => {
    const hint = 'Put a blank between a parameter and its value, and no `=`.';
    expect(
      told(
        'Enable-VMReplication -VMName a -ReplicaServerName b -ReplicaServerPort 443 -AuthenticationType = Certificate',
      ),
    ).toEqual([
      `error unexpected-argument: \`=\` stands between -AuthenticationType and its value, and PowerShell takes it for a value itself. | ${hint}`,
    ]);
    expect(told('New-VMSwitch Name = x')).toEqual([
      `error unexpected-argument: \`=\` stands between Name and its value, and PowerShell takes it for a value itself. | Write -Name, and a blank in place of the \`=\`.`,
    ]);
    expect(
      told('Set-VMReplicationServer -ReplicationEnabled $true -AllowedAuthenticationType=Certificate'),
    ).toEqual([
      `error unknown-parameter: \`-AllowedAuthenticationType=Certificate\` is the name of a parameter for PowerShell, as a whole. | ${hint}`,
    ]);
    expect(repaired('New-VM -Name = a -Generation = 2')).toBe('New-VM -Name a -Generation 2');
    expect(repaired('New-VM -Name=a')).toBe('New-VM -Name a');
    expect(told('Select-String -Pattern = -Path a.txt')).toEqual([]);
    expect(told('ConvertFrom-StringData -StringData $a -Delimiter =', 'powershell-7')).toEqual([]);
  });
});

describe('text without quotes that is the value of a key', () => {
  it('runs as a command', () => {
    expect(told('$p = @{ AuthenticationType = Certificate; ReplicaServerPort = 443 }')).toEqual([
      "error unknown-command: `Certificate` has no quotes, and is run as a command: Get-Certificate. | Write 'Certificate' where the text is meant.",
    ]);
    expect(told('$p = @{\n  ReplicaServerName = hv2\n}')).toEqual([
      "warning unknown-command: `hv2` has no quotes, and is run as a command. | Write 'hv2' where the text is meant.",
    ]);
    expect(
      told("$p = @{ A = hostname; B = ipconfig /all; C = Get-Date; D = 'x'; E = $x; F = (whoami) }"),
    ).toEqual([]);
    expect(told('function Read-It { 1 }\nfunction it { 2 }\n$p = @{ A = it }')).toEqual([]);
  });
});

describe('a value too many', () => {
  const hintOf = (text: string, platform?: PowerShellPlatform) =>
    tell(text, platform).map(({ hint }) => hint);
  it('may be a parameter that lost its dash', () => {
    expect(hintOf("New-VM -Name a -MemoryStartupBytes 1GB -NoVHD -Generation 1 Switch 'External'")).toEqual([
      'Put a dash before the name of a parameter: -SwitchName.',
    ]);
    expect(hintOf("$a = New-Object TypeName 'System.Net.WebClient' -ArgumentList $b")).toEqual([
      'Put a dash before the name of a parameter: -TypeName.',
    ]);
  });

  it('may be one of a list that lost its comma', () => {
    expect(hintOf("Start-Process 'a.exe' -Wait install --accept")).toEqual([
      'Put a comma between the values of -ArgumentList, which takes a list, or put text with blanks in quotes.',
    ]);
  });

  it('may be meant for a switch, as it is written', () => {
    expect(hintOf('Set-SmbServerConfiguration -AnnounceServer $False -Confirm $False')).toEqual([
      '-Confirm is a switch: write it alone, or with a colon and no blank (-Confirm:$false).',
    ]);
  });
});

describe('a name that is not known', () => {
  it.each([
    ['New-ADGroup -Name a -Scope Global', '-GroupScope'],
    ['Get-VMScsiController -VMName a -Number 0', '-ControllerNumber'],
    ['Set-VMFirmware -VMName a -SecureBoot Off', '-EnableSecureBoot'],
  ])('is found by the last words of a longer one: %s', (text, name) => {
    expect(tell(text).some(({ hint }) => hint!.includes(`Did you mean ${name}?`))).toBe(true);
  });

  it('is told as it was written where it is an alias', () => {
    expect(told('Set-ClusterQuorum -NodeAndDiskMajority')[0]).toContain(
      '-NodeAndDiskMajority (-DiskWitness) needs a value',
    );
  });
});

describe('a backslash before a truth value', () => {
  it('is what Markdown left', () => {
    expect(
      tell('Install-ADDSDomainController -DomainName a.example -InstallDns:\\$true').map(({ hint }) => hint),
    ).toEqual(['Remove the backslash, which Markdown has and PowerShell takes for text.']);
  });
});

describe('syntax as the help of a script prints it', () => {
  it('is told as that', () => {
    expect(told('New-Thing.ps1 [-Path] <string> [[-Name] <string>] [<CommonParameters>]')).toEqual([
      'error syntax: This is the syntax of New-Thing.ps1 as its help prints it, and no command. | Write the command with its values, or put the syntax into a ```text block.',
    ]);
  });
});

describe('commands that PowerShell 7 took out', () => {
  it.each(['Get-WmiObject -Class Win32_BIOS', 'Get-EventLog -LogName System', 'Add-Computer -DomainName a'])(
    'are no commands there: %s',
    (text) => {
      expect(tell(text, 'powershell-7').map(({ rule }) => rule)).toContain('powershell/wrong-platform');
      expect(tell(text).map(({ rule }) => rule)).not.toContain('powershell/wrong-platform');
    },
  );
  it('name what took their place', () => {
    expect(told('Get-WmiObject Win32_BIOS', 'powershell-7')[0]).toContain('Get-CimInstance');
  });
});

describe('affinity rules', () => {
  it.each([
    'New-ClusterAffinityRule -Name a -RuleType SameNode -Cluster c',
    'Get-ClusterAffinityRule -Cluster c',
  ])('have no -Cluster, whatever an example says: %s', (text) => {
    expect(tell(text).map(({ rule }) => rule)).toEqual(['powershell/unknown-parameter']);
  });
});

describe('a parameter that no page settles', () => {
  it.each([
    ['Get-StoragePool -Cluster c', 'windows-server-2019', '-Cluster'],
    ['Get-PhysicalDisk -DeviceNumber 1', 'windows-server-2019', '-DeviceNumber'],
    ['Enable-PhysicalDiskIndication -StoragePool $pool', 'windows-server-2019', '-StoragePool'],
  ] as const)('is wrong where somebody was refused it: %s on %s', (text, platform, name) => {
    const errors = tell(text, platform).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      expect.stringMatching(
        new RegExp(`unknown-parameter .* has no parameter ${name} on Windows Server 2019`),
      ),
    ]);
  });

  it('is not known where nobody was', () => {
    expect(told('Get-PhysicalDisk -DeviceNumber 1', 'windows-server-2025')).toEqual([]);
    expect(told('Get-StoragePool -Nonsense 1', 'windows-server-2019')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { analyze, listed, powershell, reported } from './powershell.ts';

describe('binding a command', () => {
  it.each([
    [
      'two commands on one line',
      'Get-VMSwitch New-VMSwitch -Name a',
      '1:14-26 powershell/two-commands-on-one-line',
    ],
    [
      'a lost line break before a complete command',
      "Add-VMNetworkAdapter -ManagementOS -Name 'LM' -SwitchName 'x' Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'LM' -Access -VlanId 15",
      '1:63-87 powershell/two-commands-on-one-line',
    ],
    [
      'a VLAN that does not exist',
      'Set-VMNetworkAdapterVlan -ManagementOS -Access -VlanId 5000',
      '1:56-60 powershell/out-of-range',
    ],
    ['a misspelt command', 'New-NetIPAdress -IPAddress 10.0.0.1', '1:1-16 powershell/unknown-command'],
    ['a command with two letters changed round', 'Get-NetAdpater', '1:1-15 powershell/unknown-command'],
    [
      'a parameter with a blank in it',
      'Set-VMNetworkAdapterVlan -ManagementOS -Access -Vlan Id 15',
      '1:48-56 powershell/split-parameter',
    ],
    [
      'a parameter without its value',
      'New-NetIPAddress -IPAddress -InterfaceAlias "x"',
      '1:18-28 powershell/missing-value',
    ],
    ['a parameter at the end without its value', 'Get-VM -Name', '1:8-13 powershell/missing-value'],
    [
      'a misspelt parameter',
      "New-VMSwitch -Name 'x' -NetAdaptorName 'y'",
      '1:24-39 powershell/unknown-parameter',
    ],
    [
      'a shortened parameter with two meanings',
      'Get-NetAdapter -In 3',
      '1:16-19 powershell/ambiguous-parameter',
    ],
    [
      'a parameter given twice, once by its alias',
      "New-VMSwitch -Name 'x' -SwitchName 'y'",
      '1:24-35 powershell/duplicate-parameter',
    ],
    ['text for a Boolean', "New-VMSwitch -Name 'x' -AllowManagementOS true", '1:43-47 powershell/bad-type'],
    ['text for a switch', 'Add-VMNetworkAdapter -ManagementOS:yes', '1:36-39 powershell/bad-type'],
    ['text for a number', 'Set-VMNetworkAdapterVlan -VlanId fifteen', '1:34-41 powershell/bad-type'],
    ['a list for one text', "Get-VMSwitch | Set-VMSwitch -Notes 'a', 'b'", '1:36-44 powershell/bad-type'],
    ['a word for a version', 'Set-StrictMode -Version Newest', '1:25-31 powershell/bad-type'],
    ['no address', 'New-NetIPAddress -IPAddress 10.0.0.300 -InterfaceIndex 3', '1:29-39 powershell/bad-type'],
    [
      'an address with its prefix',
      'New-NetIPAddress -IPAddress 10.0.0.3/24 -InterfaceIndex 3',
      '1:29-40 powershell/bad-type',
    ],
    [
      'a number too large for its type',
      'New-NetIPAddress -IPAddress 10.0.0.3 -InterfaceIndex 4294967296',
      '1:54-64 powershell/out-of-range',
    ],
    [
      'a name that is not in the list',
      "New-NetLbfoTeam T 'a' -TeamingMode Trunk",
      '1:36-41 powershell/bad-enum',
    ],
    [
      'a parameter of a later version',
      "New-VMSwitch -Name 'x' -EnableEmbeddedTeaming $true",
      '1:24-46 powershell/wrong-platform',
    ],
    ['a command of a later version', 'Get-VMSwitchTeam', '1:1-17 powershell/wrong-platform'],
    ['a mistake inside a block', 'if ($true) {\n  Get-VM -Nam\n}', '2:10-14 powershell/missing-value'],
    ['a mistake inside a string', '"$(Get-VM -Name)"', '1:11-16 powershell/missing-value'],
  ])('tells once of %s', (_, text, expected) => {
    expect(reported(text)).toEqual([expected]);
    expect(analyze(text).diagnostics[0]!.hint).toBeTruthy();
  });

  it.each([
    ["New-VMSwitch 'x' -NetAdapterName 'y' -min Weight -AllowManagementOS:$true"],
    ["New-NetLbfoTeam -Name T -TeamMembers 'NIC 1', 'NIC 2' -tm lacp -lba Dynamic -Confirm:$false"],
    ['Get-VM | Where-Object State -eq Running | Select-Object -First 3 Name, State'],
    ['Get-ChildItem Cert:\\LocalMachine\\My -CodeSigningCert'],
    ['Get-Content x.txt -Wait -Tail 5 -Encoding UTF8'],
    ['Set-VMNetworkAdapterVlan -ManagementOS -Access -VlanId $vlan -ErrorAction Stop'],
    ['New-VM -Name x -MemoryStartupBytes 4GB -Generation 2'],
    ['Get-Help New-VMSwitch -Full; Get-Command Get-VM'],
    ['Get-NetAdapter -IncludeHidden -ea SilentlyContinue'],
    ['Hyper-V\\Get-VM -Name a'],
    ['New-VMSwitch @parameters -Name x'],
    ['Get-Disk | Where-Object { $_.Number -gt 0 } | ForEach-Object { $_.Number }'],
    [
      'New-NetIPAddress -IPAddress fe80::1%3 -InterfaceIndex 3; New-NetIPAddress -IPAddress ::1 -InterfaceIndex 1',
    ],
    ['Set-NetAdapterAdvancedProperty -Name x -DisplayName "Jumbo Packet" -DisplayValue "9014 Bytes"'],
    ["Write-Host 'VLAN:' 15 -ForegroundColor Green"],
    ["Set-StrictMode -Version Latest; Set-StrictMode -Version 'latest'; Set-StrictMode -Version 2"],
    ['Invoke-Something -With -Any:thing 15'],
    ['ping 10.0.0.1; C:\\tools\\iperf3.exe -c 10.0.0.1; netsh interface show interface'],
  ])('has nothing to say about %s', (text) => {
    expect(reported(text)).toEqual([]);
  });

  it.each([
    ['Get-VMSwicth', ['error']],
    ['GetVMSwitch', ['error']],
    // A plural may be a function of somebody’s own, and a long name with two slips another one.
    ['Get-VMSwitchs', ['warning']],
    ['Set-VMNetworkAdaptorVlam', ['warning']],
    // Two slips in a short name are another name, and a few letters without a dash may be a program.
    ['Get-VMSvitsh', []],
    ['GetDisk', []],
  ])('is as sure of the slip in %s as it can be', (text, severities) => {
    const { diagnostics } = analyze(text);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(severities);
  });

  it.each([
    ['two hashtables', "$p = @{ Name = 'a' }\nif ($x) { $p = @{ Nam = 'b' } }\nGet-VM @p"],
    ['what is passed on as it is', 'Get-VM --% -Nam'],
  ])('claims nothing of %s', (_, text) => {
    expect(listed(text)).toEqual(['Get-VM unknown']);
    expect(reported(text)).toEqual([]);
  });

  it('tells a list from what may hold one', () => {
    expect(reported("New-VMSwitch -Name @('a', 'b') -SwitchType Internal")).toEqual([
      '1:20-31 powershell/bad-type',
    ]);
    expect(reported('New-VMSwitch -Name @($name) -SwitchType Internal')).toEqual([]);
  });

  it('lets a script block stand for a value only where objects come in', () => {
    const block = 'Set-NetIPInterface -InterfaceIndex { $_.Index }';
    expect(reported(block)).toEqual(['1:36-48 powershell/bad-type']);
    expect(reported(`Get-Own | ${block}`)).toEqual([]);
  });

  it('knows a line of a hashtable that lost its braces', () => {
    expect(listed('Certificate = $x\nGet-VM')[0]).toBe('Certificate unsupported');
    expect(reported('Certificate = $x')).toEqual(['1:1-12 powershell/unknown-command']);
  });

  it('gives each command one of three verdicts', () => {
    expect(listed('Get-VM -Name a')).toEqual(['Get-VM supported']);
    expect(listed('gci C:\\ -Recurse')).toEqual(['Get-ChildItem supported']);
    expect(listed('Get-VM -Nam')).toEqual(['Get-VM unsupported']);
    expect(listed('Get-VMSwitchTeam')).toEqual(['Get-VMSwitchTeam unsupported']);
    expect(listed('Get-VMSwitchTeam', 'windows-server-2022')).toEqual(['Get-VMSwitchTeam supported']);
    expect(listed('Do-Something -Now')).toEqual(['Do-Something unknown']);
    expect(listed('ping 10.0.0.1; PING.EXE a')).toEqual(['ping supported', 'PING.EXE supported']);
    expect(listed('& $program')).toEqual(['& unknown']);
    expect(listed('Get-VM @arguments')).toEqual(['Get-VM unknown']);
  });

  it('lists the second command of a line too, each with its place', () => {
    const { commands } = analyze('Get-VM\nGet-VMSwitch New-VMSwitch -Name a');
    expect(commands.map(({ name, line, range }) => [name, line, range.start.column])).toEqual([
      ['Get-VM', 0, 1],
      ['Get-VMSwitch', 1, 1],
      ['New-VMSwitch', 1, 14],
    ]);
  });

  it('binds the arguments of an alias as those of its command', () => {
    const { commands, diagnostics } = analyze('gip; tnc 10.0.0.1 -Port 445; ls -Recurse | select -First 1');
    expect(commands.map(({ name, support }) => `${name} ${support}`)).toEqual([
      'Get-NetIPConfiguration supported',
      'Test-NetConnection supported',
      'Get-ChildItem supported',
      'Select-Object supported',
    ]);
    expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(['powershell/alias-in-script']));
  });

  it('knows the functions and aliases of earlier blocks on the device', () => {
    const first = analyze(
      'function Get-NetAdaptor { Get-NetAdapter }\nSet-Alias -Name gna -Value Get-NetAdapter',
    );
    expect(reported('Get-NetAdaptor')).toEqual(['1:1-15 powershell/unknown-command']);
    const second = analyze('Get-NetAdaptor\ngna -Name x', 'windows-server-2012-r2', first.session);
    expect(second.diagnostics.map(({ rule }) => rule)).toEqual(['powershell/alias-in-script']);
    expect(second.commands.map(({ name, support }) => `${name} ${support}`)).toEqual([
      'Get-NetAdaptor supported',
      'Get-NetAdapter supported',
    ]);
    expect(powershell.restart(second.session).functions.has('get-netadaptor')).toBe(true);
  });

  it('does not blame a script for what a module of its own may have brought', () => {
    expect(reported('Get-VMGroup')).toEqual(['1:1-12 powershell/wrong-platform']);
    expect(reported('Import-Module .\\groups.psm1\nGet-VMGroup')).toEqual([]);
    expect(reported('. .\\helpers.ps1\nGet-NetAdaptor')).toEqual([]);
    expect(reported('Import-Module NetAdapter\nGet-NetAdaptor')).toEqual([
      '2:1-15 powershell/unknown-command',
    ]);
  });

  it('says on which versions a parameter exists', () => {
    const [only] = analyze('New-VMSwitch -Name x -NetAdapterName y -AllowNetLbfoTeams $true').diagnostics;
    expect(only!.message).toBe(
      'New-VMSwitch has no -AllowNetLbfoTeams on Windows Server 2012 R2; it exists on Windows Server 2022 and 2025.',
    );
    expect(
      reported('New-VMSwitch -Name x -NetAdapterName y -AllowNetLbfoTeams $true', 'windows-server-2022'),
    ).toEqual([]);
  });

  it('takes a list it only borrowed from another version for a warning', () => {
    const [only] = analyze('New-VMSwitch -Name x -SwitchType Externl', 'windows-server-2012').diagnostics;
    expect(only).toMatchObject({ rule: 'powershell/bad-enum', severity: 'warning' });
  });

  it('shows where it runs', () => {
    expect(analyze('Get-VM').context).toBe('PowerShell 4.0');
    expect(analyze('Get-VM', 'windows-server-2025').context).toBe('PowerShell 5.1');
  });

  it('claims nothing on PowerShell 7 of a command that it does not bring itself', () => {
    const text = 'New-VMSwitch -Nonsense\nGet-Service vmms\nNew-NetIPAdress\nGet-ChildItem';
    expect(reported(text, 'powershell-7')).toEqual([]);
    expect(listed(text, 'powershell-7')).toEqual([
      'New-VMSwitch unknown',
      'Get-Service unknown',
      'New-NetIPAdress unknown',
      'Get-ChildItem supported',
    ]);
    expect(reported('Get-VM && Get-VHD; $a = $b ? 1 : 2; $c ??= 3', 'powershell-7')).toEqual([]);
  });
});

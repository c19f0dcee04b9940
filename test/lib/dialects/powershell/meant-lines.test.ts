import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../src/lib/diagnostics/apply-fixes.ts';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { analyze, powershell } from './powershell.ts';

const latest = 'windows-server-2022';
const tell = (text: string, platform: PowerShellPlatform = latest) =>
  analyze(text, platform).diagnostics.filter(
    ({ rule, severity }) => !powershell.bundleRules.has(rule) && severity !== 'info',
  );
/** `error powershell/unknown-command: hint`, a line each. */
const told = (text: string, platform?: PowerShellPlatform) =>
  tell(text, platform).map(({ severity, rule, hint }) => `${severity} ${rule}: ${hint ?? ''}`);
const repaired = (text: string, platform?: PowerShellPlatform) => applyFixes(text, tell(text, platform)).text;
/** What is told of a text, and the text once it is repaired; undefined where no repair is certain. */
const once = (text: string, platform?: PowerShellPlatform) => {
  const lines = told(text, platform);
  const mended = repaired(text, platform);
  return { lines, mended: mended === text ? undefined : mended };
};

describe('a command whose lines do not hang together', () => {
  const broken = 'error powershell/broken-continuation: ';
  it.each([
    // Blanks behind the backtick.
    [
      'New-VM -Name a ` \n  -Generation 2',
      'Remove the blanks behind the backtick.',
      'New-VM -Name a `\n  -Generation 2',
    ],
    [
      'Get-ADUser -Identity jdoe `\t\n -Properties *',
      'Remove the blanks behind the backtick.',
      'Get-ADUser -Identity jdoe `\n -Properties *',
    ],
    [
      "New-Item -ItemType Directory -Path `  \n  'C:\\a'",
      'Remove the blanks behind the backtick.',
      "New-Item -ItemType Directory -Path `\n  'C:\\a'",
    ],
    [
      'Get-Service `\u00a0\n  -Name vmms | Out-Null',
      'Remove the blanks behind the backtick.',
      'Get-Service `\n  -Name vmms | Out-Null',
    ],
    // An empty line, a comment.
    ['New-VM -Name a `\n\n  -Generation 2', 'Remove the empty line.', 'New-VM -Name a `\n  -Generation 2'],
    [
      'New-VM -Name a `\r\n\r\n  -Generation 2',
      'Remove the empty line.',
      'New-VM -Name a `\r\n  -Generation 2',
    ],
    [
      'New-VM -Name a `\n  # its generation\n  -Generation 2',
      'Put the comment on a line before the command.',
      '# its generation\nNew-VM -Name a `\n  -Generation 2',
    ],
    [
      '  New-VM -Name a ` # its name\n  -Generation 2',
      'Put the comment on a line before the command.',
      '  # its name\n  New-VM -Name a `\n  -Generation 2',
    ],
    [
      'New-VM -Name a `\n  # -MemoryStartupBytes 2GB `\n  -Generation 2',
      'Put the comment on a line before the command.',
      '# -MemoryStartupBytes 2GB `\nNew-VM -Name a `\n  -Generation 2',
    ],
    // Nothing, or another sign.
    [
      'Install-WindowsFeature\n    -Name AD-Domain-Services `\n    -IncludeManagementTools',
      'Write a backtick (`) as the last character of the line before, or put the command on one line.',
      'Install-WindowsFeature `\n    -Name AD-Domain-Services `\n    -IncludeManagementTools',
    ],
    [
      '$team = New-NetLbfoTeam -Name T\n  -TeamMembers a, b\n  -TeamingMode Lacp',
      'Write a backtick (`) as the last character of the line before, or put the command on one line.',
      '$team = New-NetLbfoTeam -Name T `\n  -TeamMembers a, b `\n  -TeamingMode Lacp',
    ],
    [
      'New-VM -Name a \\\n  -Generation 2 \\\n  -SwitchName b',
      'Write a backtick (`) as the last character of the line.',
      'New-VM -Name a `\n  -Generation 2 `\n  -SwitchName b',
    ],
    [
      'Get-Item C:\\a ^\n  -Force',
      'Write a backtick (`) as the last character of the line.',
      'Get-Item C:\\a `\n  -Force',
    ],
    [
      'New-VM -Name a;\n  -Generation 2',
      'Write a backtick (`) in its place, or put the command on one line.',
      'New-VM -Name a `\n  -Generation 2',
    ],
    // The line break itself was lost.
    [
      'New-VM -Name a `-Generation 2',
      'Remove the backtick, or begin a new line behind it.',
      'New-VM -Name a -Generation 2',
    ],
    // Of a command that is not known the cause is certain, and the repair is not.
    [
      'Invoke-OwnThing -Name a\n  -Depth 2',
      'Write a backtick (`) as the last character of the line before, or put the command on one line.',
      undefined,
    ],
    [
      'Invoke-Command -ScriptBlock {\n  New-VM -Name a ` \n    -Generation 2\n}',
      'Remove the blanks behind the backtick.',
      'Invoke-Command -ScriptBlock {\n  New-VM -Name a `\n    -Generation 2\n}',
    ],
  ])('is told once, by its cause: %j', (text, hint, mended) => {
    expect(once(text)).toEqual({ lines: [broken + hint], mended });
  });

  it.each([
    'New-VM -Name a `\n  -Generation 2',
    "-join ('a', 'b')",
    '-not $true',
    "-split 'a b'",
    '$x = 1\n-$x',
    'Get-VM ` \nGet-Process',
    'Get-Content C:\\a\\\nGet-VM',
    'Get-ChildItem \\\nGet-VM',
    "'a' |\n  # a comment\n  Write-Output",
    "Write-Output 'a`-b' a`-b",
  ])('is none where PowerShell reads what is meant: %j', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('is a warning where PowerShell takes what is left', () => {
    expect(told('Write-Output a `-Foo')).toEqual([
      expect.stringMatching(/^warning powershell\/broken-continuation/),
    ]);
    expect(told("Get-Process ` \n  'a'")).toEqual([
      expect.stringMatching(/^warning powershell\/broken-continuation/),
    ]);
  });

  it('lists the command as it was meant', () => {
    const { commands } = analyze('New-VM -Name a `\n\n  -Generation 2', latest);
    expect(commands.map(({ name, support }) => `${name} ${support}`)).toEqual(['New-VM unsupported']);
    expect(commands[0]!.arguments.map(({ name, text }) => [name, text])).toEqual([
      ['Name', '-Name a'],
      ['Generation', '-Generation 2'],
    ]);
  });
});

describe('what cannot be a command', () => {
  it.each([
    ['-Credential $credential', 'parameters'],
    ['-Confirm:$false', 'parameters'],
    ["= 'a'", 'variable'],
    ["VMName = 'a'\nGet-VM", '$VMName'],
    ["Get-VM\nif ($x) { Ensure = 'Present' }", '$Ensure'],
    ['PORT=8080', '$env:NAME'],
    ["PATH=$env:PATH + ';C:\\a'", '$env:NAME'],
    ['%windir%\\system32\\a.exe -x', '$env:NAME'],
    ['%TEMP%\\setup.exe', '$env:NAME'],
    ['// a comment', '#'],
    ['REM a comment', '#'],
    ['/* a comment */', '#'],
  ])('is told with what was meant: %j', (text, hint) => {
    expect(told(text)).toEqual([expect.stringMatching(/^error powershell\/unknown-command: /)]);
    expect(told(text)[0]).toContain(hint);
  });

  it('is a warning where the block may be a part of a file of data', () => {
    expect(told("SessionType = 'Default'\nRunAsVirtualAccount = $true")).toEqual([
      expect.stringMatching(/^warning powershell\/unknown-command: Show what belongs into a file as `text`/),
    ]);
  });

  it('may be a language of its own in the block of a command that is not known', () => {
    expect(told("xSmbShare Test {\n  Name = 'a'\n  Path = 'b'\n}")).toEqual([]);
  });

  it('is told once for lines that belong together', () => {
    expect(told('VMName = 1\nPath = 2\nGeneration = 2\nGet-VM')).toEqual([
      expect.stringContaining('Write $VMName'),
    ]);
    expect(told('$a = {\n  VMName = 1\n  Path = 2\n}')).toEqual([expect.stringContaining('Write @{')]);
  });

  it.each([
    ['if ($a == 1) { 2 }', 'if ($a -eq 1) { 2 }'],
    ["Get-VM | Where-Object { $_.Name == 'a' }", "Get-VM | Where-Object { $_.Name -eq 'a' }"],
  ])('is a comparison of another language in %j', (text, mended) => {
    expect(told(text)).toEqual(['error powershell/unknown-command: Write -eq.']);
    expect(repaired(text)).toBe(mended);
  });

  it.each([
    ["configuration A {\n  Node 'a' {\n    WindowsFeature b {\n      Ensure = 'Present'\n    }\n  }\n}"],
    ["@{\n  VMName = 'a'\n}"],
    ['enum A {\n  B = 1\n}'],
    ["function VMName { }\nVMName = 'a'"],
    ['cmd /c set A=B'],
    ['& "%a"'],
  ])('is none in %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('one cause of several mistakes', () => {
  const syntax = 'error powershell/syntax: ';
  it.each([
    ['! Configure\n! the host\nGet-VM', 'Begin a comment with #.', '# Configure\n# the host\nGet-VM'],
    ['!\nGet-VM', 'Begin a comment with #.', '#\nGet-VM'],
    [
      'docker run \\\n  --name web \\\n  -p 80:80 nginx',
      'Write a backtick (`) as the last character of the line.',
      'docker run `\n  --name web `\n  -p 80:80 nginx',
    ],
    [
      'az vm create ^\n  --name web ^\n  --image x',
      'Write a backtick (`) as the last character of the line.',
      'az vm create `\n  --name web `\n  --image x',
    ],
    [
      'New-VM [[-Name] <String>] [[-MemoryStartupBytes] <Int64>]\n  [-NoVHD] [<CommonParameters>]\n\nGet-VM',
      'Write the command with its values, or put the syntax into a ```text block.',
      undefined,
    ],
    [
      'Get-VMSwitch [-Name <String>] [-SwitchType <VMSwitchType[]>] [<CommonParameters>]',
      'Write the command with its values, or put the syntax into a ```text block.',
      undefined,
    ],
    [
      'msiexec /x {90120000-0011-0000-0000-0000000FF1CE} /qn',
      "Put it in quotes: '{90120000-0011-0000-0000-0000000FF1CE}'.",
      "msiexec /x '{90120000-0011-0000-0000-0000000FF1CE}' /qn",
    ],
    [
      'icacls C:\\a /grant Users:(OI)(CI)(R,W)',
      'Put all of it in quotes: "Users:(OI)(CI)(R,W)".',
      "icacls C:\\a /grant 'Users:(OI)(CI)(R,W)'",
    ],
    ['Get-VM ` \n  | Out-Null', 'Remove the blanks behind the backtick.', 'Get-VM `\n  | Out-Null'],
    [
      "$h = @{\n  a = if ($true) { 'x' }\n  b = 10\n}",
      'Write a semicolon behind the closing brace, or put the value into `$( … )`.',
      "$h = @{\n  a = if ($true) { 'x' };\n  b = 10\n}",
    ],
    [
      '@{\n  a = if ($x) { 1 } elseif ($y) { 2 }\n  b = if ($x) { 1 }\n}',
      'Write a semicolon behind the closing brace, or put the value into `$( … )`.',
      '@{\n  a = if ($x) { 1 } elseif ($y) { 2 };\n  b = if ($x) { 1 }\n}',
    ],
    ['if ($a != 1) { 2 }', 'Write -ne.', 'if ($a -ne 1) { 2 }'],
    ['while ($a <> 1) { 2 }', 'Write -ne.', 'while ($a -ne 1) { 2 }'],
    [
      'Get-VM\n\n1. Open **Terminal**.\n1. Say "so.\n\n- Run it',
      'End the block of code before it.',
      undefined,
    ],
    ["Get-VM\n\n- Run it, and don't wait\n- Stop", 'End the block of code before it.', undefined],
    [
      '@{\n  a = try { 1 } catch { 2 }\n  b = 10\n}',
      'Write a semicolon behind the closing brace, or put the value into `$( … )`.',
      '@{\n  a = try { 1 } catch { 2 };\n  b = 10\n}',
    ],
  ])('is told once: %j', (text, hint, mended) => {
    expect(once(text)).toEqual({ lines: [syntax + hint], mended });
  });

  it.each([
    "@{\n  a = if ($true) { 'x' } else { 'y' }\n  b = 10\n}",
    "@{\n  a = if ($true) { 'x' }\n}",
    "@{\n  a = if ($true) { 'x' };\n  b = 10\n}",
    '@{\n  a = try { 1 } finally { 2 }\n  b = 10\n}',
    '@{\n  a = foreach ($x in 1..2) { $x }\n  b = switch (1) { 1 { 2 } }\n}',
  ])('is none in %j', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('is none where a later PowerShell puts up with it', () => {
    expect(told("@{\n  a = if ($true) { 'x' }\n  b = 10\n}", 'powershell-7')).toEqual([]);
    expect(told('@{\n  a = try { 1 } catch { 2 }\n  b = 10\n}', 'powershell-7')).toHaveLength(1);
  });
});

describe('an argument of a program', () => {
  it.each([
    ['bcdedit /set {current} safeboot minimal', "bcdedit /set '{current}' safeboot minimal"],
    ['bcdedit.exe /delete {default} /f', "bcdedit.exe /delete '{default}' /f"],
    [
      'bcdedit /set {9dea862c-5cdd-4e70-acc1-f32b344d4795} path \\a',
      "bcdedit /set '{9dea862c-5cdd-4e70-acc1-f32b344d4795}' path \\a",
    ],
    ['git stash drop stash@{0}', "git stash drop 'stash@{0}'"],
    ['icacls C:\\data /grant Everyone:(OI)(CI)F', "icacls C:\\data /grant 'Everyone:(OI)(CI)F'"],
    ['icacls C:\\data /grant:r "Users":(OI)(CI)M', "icacls C:\\data /grant:r 'Users:(OI)(CI)M'"],
    ['icacls.exe a /deny Guest:(F) /T', "icacls.exe a /deny 'Guest:(F)' /T"],
    ['& icacls a /grant BUILTIN\\Users:(RX)', "& icacls a /grant 'BUILTIN\\Users:(RX)'"],
  ])('that PowerShell takes apart is told once: %j', (text, mended) => {
    expect(told(text)).toEqual([expect.stringMatching(/^error powershell\/unquoted-argument: /)]);
    expect(repaired(text)).toBe(mended);
    expect(told(mended)).toEqual([]);
    expect(analyze(text, latest).commands).toHaveLength(1);
  });

  it.each([
    "bcdedit /set '{current}' safeboot minimal",
    'powershell -Command { Get-VM }',
    'pwsh.exe -Command { Get-VM }',
    'ping (Get-Content a.txt)',
    'robocopy (Join-Path C:\\ a) b',
    'Invoke-OwnThing {current}',
    'Get-VM | ForEach-Object {$_}',
  ])('is told nothing of in %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('a hashtable that is not splatted', () => {
  it.each([
    [
      "$VM = @{ Name = 'a'; MemoryStartupBytes = 2GB }\nNew-VM $VM",
      "$VM = @{ Name = 'a'; MemoryStartupBytes = 2GB }\nNew-VM @VM",
    ],
    [
      "$params = @{ Name = 'a' }\nGet-VM $params | Start-VM",
      "$params = @{ Name = 'a' }\nGet-VM @params | Start-VM",
    ],
    [
      "$team = @{ Name = 'T'; TeamMembers = 'a', 'b' }\nNew-NetLbfoTeam $team",
      "$team = @{ Name = 'T'; TeamMembers = 'a', 'b' }\nNew-NetLbfoTeam @team",
    ],
    ["Get-VM @{ Name = 'a' }", undefined],
  ])('is told, and mended where it has a name: %j', (text, mended) => {
    const { lines, mended: fixed } = once(text);
    expect(lines).toEqual([expect.stringMatching(/^error powershell\/not-splatted: /)]);
    expect(fixed).toBe(mended);
    if (mended !== undefined) expect(told(mended)).toEqual([]);
  });

  it.each([
    '$a = @{ Name = 1 }\nWrite-Output $a',
    "$a = @{ Name = 'a' }\n$a | Get-VM",
    "$a = @{ Filter = 'x' }\nSelect-Object -InputObject $a -Property Filter",
    "$a = @{ color = 'red' }\nGet-VM $a.color",
    "$headers = @{ Accept = 'x' }\nInvoke-RestMethod -Uri https://a.example -Headers $headers",
  ])('is none in %j', (text) => {
    expect(told(text).filter((line) => line.includes('not-splatted'))).toEqual([]);
  });
});

describe('a list in quotes', () => {
  it.each([
    'New-NetLbfoTeam -Name T -TeamMembers "NIC1,NIC2" -Confirm:$false',
    "Get-VM -Name 'a, b'",
    "Invoke-Command -ComputerName 'srv1,srv2' -ScriptBlock { 1 }",
    "Get-Process | Select-Object -Property 'Name,Id'",
    "New-VMSwitch -Name a -NetAdapterName 'NIC 1,NIC 2' -EnableEmbeddedTeaming $true",
  ])('is a warning: %j', (text) => {
    expect(told(text)).toEqual([expect.stringMatching(/^warning powershell\/list-in-quotes: /)]);
  });

  it.each([
    "Get-ADGroupMember -Identity 'CN=a,DC=b'",
    "Get-VM -Name 'a', 'b'",
    "Write-Output 'a,b'",
    "New-VM -Name 'a,b' -Generation 2",
  ])('is none in %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('a program behind an alias', () => {
  it.each([
    [
      'sc config wuauserv start= auto',
      'error powershell/unexpected-argument: Write sc.exe.',
      'sc.exe config wuauserv start= auto',
    ],
    [
      'sc create a binPath= b start= auto',
      'error powershell/unexpected-argument: Write sc.exe.',
      'sc.exe create a binPath= b start= auto',
    ],
    ['sc query vmms', 'warning powershell/alias-in-script: Write sc.exe.', undefined],
    ['sc delete a', 'warning powershell/alias-in-script: Write sc.exe.', undefined],
    ['curl -fsSL https://a.example', 'error powershell/unknown-parameter: Write curl.exe.', undefined],
    ['wget -qO a https://a.example', 'error powershell/unknown-parameter: Write wget.exe.', undefined],
  ])('is told once: %j', (text, line, mended) => {
    expect(once(text)).toEqual({ lines: [line], mended });
  });

  it.each([
    ['rm -rf a', 'Remove-Item -Recurse -Force'],
    ['ls -la', 'Get-ChildItem -Force'],
    ['cp -rf a b', 'Copy-Item -Recurse -Force'],
  ])('is told what its flags are called here: %j', (text, expected) => {
    expect(told(text).filter((line) => line.startsWith('error'))).toEqual([
      `error powershell/unknown-parameter: Write ${expected}.`,
    ]);
  });
});

describe('what was meant, by its meaning', () => {
  it.each([
    ['Create-VMSwitch -Name a -SwitchType Internal', 'error', 'New-VMSwitch'],
    ['Delete-VMSnapshot -VMName a -Name b', 'error', 'Remove-VMSnapshot'],
    ['Activate-NetFirewallRule -DisplayGroup a', 'error', 'Enable-NetFirewallRule'],
    ['Deactivate-NetAdapterRss -Name a -NoRestart', 'error', 'Disable-NetAdapterRss'],
    // It may be somebody's own function.
    ['Create-VM a', 'warning', 'New-VM'],
    ['Delete-VM -Name a', 'warning', 'Remove-VM'],
    ["Disable-NetAdapterManagement -Name 'Ethernet 1'", 'error', 'Disable-NetAdapterPowerManagement'],
    ['Get-NetAdapterProperty -Name a', 'error', 'Get-NetAdapterAdvancedProperty'],
  ])('%j', (text, severity, meant) => {
    expect(told(text)).toEqual([
      expect.stringMatching(`^${severity} powershell/unknown-command: Did you mean ${meant}\\?`),
    ]);
  });

  it.each(['Create-Widget -Name a', 'Get-NetThing', 'Get-VMInfo -Name a', 'Delete-VMSwitchPort -Nam a'])(
    'nothing is known to be meant by %j',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );

  it('says nothing of a function that the script defines', () => {
    expect(told('function Create-VM { }\nCreate-VM -Generation 2')).toEqual([]);
  });

  it.each([
    ['New-VMSwitch -Name a -SwitchType External', '-NetAdapterName'],
    ['New-VMSwitch -Name a -SwitchType NAT', 'New-NetNat'],
    ['Set-VMNetworkAdapter -VMName a -MacAddressSpoofing Enabled', 'Did you mean On?'],
    ['Set-VMNetworkAdapter -VMName a -DhcpGuard $true', 'Did you mean On?'],
    ['Set-NetFirewallProfile -Enabled Off', 'Did you mean False?'],
    ['New-NetLbfoTeam -Name a -TeamMembers b -TeamingMode SwitchDependent', 'Lacp'],
  ])('of a value: %j', (text, hint) => {
    const lines = told(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(hint);
  });
});

describe('what binds in another way than is meant', () => {
  it.each([
    ['Get-VMSwitch New-VMSwitch -Name a', 'warning powershell/two-commands-on-one-line'],
    ['Get-Process Get-Service', 'warning powershell/two-commands-on-one-line'],
    ['Stop-Service a Start-Service', 'error powershell/two-commands-on-one-line'],
    ['Get-VM New-VMSwitch -Nme a', 'error powershell/two-commands-on-one-line'],
    ['Get-VM -Computer Name a', 'warning powershell/split-parameter'],
    ['Set-VMNetworkAdapterVlan -VMName a -Access -Vlan Id 15', 'error powershell/split-parameter'],
  ])('is an error only where PowerShell refuses it: %j', (text, line) => {
    expect(told(text)[0]).toMatch(`${line}: `);
  });
});

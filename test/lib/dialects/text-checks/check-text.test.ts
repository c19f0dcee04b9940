import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../src/lib/diagnostics/apply-fixes.ts';
import { checkText } from '../../../../src/lib/dialects/text-checks/check-text.ts';
import { iosText } from '../../../../src/lib/dialects/ios/text-conventions.ts';
import { powershellText } from '../../../../src/lib/dialects/powershell/text-conventions.ts';
import { replaceInSlice, sliceOf, sliceOfRuns } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';

const conventions = { powershell: powershellText, ios: iosText };

const check = (text: string, dialect: keyof typeof conventions = 'powershell', bundled = true) =>
  checkText(sliceOf(createSourceFile('a', text)), conventions[dialect], bundled);
/** `error prompt 1:1-1:8 safe`, one line a diagnostic. */
const reported = (text: string, dialect: keyof typeof conventions = 'powershell') =>
  check(text, dialect).map(
    ({ severity, rule, range: { start, end }, fix }) =>
      `${severity} ${rule.replace('hygiene/', '')} ${start.line}:${start.column}-${end.line}:${end.column}${fix ? ` ${fix.safety}` : ''}`,
  );
const repaired = (text: string, dialect: keyof typeof conventions = 'powershell') =>
  applyFixes(text, check(text, dialect)).text;

describe('hygiene', () => {
  it('has nothing to say about ordinary commands', () => {
    const script = [
      'New-VMSwitch -Name \'Fabric\' -NetAdapterName "Ethernet 2" `',
      '  -AllowManagementOS $true',
      'Get-VM | Where-Object { $_.Id -gt 5 } > C:\\Windows\\Temp\\vms.txt # 2 -gt 1',
      "$text = @'",
      'PS C:\\> Name : x',
      "'@",
      '[Math]::Abs(-1); $c:x; & "C:\\Program Files\\x.exe"',
    ].join('\n');
    expect(reported(script)).toEqual([]);
    const config =
      'vlan 15\n name LM\n!\ninterface range GigabitEthernet1/0/20 - 23\n ip address 192.168.15.1 255.255.255.0';
    expect(reported(config, 'ios')).toEqual([]);
  });

  it('gives every diagnostic a hint', () => {
    const all = check(
      'PS> “a” –b &gt; \u200b \u202e \u00a0 8.8.8.8 C:ClusterStorage AKIAABCDEFGHIJKLMNOP New-VM\u0441',
    );
    expect(all.length).toBeGreaterThan(6);
    expect(all.filter(({ hint }) => !hint)).toEqual([]);
  });
});

describe('spaces of other kinds', () => {
  const told = (text: string, dialect: keyof typeof conventions, bundled: boolean) =>
    check(text, dialect, bundled).map(({ severity, rule }) => `${severity} ${rule}`);

  it.each(['New-ScheduledTaskAction\u00a0a.cmd', 'Get-VM -Name\u2009a', 'Get-VM\u3000a', 'Get-VM a\u00a0'])(
    'stand between words for PowerShell, and are a warning until a bundle runs them: %j',
    (text) => {
      expect(told(text, 'powershell', false)).toEqual(['warning hygiene/no-break-space']);
      expect(told(text, 'powershell', true)).toEqual(['error hygiene/no-break-space']);
      expect(repaired(text)).not.toMatch(/[\u00a0\u2009\u3000]/);
    },
  );

  it.each(['Get-VM\u000b-Name a', '\fGet-VM a', '# look\u000bGet-VM', 'Get-VM a\u000b'])(
    'are the tabs and feeds of another age as well, which PowerShell takes for blanks: %j',
    (text) => {
      expect(told(text, 'powershell', false)).toEqual(['warning hygiene/control-character']);
      expect(told(text, 'powershell', true)).toEqual(['error hygiene/control-character']);
      expect(told(text, 'ios', false)).toEqual(['error hygiene/control-character']);
    },
  );

  it('are part of a text, end no continuation, and separate nothing on a switch', () => {
    expect(told("Get-VM -Name 'a\u00a0b'", 'powershell', false)).toEqual(['error hygiene/no-break-space']);
    expect(told('Get-VM `\u00a0\n-Name a', 'powershell', false)).toEqual(['error hygiene/no-break-space']);
    expect(told('interface\u00a0Vlan1', 'ios', false)).toEqual(['error hygiene/no-break-space']);
  });
});

describe('curly quotes', () => {
  it('are one diagnostic a string, and one a line', () => {
    expect(reported('New-VMSwitch -Name “Fabric”')).toEqual(['error curly-quote 1:20-1:28 safe']);
    expect(reported('New-VMSwitch -Name “a” -Notes ‘b’\nGet-VM “c”')).toEqual([
      'error curly-quote 1:20-1:23 safe',
      'error curly-quote 2:8-2:11 safe',
    ]);
  });

  it('become straight quotes, also when only one of two is curly', () => {
    expect(repaired('x “a” ‘b’ “c" \'d’')).toBe('x "a" \'b\' "c" \'d\'');
    expect(repaired('"$(Get-VM -Name “x”)"')).toBe('"$(Get-VM -Name "x")"');
  });

  it('are content in a string of the other kind, in comments and in here-strings', () => {
    expect(reported('Write-Host "it’s" \'“so”\' # don’t\n@"\n“a”\n"@')).toEqual([]);
  });

  it('end a single-quoted string where an apostrophe was meant', () => {
    expect(repaired("Write-Host 'it’s fine'")).toBe("Write-Host 'it''s fine'");
  });

  it('without a partner are reported once, and left to the author', () => {
    expect(reported('Write-Host It’s “a”')).toEqual(['error curly-quote 1:14-1:15 unsafe']);
  });

  it('are replaced everywhere in a switch’s configuration but its comments and banners', () => {
    expect(repaired(' description “smb1’s port”', 'ios')).toBe(' description "smb1\'s port"');
    expect(reported('! don’t\nbanner motd ^C\ndon’t\n^C', 'ios')).toEqual([]);
  });
});

describe('long dashes', () => {
  it('are hyphens before parameters, in command names and as operators', () => {
    expect(repaired('New–VMSwitch –Name x —Id (5 − 3) | Get–VM')).toBe(
      'New-VMSwitch -Name x -Id (5 - 3) | Get-VM',
    );
    expect(reported('Get-VM –Name x –Id 3')).toEqual(['error long-dash 1:8-1:9 safe']);
  });

  it.each([
    ['Get-VM –Name x', ['warning']],
    ['$x –eq —1', ['warning']],
    ['Get-VM “a b”', ['warning']],
    ["Get-VM ‘a’ –Name 'b'", ['warning', 'warning']],
    // No hyphen to PowerShell: another sign, two of them, or one in the name of a command.
    ['Get-VM ‐Name x', ['error']],
    ['Get-VM −Name x', ['error']],
    ['Get-VM ––Name x', ['error']],
    ['New–VM', ['error']],
    // The apostrophe ends the string, and nothing closes the quote.
    ["Get-VM 'don’t'", ['error']],
    ['Get-VM “a', ['error']],
  ])(
    'and curly quotes are errors outside of a bundle only where PowerShell refuses them: %j',
    (text, expected) => {
      expect(check(text, 'powershell', false).map(({ severity }) => severity)).toEqual(expected);
      expect(check(text).every(({ severity }) => severity === 'error')).toBe(true);
    },
  );

  it('are errors on a switch everywhere', () => {
    expect(check('vlan –1', 'ios', false).map(({ severity }) => severity)).toEqual(['error']);
  });

  it('may be meant within an argument', () => {
    expect(reported('Get-VM a–b')).toEqual(['warning long-dash 1:9-1:10 unsafe']);
    expect(reported("Get-VM 'a – b' # – ")).toEqual([]);
  });

  it('are hyphens in a configuration', () => {
    expect(repaired('interface range Gi1/0/20 – 23', 'ios')).toBe('interface range Gi1/0/20 - 23');
  });
});

describe('spaces and invisible characters', () => {
  it('become plain spaces, also in names', () => {
    expect(repaired("Get-NetAdapter\u00a0-Name\u2003'Ethernet\u00a02'")).toBe(
      "Get-NetAdapter -Name 'Ethernet 2'",
    );
  });

  it('leaves typography of prose alone', () => {
    expect(reported('"Attention\u00a0: 10\u202f000 « a »" # a\u00a0b')).toEqual([]);
  });

  it('finds zero-width characters everywhere', () => {
    expect(reported("Get-VM\u200b 'a\u200bb'\n# \u00ad")).toEqual([
      'error zero-width-character 1:7-1:8 safe',
      'error zero-width-character 2:3-2:4 safe',
    ]);
    expect(repaired("Get-VM\u200b 'a\u2060b'")).toBe("Get-VM 'ab'");
  });

  it('leaves the joiners of emoji and scripts alone in strings', () => {
    expect(reported("'👩\u200d💻 ❤\ufe0f می\u200cخواهم'")).toEqual([]);
  });

  it('does not take a byte order mark for one', () => {
    expect(reported('\ufeffGet-VM')).toEqual([]);
    expect(reported('Get-VM\ufeff')).toHaveLength(1);
  });

  it('finds controls of direction once a line, and repairs none of them', () => {
    const text = '$a = 1 \u202e# x\u202c\n# \u2066b';
    expect(reported(text)).toEqual([
      'error bidi-control 1:8-1:9 unsafe',
      'error bidi-control 2:3-2:4 unsafe',
    ]);
    expect(repaired(text)).toBe(text);
  });

  it('finds control characters', () => {
    expect(reported('\u001b[32mGet-VM')).toEqual(['error control-character 1:1-1:2 unsafe']);
  });
});

describe('look-alike letters', () => {
  it('are repaired in code and shown in strings', () => {
    expect(reported("New-VMSwit\u0441h -N\u0430me 'D\u0430isetta'")).toEqual([
      'error homoglyph 1:1-1:13 safe',
      'warning homoglyph 1:21-1:29 unsafe',
    ]);
    expect(repaired('New-VMSwit\u0441h -N\u0430me x')).toBe('New-VMSwitch -Name x');
    expect(repaired('\uff27et-VM')).toBe('Get-VM');
  });

  it('are no look-alikes in words of their own script', () => {
    expect(reported("Get-VM Привет 'café naïve' Größe")).toEqual([]);
  });
});

describe('prompts', () => {
  it.each([
    ['PS C:\\> Get-VM', 'Get-VM'],
    ['PS C:\\Users\\x>Get-VM', 'Get-VM'],
    ['PS> Get-VM', 'Get-VM'],
    ['PS 7> Get-VM', 'Get-VM'],
    ['PS 5.1> Get-VM', 'Get-VM'],
    ['PS HKLM:\\SOFTWARE> dir', 'dir'],
    ['[smb1]: PS C:\\Users\\a\\Documents> Get-VM', 'Get-VM'],
    ['Get-VM |\n>> Format-Table Name', 'Get-VM |\nFormat-Table Name'],
    ['C:\\Windows\\system32> ipconfig', 'ipconfig'],
    ['me@host:~$ pwsh', 'pwsh'],
    ['  PS C:\\> Get-VM', '  Get-VM'],
  ])('%j are deleted', (text, without) => {
    expect(reported(text)).toHaveLength(1);
    expect(repaired(text)).toBe(without);
  });

  it.each([
    ['switch(config)#vlan 3', 'vlan 3'],
    ['Switch# show vlan', 'show vlan'],
    ['sw1>enable', 'enable'],
    [' switch(config-if-range)# switchport mode trunk', ' switchport mode trunk'],
  ])('%j are deleted', (text, without) => {
    expect(reported(text, 'ios')).toHaveLength(1);
    expect(repaired(text, 'ios')).toBe(without);
  });

  it('are not what only resembles one', () => {
    expect(reported('C:\\tools\\report.exe>out.txt\nGet-VM `\n> out.txt\nGet-PSDrive')).toEqual([]);
    expect(reported(' description uplink#1 > core', 'ios')).toEqual([]);
  });
});

describe('output', () => {
  it('is a table with its headings and rows, once', () => {
    expect(reported('Get-VM\nName State\n---- -----\na    Off\nb    Off\n\nGet-VM')).toEqual([
      'error output-in-commands 2:1-5:9',
    ]);
  });

  it('is what only a device prints', () => {
    expect(reported('VERBOSE: a\nWARNING: b\nGet-VM')).toEqual(['error output-in-commands 1:1-2:11']);
    expect(reported('Name  : a\nState : b')).toEqual(['error output-in-commands 1:1-2:10']);
    expect(reported('show vlan\n       ^\n% Incomplete command.', 'ios')).toEqual([
      'error output-in-commands 2:8-3:22',
    ]);
    expect(reported('*Mar  1 00:01:02.123: %LINK-3-UPDOWN: Interface x', 'ios')).toHaveLength(1);
  });
});

describe('HTML entities', () => {
  it('become the characters they stand for', () => {
    expect(repaired('Get-VM -Name &quot;a&quot; | ? { $_.Id &amp;gt; 5 } &#8211;x &#39;b&#x27;&nbsp;c')).toBe(
      'Get-VM -Name "a" | ? { $_.Id > 5 } -x \'b\' c',
    );
  });

  it('may be meant in a string', () => {
    expect(reported("Get-VM 'a &amp; b'")).toEqual(['warning html-entity 1:11-1:16 unsafe']);
    expect(reported("'<p>&amp;</p>'; & foo; # &gt;")).toEqual([]);
  });
});

describe('lost backslashes', () => {
  it('are reported where no path could be so', () => {
    expect(reported('dir C:WindowsSystem32')).toEqual(['error lost-backslash 1:5-1:22 unsafe']);
    expect(check("dir 'C:ClusterStorageVolume1'")[0]?.hint).toContain('C:\\ClusterStorage\\Volume1');
    expect(reported('HKLM:SOFTWAREMicrosoft')).toHaveLength(1);
  });

  it('are not missing from a path on a drive, or a variable’s scope', () => {
    expect(reported('dir C:work; $c:Users; dir C:\\Windows\\System32; dir HKLM:SOFTWARE')).toEqual([]);
  });
});

describe('secrets', () => {
  it.each([
    ["'Server=a;Password=foo;'", '1:20-1:23'],
    ['# AKIAIOSFODNN7ABCDEFG', '1:3-1:23'],
    ["'-----BEGIN RSA PRIVATE KEY-----'", '1:2-1:33'],
  ])('%j is reported', (text, place) => {
    expect(reported(text)).toEqual([`error secret ${place}`]);
  });

  it.each([
    'enable secret foo',
    'username bob privilege 15 password 0 foo',
    'line vty 0 4\n password cisco',
    'enable secret 5 $1$abcd$efgh',
    'snmp-server community s3cr3t RO',
    'radius-server host 10.0.0.1 key foo',
  ])('%j is reported', (text) => {
    expect(reported(text, 'ios')).toHaveLength(1);
  });

  it('are not what is asked for, read from elsewhere, or to be replaced', () => {
    expect(reported("'Server=a;Password=<password>;Token=$token'\nAKIAIOSFODNN7EXAMPLE")).toEqual([]);
    expect(
      reported(
        'service password-encryption\nenable secret <password>\nsnmp-server community public RO',
        'ios',
      ),
    ).toEqual([]);
  });
});

describe('public addresses', () => {
  it('are reported as warnings, in both families', () => {
    expect(reported('ping 8.8.8.8')).toEqual(['warning public-address 1:6-1:13']);
    expect(reported('ntp server 2001:4860:4860::8888', 'ios')).toEqual(['warning public-address 1:12-1:32']);
  });

  it('are not private, documentation, multicast, masks or versions', () => {
    expect(
      reported(
        '10.0.0.1 172.16.1.1 192.168.1.1 192.0.2.1 198.51.100.1 203.0.113.9 127.0.0.1 169.254.1.1 224.0.0.1 255.255.255.0 0.0.0.255 63.255.255.255 128.0.0.0 2001:db8::1 fe80::1 fd00::1 6.3.9600.16384 -Version 6.3.1.2 1.2.3.4.5',
      ),
    ).toEqual([]);
  });
});

describe('places', () => {
  it('are those of the file, also in a block that lost its indentation', () => {
    const file = createSourceFile('a.mdx', '- x\n  Get-VM\n  –Name y\n');
    const code = sliceOfRuns(file, [
      { start: 6, end: 13 },
      { start: 15, end: 22 },
    ]);
    expect(code.text).toBe('Get-VM\n–Name y');
    const [diagnostic] = checkText(code, powershellText, true);
    expect(diagnostic?.range.start).toMatchObject({ line: 3, column: 3, offset: 15 });
    expect(diagnostic?.fix?.edits).toEqual([{ start: 15, end: 16, text: '-' }]);
  });

  it('are never within what was filled in', () => {
    const file = createSourceFile('a.mdx', "Get-VM -Name '{{name}}' {{address}} “{{name}}”");
    const filled = replaceInSlice(sliceOf(file), [
      { start: 14, end: 22, text: 'a\u00a0b' },
      { start: 24, end: 35, text: '8.8.8.8' },
      { start: 37, end: 45, text: 'a – “b' },
    ]);
    expect(checkText(filled, powershellText, true).map(({ rule }) => rule)).toEqual(['hygiene/curly-quote']);
  });
});

describe('hostile input', () => {
  it.each([
    ['nested expressions in strings', '"$('.repeat(20_000)],
    ['quotes without end', "'\n“a ‘b\n".repeat(5_000)],
    ['one long word', 'a'.repeat(200_000)],
    ['one long word with a dash', `${'a'.repeat(100_000)}–`],
    ['blanks', ' '.repeat(200_000)],
    ['dashes', '- '.repeat(50_000)],
    ['ampersands', '&amp;'.repeat(40_000)],
    ['passwords', 'Password='.repeat(20_000)],
    ['numbers', '1.'.repeat(100_000)],
    ['colons', '2001:'.repeat(40_000)],
  ])('%s does not hold it up', (_name, text) => {
    for (const dialect of ['powershell', 'ios'] as const) expect(check(text, dialect)).toBeInstanceOf(Array);
  });

  it('is told as it is, and repaired as far as a text can be that somebody wrote', () => {
    const quotes = '“a” '.repeat(6000);
    expect(reported(`Get-VM “a”\n${quotes}\nGet-VM ‘b’`)).toEqual([
      'error curly-quote 1:8-1:11 safe',
      'error curly-quote 2:1-2:4',
      'error curly-quote 3:8-3:11 safe',
    ]);
    expect(check('’\u200b\n'.repeat(20_000)).filter(({ fix }) => fix)).toHaveLength(10_000);
  });
});

import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../src/lib/import/shortcode.ts';
import { importTexts } from './import-texts.ts';

/** Commands as their author wrote them. */
const commands = [
  'New-NetLbfoTeam -Name "Team1" -TeamMembers "NIC1","NIC2" -LoadBalancingAlgorithm Dynamic',
  'New-VMSwitch -Name "Converged" -NetAdapterName "Team1" -AllowManagementOS $true',
  'Get-VM -Name "web01" | Where-Object { $_.State -eq "Running" }',
  'Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName "LM" -Access -VlanId 20',
  "Copy-Item -Path 'C:\\Users\\paula\\notes.txt' -Destination 'D:\\Backup'",
  'Get-ChildItem -Path "C:\\Windows\\Temp" -Recurse | Remove-Item -WhatIf',
  'New-NetIPAddress -InterfaceAlias "vEthernet (Mgmt)" -IPAddress 192.0.2.10 -PrefixLength 24',
  "Get-Content -Path 'C:\\ProgramData\\app\\log.txt' -Tail 20",
  'Export-VM -Name "web01" -Path "E:\\Export"',
  'Set-ItemProperty -Path "HKLM:\\SOFTWARE\\Contoso" -Name "Mode" -Value 1',
  'Move-VMStorage -VMName "web01" -DestinationStoragePath "F:\\VMs\\web01"',
  'Test-Path -Path "C:\\inetpub\\wwwroot"',
  'Get-Service -Name "vmms" | Restart-Service -Force',
  'Enable-PSRemoting -Force -SkipNetworkProfileCheck',
  'Get-WinEvent -LogName "System" -MaxEvents 50',
  'Set-VMHost -UseAnyNetworkForMigration $false -VirtualMachineMigrationAuthenticationType "Kerberos"',
  'Import-Module -Name "Hyper-V" -Force',
  'New-Item -Path "C:\\ClusterStorage\\Volume1\\VMs" -ItemType "Directory"',
];

/** What WordPress and the editors before it do to them: wptexturize, wp_unslash, entities twice, the visual editor, a console pasted. */
const damages: readonly (readonly [name: string, spoil: (command: string) => string])[] = [
  ['curly quotes', (text) => text.replace(/"([^"]*)"/g, '“$1”').replace(/'([^']*)'/g, '‘$1’')],
  ['closing quotes at both ends', (text) => text.replace(/"/g, '”').replace(/'/g, '’')],
  ['long dashes', (text) => text.replace(/ -(?=[A-Z])/g, ' –')],
  ['em dashes', (text) => text.replace(/ -(?=[A-Z])/g, ' —')],
  ['entities twice', (text) => escapeHtml(text)],
  [
    'entities of curly quotes',
    (text) =>
      text
        .replace(/"([^"]*)"/g, '&#8220;$1&#8221;')
        .replace(/'/g, '&#8217;')
        .replace(/ -(?=[A-Z])/g, ' &#8211;'),
  ],
  ['blanks that do not break', (text) => text.replaceAll(' ', '\u00a0')],
  ['a prompt', (text) => `PS C:\\> ${text}`],
  ['all at once', (text) => `PS C:\\> ${text.replace(/"([^"]*)"/g, '“$1”').replace(/ -(?=[A-Z])/g, ' –')}`],
  ['a lost backslash behind the drive', (text) => text.replace(/(?<=[A-Z]:)\\/g, '')],
];

function imported(listings: readonly string[], applyRepairs = false) {
  const items = listings.map(
    (code, index) =>
      `<item><title>T${index}</title><content:encoded><![CDATA[<pre>${escapeHtml(code)}</pre>]]></content:encoded><wp:post_id>${index}</wp:post_id><wp:post_date>2014-01-01</wp:post_date><wp:post_name>t${index}</wp:post_name></item>`,
  );
  const { posts, reports } = importTexts(
    'wordpress',
    { 'e.xml': `<rss><channel>${items.join('\n')}</channel></rss>` },
    { applyRepairs, chunk: 100_000 },
  );
  return {
    texts: [...posts.values()].map(({ text }) => text),
    repairs: reports
      .filter(({ path }) => path !== '')
      .map(({ changed }) => changed.filter(({ what }) => what.endsWith('repair'))),
  };
}

describe('damaged commands', () => {
  const cases = commands
    .flatMap((command) => damages.map(([name, spoil]) => ({ name, command, spoilt: spoil(command) })))
    .filter(({ command, spoilt }) => spoilt !== command);
  const { texts, repairs } = imported(cases.map(({ spoilt }) => spoilt));
  const whole = repairs.filter((own, index) => own.length === 1 && own[0]!.now === cases[index]!.command);

  it('are recognised and proposed as they were, in at least 95 of 100', () => {
    const missed = cases
      .filter((_, index) => !whole.includes(repairs[index]!))
      .map(({ name, command }, index) => `${index} ${name}: ${command}`);
    expect(cases.length).toBeGreaterThan(100);
    expect(whole.length / cases.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('stand as they stood until their repair is asked for', () => {
    for (const [index, { spoilt }] of cases.entries()) expect(texts[index]).toContain(spoilt);
    expect(imported([cases[0]!.spoilt], true).texts[0]).toContain(cases[0]!.command);
  });

  it('are looked for in no listing of another shell', () => {
    const others = [
      'root@node:~# ls -l\nroot@node:~# cat a.txt',
      '$ ls\n$ cd /tmp\n$ cp a b',
      'C:\\> dir\nC:\\> type a.txt',
      'ip route show\nip link',
      'kubectl get pods\nps aux',
    ];
    for (const text of imported(others).texts) expect(text).toContain('```text\n');
  });

  it('are none where they were right', () => {
    const right = [
      ...commands,
      'Get-ChildItem Env:',
      'Get-Item C:\\',
      'Set-Location D:',
      '$a = $env:Path; Get-Variable -Name "a"',
      'Get-ChildItem Cert:\\LocalMachine\\My',
      'Write-Output "a – b"',
      '# C:Windows is wrong\nGet-Date',
    ];
    expect(imported(right).repairs.flatMap((own) => own.map(({ was, now }) => [was, now]))).toEqual([]);
  });
});

/** A switch's commands as their author wrote them. */
const switchCommands = [
  'configure terminal\nvlan 20\n name Storage',
  'interface range GigabitEthernet1/0/1-4\n switchport mode access\n switchport access vlan 20',
  'interface Port-channel1\n switchport trunk allowed vlan 10,20-30\n switchport mode trunk',
  'interface GigabitEthernet1/0/24\n description "uplink to core"\n switchport trunk native vlan 99',
  'ip access-list extended Mgmt\n permit tcp any host 192.0.2.10 eq 22\n deny ip any any log',
  'spanning-tree mode rapid-pvst\nspanning-tree vlan 10-30 priority 4096',
  'interface Vlan20\n ip address 192.0.2.1 255.255.255.0\n no shutdown',
  'snmp-server location "rack 4, row 2"',
  'show interfaces status | include connected',
  'show running-config | include vlan',
];

type Listing = readonly [spoilt: string, right: string];
const all = (texts: readonly string[], spoil: (text: string) => string): Listing[] =>
  texts.map((text): Listing => [spoil(text), text]).filter(([spoilt, right]) => spoilt !== right);
const prompted = (text: string, prompt: string) => text.replace(/^/gm, prompt);
const printed = (text: string) => `${text}\n`;

/** What is done to listings: half of it to PowerShell, a third to a switch's commands. */
const spoiltListings: readonly (readonly [damage: string, listings: readonly Listing[]])[] = [
  [
    'curly quotes',
    all(commands.slice(0, 5), (text) => text.replace(/"([^"]*)"/g, '“$1”').replace(/'([^']*)'/g, '‘$1’')),
  ],
  ['curly quotes', all(switchCommands, (text) => text.replace(/"([^"]*)"/g, '“$1”'))],
  ['long dashes', all(commands.slice(5, 12), (text) => text.replace(/ -(?=[A-Z])/g, ' –'))],
  ['em dashes', all(commands.slice(10, 14), (text) => text.replace(/ -(?=[A-Z])/g, ' —'))],
  ['en dashes in ranges', all(switchCommands, (text) => text.replace(/(?<=\d)-(?=\d)/g, '–'))],
  ['a lost backslash', all(commands, (text) => text.replace(/(?<=[A-Z]:)\\/g, '')).slice(0, 6)],
  ['entities', all(commands.slice(0, 3), (text) => escapeHtml(text))],
  ['entities twice', all(commands.slice(3, 5), (text) => escapeHtml(escapeHtml(text)))],
  ['entities', all(switchCommands, (text) => escapeHtml(text.replace(/ \| /, ' &#124; ')))],
  ['blanks that do not break', all(commands.slice(11, 18), (text) => text.replaceAll(' ', '\u00a0'))],
  ['blanks that do not break', all(switchCommands, (text) => text.replaceAll(' ', '\u00a0'))],
  ['a prompt', all(commands.slice(6, 9), (text) => `PS C:\\> ${text}`)],
  [
    'prompts',
    all(switchCommands.slice(0, 6), (text) => prompted(text.replace(/^ /gm, ''), 'sw1(config)#')).map(
      ([spoilt, right]): Listing => [spoilt, right.replace(/^ /gm, '')],
    ),
  ],
  [
    'quotes behind backslashes',
    all(commands.slice(0, 4), (text) => text.replace(/(?<=[ ,])"|"(?=[ ,]|$)/g, '\\"')),
  ],
  [
    'three dots',
    [
      ['Get-VM -Name web01 | Format-List …', 'Get-VM -Name web01 | Format-List ...'],
      ['Get-ChildItem -Path …\\Logs', 'Get-ChildItem -Path ...\\Logs'],
    ],
  ],
  [
    'a sign for x',
    [
      [
        'Get-VM -Name web01 ; Resize-Image -Size 1024×768',
        'Get-VM -Name web01 ; Resize-Image -Size 1024x768',
      ],
      [
        'Get-VM -Name web01\nGet-VM | Set-Screen -Mode 800×600',
        'Get-VM -Name web01\nGet-VM | Set-Screen -Mode 800x600',
      ],
    ],
  ],
  [
    'smileys',
    [
      [
        'Get-VM -Name web01\nGet-VM | Where-Object { $_.MemoryAssigned -gt (4*😎 }',
        'Get-VM -Name web01\nGet-VM | Where-Object { $_.MemoryAssigned -gt (4*8) }',
      ],
      [
        'Get-VM -Name web01\nGet-Service -Name (Get-VM 😉',
        'Get-VM -Name web01\nGet-Service -Name (Get-VM ;)',
      ],
    ],
  ],
  [
    'addresses made links',
    [
      [
        'Get-VM -Name web01\nInvoke-WebRequest -Uri <a href="https://example.com/a.zip">https://example.com/a.zip</a> -OutFile a.zip',
        'Get-VM -Name web01\nInvoke-WebRequest -Uri https://example.com/a.zip -OutFile a.zip',
      ],
      [
        'Get-VM -Name web01\nInvoke-WebRequest -Uri [https://example.com/a.zip](https://example.com/a.zip) -OutFile a.zip',
        'Get-VM -Name web01\nInvoke-WebRequest -Uri https://example.com/a.zip -OutFile a.zip',
      ],
      [
        'Get-VM -Name web01\nInvoke-WebRequest -Uri "[https://example.com/a.zip](https://example.com/a.zip)" -OutFile a.zip',
        'Get-VM -Name web01\nInvoke-WebRequest -Uri "https://example.com/a.zip" -OutFile a.zip',
      ],
      [
        'Get-VM -Name web01\nInvoke-WebRequest -Uri <https://example.com/a.zip> -OutFile a.zip',
        'Get-VM -Name web01\nInvoke-WebRequest -Uri https://example.com/a.zip -OutFile a.zip',
      ],
    ],
  ],
  [
    'all at once',
    all(
      commands.slice(0, 8),
      (text) => `PS C:\\> ${escapeHtml(text.replace(/"([^"]*)"/g, '“$1”').replace(/ -(?=[A-Z])/g, ' –'))}`,
    ),
  ],
  [
    'all at once',
    all(switchCommands, (text) =>
      prompted(text.replace(/^ /gm, ''), 'sw1(config)#')
        .replace(/(?<=\d)-(?=\d)/g, '–')
        .replaceAll(' ', '\u00a0'),
    ).map(([spoilt, right]): Listing => [spoilt, right.replace(/^ /gm, '')]),
  ],
  [
    'what is printed',
    [
      ...all(
        ['show vlan brief', 'show version', 'show interfaces', 'copy running-config startup-config'],
        (text) => `sw1#${text}\n% Incomplete command.\n`,
      ),
      ...all(commands.slice(0, 4), (text) => `PS C:\\> ${text}\n\nName  State\n----  -----\nweb01 Running\n`),
    ],
  ],
];

describe('a hundred listings as blogs spoil them', () => {
  const cases = spoiltListings.flatMap(([damage, listings]) =>
    listings.map(([spoilt, right]) => ({ damage, spoilt, right })),
  );
  const first = (text: string) => /^(?:`{3,})\w+\n([^]*?)\n`{3,}/m.exec(text)?.[1];
  const { texts } = imported(
    cases.map(({ spoilt }) => spoilt),
    true,
  );
  const untouched = imported(cases.map(({ spoilt }) => spoilt)).texts;

  it('are repaired where that is asked for, at least 95 of 100', () => {
    const missed = cases
      .map((one, index) => ({ ...one, now: first(texts[index]!) }))
      .filter(({ now, right }) => now !== right)
      .map(({ damage, spoilt, now }) => `${damage}: ${spoilt} => ${now}`);
    expect(cases.length).toBeGreaterThanOrEqual(100);
    expect(1 - missed.length / cases.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('stand as they stood where it is not', () => {
    for (const [index, { spoilt }] of cases.entries())
      expect(untouched[index]).toContain(printed(spoilt.trimEnd()));
  });

  it('have as many beside them that were right, of which nothing is proposed', () => {
    const right = [
      ...new Set([
        ...commands,
        ...switchCommands,
        ...switchCommands.map((text) => `${text}\nend`),
        ...commands.map((text) => `# D:Data is wrong: “so” … 1×1 🙂\n${text}`),
        ...commands.map((text) => `if ($true) { ${text} }`),
        ...commands.map((text) => `$found = ${text}\n$found`),
        "Write-Output 'Wait … 1024×768 🙂'",
        'Write-Output "<https://example.com/>"',
        '$html = \'<a href="https://example.com/">https://example.com/</a>\'',
        "Get-Item 'C:\\Temp\\' -Force",
        '$env:Path -split ";"',
        'cmd /c "echo \\"hi\\""; Get-Date',
        'Get-Item -Path "HKCU:\\Console", "C:\\"',
        ...switchCommands.map((text) => `! as it was\n${text}`),
      ]),
    ];
    expect(right.length).toBeGreaterThanOrEqual(100);
    const repairs = imported(right).repairs.flatMap((own) => own.map(({ was, now, why }) => [was, now, why]));
    expect(repairs).toEqual([]);
  });
});

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

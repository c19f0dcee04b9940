import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfContent, fixtures, json, labworks } from './run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'labworks-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('labworks check', () => {
  it('takes bare scripts, and lists their commands', () => {
    const script = write('a.ps1', "Get-VMSwitch -Name 'Fabric'\r\nGet-NetAdapter\r\n");
    const config = write('a.ios', 'configure terminal\nvlan 15\n');
    const outcome = labworks(['check', script, config, '--format', 'json']);
    const report = json(outcome);
    expect(report.version).toBe(1);
    expect(report.files.map(({ file }) => file)).toEqual([script, config]);
    expect(report.files[0]!.commands).toMatchObject([
      { name: 'Get-VMSwitch', line: 1, column: 1, support: 'supported' },
      { name: 'Get-NetAdapter', line: 2, column: 1, support: 'supported' },
    ]);
    expect(report.files[1]!.commands.length).toBe(2);
    expect(report.files[1]!.commands[0]).not.toHaveProperty('module');
    expect(outcome.code).toBe(0);
  });

  it('takes figures, and tells what runs in one', () => {
    mkdirSync(join(folder, 'figures'), { recursive: true });
    const figure = write('figures/rack.svg', '<svg>\n  <script>1</script>\n</svg>\n');
    write('logo.svg', '<svg><script>1</script></svg>');
    const outcome = labworks(['check', folder, '--format', 'json']);
    const found = json(outcome).files.filter(({ file }) => file.endsWith('.svg'));
    expect(found).toMatchObject([
      { file: figure, diagnostics: [{ rule: 'figure/active-content', line: 2, column: 3, endColumn: 10 }] },
    ]);
    expect(outcome.code).toBe(1);
    // One that is named is a figure wherever it lies.
    expect(json(labworks(['check', join(folder, 'logo.svg'), '--format', 'json'])).files).toHaveLength(1);
    rmSync(join(folder, 'figures'), { recursive: true });
    rmSync(join(folder, 'logo.svg'));
  });

  it('reads what a post links to, also where the post alone is named, and mends what is certain', () => {
    const content = copyOfContent();
    const notes = join(content, 'field-notes');
    mkdirSync(notes);
    const front = (tags: string) => `---\ntitle: T\ndate: 2020-01-01\nsummary: S.\ntags: [${tags}]\n---\n\n`;
    writeFileSync(join(notes, 'target.mdx'), `${front('cables')}## The cable\n\nGrey.\n`);
    const linking = join(notes, 'linking.mdx');
    const good = '[a](/tags/cables/) [b](/labworks/7/) [c](../target/#the-cable) [d](/about/)';
    writeFileSync(
      linking,
      `${front('ports')}${good}\n\n[e](../Target/) [f](/tags/cable/) [g](../target/#the-cabel)\n`,
    );
    const told = () => json(labworks(['check', linking, '--format', 'json'])).files[0]!.diagnostics;
    expect(told().map(({ rule, hint }) => [rule, hint])).toEqual([
      ['guide/broken-link', 'Write /field-notes/target/.'],
      ['guide/broken-link', 'Did you mean /tags/cables/?'],
      ['guide/broken-link', 'Did you mean /field-notes/target/#the-cable?'],
    ]);
    labworks(['check', linking, '--fix']);
    expect(readFileSync(linking, 'utf8')).toContain(`${good}\n\n[e](/field-notes/target/) [f](/tags/cable/)`);
    expect(told()).toHaveLength(2);
    rmSync(content, { recursive: true, force: true });
  });

  it('tells the module and set of each command of a script, and the parameter of each argument', () => {
    const script = write(
      'bound.ps1',
      'gmo Hyper-V -List\n$nic = @{ ManagementOS = $true; VlanId = 15 }\nSet-VMNetworkAdapterVlan @nic -Access\nDo-Something -Now\n',
    );
    const [file] = json(labworks(['check', script, '--format', 'json'])).files;
    expect(file!.commands).toEqual([
      {
        name: 'Get-Module',
        line: 1,
        column: 1,
        support: 'supported',
        module: 'Microsoft.PowerShell.Core',
        parameterSet: 'Available',
        arguments: [
          { parameter: 'Name', how: 'position', line: 1, column: 5, text: 'Hyper-V' },
          { parameter: 'ListAvailable', how: 'prefix', line: 1, column: 13, text: '-List' },
        ],
      },
      {
        name: 'Set-VMNetworkAdapterVlan',
        line: 3,
        column: 1,
        support: 'supported',
        module: 'Hyper-V',
        parameterSet: 'ManagementOS',
        arguments: [
          { parameter: 'Access', how: 'name', line: 3, column: 31, text: '-Access' },
          { parameter: 'ManagementOS', how: 'splat', line: 3, column: 26, text: '@nic' },
          { parameter: 'VlanId', how: 'splat', line: 3, column: 26, text: '@nic' },
        ],
      },
      { name: 'Do-Something', line: 4, column: 1, support: 'unknown' },
    ]);
  });

  it('tells an optional rule where it is asked for, and no other', () => {
    const script = write('optional.ps1', "Rename-NetAdapter 'a' -NewName 'b'\n");
    const rules = (args: string[]) =>
      json(labworks(['check', script, '--format', 'json', ...args])).files[0]!.diagnostics.map(
        ({ rule }) => rule,
      );
    expect(rules([])).toEqual([]);
    expect(rules(['--rule', 'powershell/positional-argument'])).toEqual(['powershell/positional-argument']);
    const wrong = labworks(['check', script, '--rule', 'powershell/syntax']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--rule cannot be “powershell/syntax”');
  });

  it('takes facts about further modules in', () => {
    const facts = join(fixtures, '../facts/bench-tools.json');
    const script = write('bench.ps1', 'Get-BenchPort -Nubmer 5\n');
    const rules = (args: string[]) =>
      json(labworks(['check', script, '--format', 'json', ...args])).files[0]!.diagnostics.map(
        ({ rule }) => rule,
      );
    expect(rules([])).toEqual([]);
    expect(rules(['--facts', facts, '--platform', 'windows-server-2022'])).toEqual([
      'powershell/unknown-parameter',
    ]);
    const broken = labworks(['check', script, '--facts', write('facts.json', '{ "commandFacts": 1 }')]);
    expect(broken.code).toBe(2);
    expect(broken.err).toContain('facts.json cannot be taken in: it holds no command facts: at platform, ');
  });

  it('counts lines and columns of a script with a byte order mark and CR LF', () => {
    const script = write('b.ps1', '\ufeffGet-VM\r\nGet-VM –Name x\r\n');
    const [file] = json(labworks(['check', script, '--format', 'json'])).files;
    expect(file!.diagnostics).toMatchObject([
      { rule: 'hygiene/long-dash', severity: 'warning', line: 2, column: 8, endLine: 2, endColumn: 9 },
    ]);
  });

  it('repairs a script and keeps its byte order mark, line ends and mode', () => {
    const script = write('c.ps1', '\ufeffGet-VM\r\nPS C:\\> Get-VM –Name “x”\r\n');
    const { mode } = statSync(script);
    expect(labworks(['check', script, '--fix']).code).toBe(0);
    expect(readFileSync(script, 'utf8')).toBe('\ufeffGet-VM\r\nGet-VM -Name "x"\r\n');
    expect(statSync(script).mode).toBe(mode);
    const wide = write('d.ps1', Buffer.from('\ufeffGet-VM –Name x\r\n', 'utf16le'));
    expect(labworks(['check', wide, '--fix']).code).toBe(0);
    expect(readFileSync(wide).toString('utf16le')).toBe('\ufeffGet-VM -Name x\r\n');
  });

  it('reads a script from standard input', () => {
    const outcome = labworks(
      ['check', '--stdin', '--dialect', 'powershell', '--format', 'json'],
      'Get-VM –Name x',
    );
    expect(json(outcome).files).toMatchObject([{ file: '<stdin>', diagnostics: [{ line: 1, column: 8 }] }]);
    expect(outcome.code).toBe(0);
    const fixed = labworks(['check', '--stdin', '--dialect', 'ios', '--fix'], 'switch(config)#vlan 15\n');
    expect(fixed.out).toBe('vlan 15\n');
    expect(fixed.code).toBe(0);
  });

  it('goes on after a file that it cannot read, and says so', () => {
    const script = write('e.ps1', 'Get-VM –Name x');
    const latin = write('f.ps1', Buffer.from([0x47, 0x93, 0x94]));
    const outcome = labworks(['check', join(folder, 'none.ps1'), latin, script, '--format', 'json']);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(/none\.ps1 cannot be checked: there is no such file\./);
    expect(outcome.err).toMatch(/f\.ps1 cannot be checked: it is not UTF-8 text; save it as UTF-8\./);
    expect(json(outcome).files.map(({ file }) => file)).toEqual([script]);
  });

  it('leaves a write-protected file as it is, and says so', () => {
    const script = write('locked.ps1', 'Get-VM –Name x');
    chmodSync(script, 0o444);
    const outcome = labworks(['check', script, '--fix']);
    expect(outcome.err).toContain('locked.ps1 cannot be repaired, and is as it was: it is write-protected.');
    expect(outcome.code).toBe(2);
    expect(readFileSync(script, 'utf8')).toBe('Get-VM –Name x');
  });

  it('does not take a folder without anything to check for a clean one', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const outcome = labworks(['check', empty]);
    expect(outcome.err).toMatch(/empty cannot be checked: no file in it is one of \.mdx, /);
    expect(outcome.code).toBe(2);
  });

  it('does not fail on warnings', () => {
    const outcome = labworks(['check', write('g.ps1', 'Test-Connection -ComputerName 8.8.8.8\n')]);
    expect(outcome.out).toContain('warning[hygiene/public-address]');
    expect(outcome.out).toContain('1 warning in 1 file.');
    expect(outcome.code).toBe(0);
  });

  it('shows the author’s own line', () => {
    const outcome = labworks(['check', write('h.ps1', 'Get-VM\u200b -Name x\n')]);
    expect(outcome.out).toContain('1 | Get-VM‹U+200B› -Name x');
    expect(outcome.out).toContain('  |       ^^^^^^^^ invisible');
    expect(outcome.out).toContain('hint: Delete it.');
  });

  it('writes SARIF and annotations', () => {
    const script = write('i.ps1', 'Get-VM –Name x\n');
    const sarif = JSON.parse(labworks(['check', script, '--format', 'sarif']).out);
    expect(sarif.runs[0].results).toHaveLength(1);
    expect(labworks(['check', script, '--format', 'github']).out).toMatch(
      /^::warning file=.*i\.ps1,line=1,endLine=1,col=8,endColumn=9,title=hygiene\/long-dash::/,
    );
  });

  it.each([
    [['check', '--format', 'xml'], /--format cannot be “xml”/],
    [['check', '--platform', 'windows-server-2012r2'], /Did you mean “windows-server-2012-r2”/],
    [['check', '--stdin'], /--stdin needs --dialect/],
    [['check', '--nonsense'], /nonsense/],
    [['chek'], /Did you mean “check”/],
    [['check', 'package.json'], /it is none of the files checked here/],
    [['check', 'README.md'], /it lies in no folder of posts, and has no front matter/],
    [[], /labworks check/],
  ])('ends with 2 when it is used wrongly: %j', (args, message) => {
    const outcome = labworks(args);
    expect(outcome.err).toMatch(message);
    expect(outcome.code).toBe(2);
  });

  it('checks only what is named, together with what belongs to it', () => {
    const outcome = labworks([
      'check',
      join(fixtures, 'content/labworks/bench-part-2.mdx'),
      '--format',
      'json',
    ]);
    const { files } = json(outcome);
    expect(files.map(({ file }) => file)).toEqual([join(fixtures, 'content/labworks/bench-part-2.mdx')]);
    expect(files[0]!.diagnostics).toEqual([]);
    expect(files[0]!.commands.map(({ name, support }) => `${name} ${support}`)).toEqual([
      'New-VMSwitch supported',
      'Add-VMNetworkAdapter supported',
      'Set-VMNetworkAdapterVlan supported',
      'New-NetIPAddress supported',
    ]);
    expect(files[0]!.commands[1]).toMatchObject({ line: 27, column: 4 });
  });

  it('finds the lab of a copy in a folder of any name', () => {
    const content = copyOfContent();
    const elsewhere = join(content, 'drafts');
    mkdirSync(elsewhere);
    for (const part of [1, 2]) {
      const text = readFileSync(join(content, `labworks/bench-part-${part}.mdx`));
      writeFileSync(join(elsewhere, `Bench part ${part}.mdx`), text);
    }
    const outcome = labworks(['check', elsewhere, '--format', 'json']);
    expect(json(outcome).files.map(({ diagnostics }) => diagnostics)).toEqual([[], []]);
    rmSync(content, { recursive: true, force: true });
  });

  it('takes hundreds of files in one run', () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let index = 0; index < 300; index++)
      writeFileSync(join(many, `${index}.ps1`), index % 3 === 0 ? 'Get-VM –Name x' : 'Get-VM -Name x');
    const { files } = json(labworks(['check', many, '--format', 'json']));
    expect(files).toHaveLength(300);
    expect(files.flatMap(({ diagnostics }) => diagnostics)).toHaveLength(100);
  });
});

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import type { CommandFactsFile } from '../../../../src/lib/dialects/powershell/catalogue/command-facts.ts';
import {
  readCommandFacts,
  withCommandFacts,
} from '../../../../src/lib/dialects/powershell/catalogue/command-facts.ts';
import { createPowerShell } from '../../../../src/lib/dialects/powershell/powershell.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { readCatalogue } from './powershell.ts';

const text = readFileSync(
  join(resolve(import.meta.dirname, '../../../fixtures/facts'), 'bench-tools.json'),
  'utf8',
);
const read = (source: string): CommandFactsFile => {
  const facts = readCommandFacts(source);
  if ('problem' in facts) throw new Error(facts.problem);
  return facts.value;
};
const facts = read(text);

function tell(code: string, platform: PowerShellPlatform = 'windows-server-2022', files = [facts]): string[] {
  const { value, problems } = withCommandFacts(readCatalogue(), files);
  expect(problems).toEqual([]);
  const dialect = createPowerShell(createCatalogue(value));
  const { commands, diagnostics } = dialect.read(
    sliceOf(createSourceFile('a.ps1', code)),
    dialect.start({ name: 'a', platform }),
  );
  return [
    ...commands.map(({ name, support }) => `${name} ${support}`),
    ...diagnostics.map(({ rule, range }) => `${range.start.column} ${rule}`),
  ];
}

describe('facts from a reader’s own machine', () => {
  it('make the commands of a module known on the version they come from', () => {
    expect(
      tell('Get-BenchPort -Number 5; Get-BenchPort a, b; Set-BenchPort a -Cable Blue -Vlan 5 -WhatIf'),
    ).toEqual(['Get-BenchPort supported', 'Get-BenchPort supported', 'Set-BenchPort supported']);
    expect(tell('Bench.Tools\\Get-BenchPort -PortName a -Verbose')).toEqual(['Get-BenchPort supported']);
  });

  it.each([
    ['Get-BenchPort -Number 50', '23 powershell/out-of-range'],
    ['Get-BenchPort -Number 5 -Name a', '25 powershell/parameter-set-conflict'],
    ['Set-BenchPort', '1 powershell/missing-mandatory'],
    ['Set-BenchPort a -Speed fast', '24 powershell/bad-enum'],
    ['Set-BenchPort a -Cable Bleu', '24 powershell/bad-enum'],
    ['Set-BenchPort a -Trunk:yes', '24 powershell/bad-type'],
    ['Set-BenchPort a -Dealy 5', '17 powershell/unknown-parameter'],
    ['Clear-BenchLog -Verbose', '16 powershell/unknown-parameter'],
    ['Get-BenchPrt', '1 powershell/unknown-command'],
  ])('tell what is wrong with %j', (code, diagnostic) => {
    expect(tell(code).slice(1)).toEqual([diagnostic]);
  });

  it('bring the module’s aliases, and spare commands that add parameters of their own', () => {
    expect(tell('gbport -Name a')).toEqual(['Get-BenchPort supported', '1 powershell/alias-in-script']);
    expect(tell('Get-BenchAny -Whatever 5')).toEqual(['Get-BenchAny unknown']);
  });

  it('call nothing wrong on a version that they do not tell of', () => {
    expect(tell('Set-BenchPort -Dealy 5', 'windows-server-2016')).toEqual(['Set-BenchPort unknown']);
  });

  it('of several versions are held apart', () => {
    const older = structuredClone(facts) as CommandFactsFile;
    older.platform = 'windows-server-2016';
    delete older.modules[0]!.commands['Set-BenchPort']!.params['Cable'];
    const { sets } = older.modules[0]!.commands['Set-BenchPort']!;
    sets[0]!.params = sets[0]!.params.filter((token) => token !== 'Cable');
    delete older.modules[0]!.commands['Get-BenchAny'];
    const both = [facts, older];
    expect(tell('Set-BenchPort a -Cable Blue', 'windows-server-2022', both)).toEqual([
      'Set-BenchPort supported',
    ]);
    expect(tell('Set-BenchPort a -Cable Blue', 'windows-server-2016', both)).toEqual([
      'Set-BenchPort unsupported',
      '17 powershell/wrong-platform',
    ]);
    expect(tell('Get-BenchAny', 'windows-server-2016', both)).toEqual([
      'Get-BenchAny unsupported',
      '1 powershell/wrong-platform',
    ]);
  });

  it('make a command of the catalogue unsure that has a namesake among them', () => {
    const namesake = structuredClone(facts) as CommandFactsFile;
    namesake.modules[0]!.commands['Get-VM'] = { params: { Location: { t: 'String' } }, sets: [] };
    expect(tell('Get-VM -Location x', 'windows-server-2022', [namesake])).toEqual(['Get-VM unknown']);
    expect(tell('Get-VMSwitch -Location x', 'windows-server-2022', [namesake])).toEqual([
      'Get-VMSwitch unsupported',
      '14 powershell/unknown-parameter',
    ]);
  });

  it('are not taken in twice, nor over what the catalogue has', () => {
    const known = structuredClone(facts) as CommandFactsFile;
    known.modules[0]!.module = 'Hyper-V';
    expect(withCommandFacts(readCatalogue(), [facts, facts, known]).problems).toEqual([
      'Bench.Tools on windows-server-2022 is told of twice',
      'the catalogue has Hyper-V already',
    ]);
  });
});

describe('a file that holds no command facts', () => {
  /** The file with something else where `path` leads. */
  const changed = (path: readonly (string | number)[], value: unknown) => {
    const file = JSON.parse(text) as unknown;
    let at = file as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) at = at[step] as typeof at;
    at[path.at(-1)!] = value;
    return readCommandFacts(JSON.stringify(file));
  };

  it.each([
    ['no JSON', 'Get-VM', 'it is no JSON: '],
    ['something else', '[]', 'it holds no command facts: '],
    ['another version', text.replace('"commandFacts": 1', '"commandFacts": 2'), 'at commandFacts, '],
    [
      'another platform',
      text.replace('windows-server-2022', 'windows-11'),
      'at platform, is none of windows-server-2012, ',
    ],
  ])('says so: %s', (_what, source, start) => {
    const answer = readCommandFacts(source);
    expect('problem' in answer && answer.problem).toContain(start);
  });

  it('says where: a key that nobody knows, a name that breaks the form, flags that mean nothing', () => {
    const commands = ['modules', 0, 'commands'];
    const port = [...commands, 'Get-BenchPort'];
    const where = 'at modules > 0 > commands';
    expect(changed([...port, 'extra'], 1)).toMatchObject({
      problem: expect.stringContaining(`${where} > Get-BenchPort`),
    });
    expect(changed([...port, 'params', 'Name', 'a'], ['a;b'])).toMatchObject({
      problem: expect.stringContaining(`${where} > Get-BenchPort > params > Name > a > 0`),
    });
    expect(changed([...port, 'sets', 0, 'params'], ['Name ?'])).toMatchObject({
      problem: expect.stringContaining('is no parameter with its flags'),
    });
    expect(changed([...commands, 'Get Bench'], { params: {}, sets: [] })).toMatchObject({
      problem: expect.stringContaining(where),
    });
  });
});

// Brings facts about PowerShell commands into the project's own compact form.
//
//   node tools/run.mjs tools/build-powershell-catalogue.ts --facts DIR [--out DIR]
//
// DIR holds session.json and modules/*.json. The output is a function of the input alone: the same facts give the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CatalogueIndex } from '../src/lib/dialects/powershell/catalogue/catalogue-format.ts';
import type { FactsModule } from '../src/lib/dialects/powershell/catalogue/compact-facts.ts';
import { compactModule, indexLine, mergeVersion, readCommandFacts } from '../src/lib/engine.ts';

interface FactsSession {
  commonParameters: Record<string, { t: string; a: string[]; since: string; r?: [number, number] }>;
  riskParameters: Record<string, { t: string; a: string[] }>;
  transactionParameters: Record<string, { t: string; a: string[] }>;
  actionPreference: string[];
  aliases: Record<string, { to: string; since?: string }>;
  functions: string[];
  nativePrograms: string[];
}

const { values: options } = parseArgs({ options: { facts: { type: 'string' }, out: { type: 'string' } } });
if (!options.facts) {
  console.error('usage: build-powershell-catalogue.ts --facts DIR [--out DIR]');
  process.exit(2);
}
const factsFolder = resolve(options.facts);
const outFolder = resolve(
  options.out ?? join(import.meta.dirname, '../src/lib/dialects/powershell/catalogue'),
);
build();

function build(): void {
  const digest = createHash('sha256');
  const read = <T>(path: string): T => {
    const text = readFileSync(join(factsFolder, path), 'utf8');
    digest.update(path).update('\0').update(text).update('\0');
    return JSON.parse(text) as T;
  };
  const session = read<FactsSession>('session.json');
  const described = readdirSync(join(factsFolder, 'modules'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => read<FactsModule>(join('modules', file).replaceAll('\\', '/')));
  const modules = withPowerShell7(described, (text) => digest.update(text));
  // What was made, and nothing of the program that stands beside it.
  rmSync(join(outFolder, 'modules'), { recursive: true, force: true });
  mkdirSync(join(outFolder, 'modules'), { recursive: true });
  const made = createHash('sha256');
  for (const module of modules) {
    const text = oneLineEach(compactModule(module));
    made.update(module.module).update('\0').update(text).update('\0');
    writeFileSync(join(outFolder, 'modules', `${module.module}.json`), text);
  }
  const index: CatalogueIndex = {
    version: 1,
    notice: notice(),
    inputDigest: digest.digest('hex'),
    modulesDigest: made.digest('hex'),
    commonParameters: [
      ...Object.entries(session.commonParameters).map(
        ([name, { t, a, since, r }]) => `${since} ${name} ${t} =${a.join()}${r ? ` [${r.join('..')}]` : ''}`,
      ),
      // about_CommonParameters of PowerShell 7.4.
      '7.0 ProgressAction ActionPreference =proga',
    ],
    riskParameters: Object.entries({ ...session.riskParameters }).map(
      ([name, { t, a }]) => `1.0 ${name} ${t} =${a.join()}`,
    ),
    transactionParameters: Object.entries(session.transactionParameters).map(
      ([name, { t, a }]) => `1.0 ${name} ${t} =${a.join()}`,
    ),
    actionPreference: session.actionPreference,
    aliases: Object.fromEntries(
      Object.entries(session.aliases).map(([name, { to, since }]) => [name, since ? `${to} ${since}` : to]),
    ),
    moduleAliases: Object.fromEntries(
      modules.flatMap(({ aliases }) =>
        Object.entries(aliases ?? {}).map(([name, { to, os }]) => [name, `${to}:${os}`]),
      ),
    ),
    functions: session.functions,
    programs: session.nativePrograms,
    modules: Object.fromEntries(modules.map((module) => [module.module, indexLine(module)])),
  };
  writeFileSync(join(outFolder, 'index.json'), oneLineEach(index));
}

/**
 * The modules with what PowerShell 7 brings, which `tools/Export-CommandFacts.ps1` wrote down in it: 64 in the masks, alike where
 * Windows PowerShell 5.1 (32) has it so.
 */
function withPowerShell7(described: readonly FactsModule[], note: (text: string) => void): FactsModule[] {
  const text = readFileSync(join(import.meta.dirname, 'powershell-facts/powershell-7.json'), 'utf8');
  note(text);
  const file = readCommandFacts(text);
  if (!('value' in file)) throw new Error(`powershell-7.json: ${file.problem}`);
  const modules = new Map(described.map((module) => [module.module, module]));
  for (const exported of file.value.modules)
    modules.set(exported.module, mergeVersion(modules.get(exported.module), exported, 64, 32));
  return [...modules.values()].sort((a, b) => (a.module < b.module ? -1 : 1));
}

/** JSON with every entry of the outermost and the `commands` object on a line of its own. */
function oneLineEach(value: object): string {
  const lines = Object.entries(value).map(([key, entry]) => {
    if (key !== 'commands' && key !== 'modules') return `${JSON.stringify(key)}:${JSON.stringify(entry)}`;
    const inner = Object.entries(entry as object).map(
      ([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`,
    );
    return `${JSON.stringify(key)}:{\n${inner.join(',\n')}\n}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function notice(): string[] {
  return [
    'Names, parameter sets, types and accepted values of commands; no sentence of documentation is in these files.',
    'MicrosoftDocs/windows-powershell-docs f113d6bda7df and 93986fd2fff9: documentation CC BY 4.0, code MIT, (c) Microsoft Corporation.',
    'MicrosoftDocs/PowerShell-Docs 27138b21b41d and a7bae07a0593: documentation CC BY 4.0, code MIT, (c) Microsoft Corporation.',
    'PowerShell/PSScriptAnalyzer 4b0117ca7d28 (Engine/Settings): MIT, (c) Microsoft Corporation.',
    'PowerShell 7.6.9, asked on Linux by tools/Export-CommandFacts.ps1: MIT, (c) Microsoft Corporation.',
    'PowerShell/PowerShell 5386c71bb23a (alias table): MIT, (c) Microsoft Corporation.',
    'dsccommunity stub modules HyperVDsc 17e8eb7, FailoverClusterDsc 2123608, xFailOverCluster f4c289a, DnsServerDsc 0a1d688, DhcpServerDsc 048305b, ActiveDirectoryDsc 6f681814: MIT, (c) the DSC Community contributors.',
    'Changed: gathered per Windows Server version, compared with each other, and rewritten in a compact form.',
  ];
}

// Brings facts about PowerShell commands into the project's own compact form.
//
//   node tools/run.mjs tools/build-powershell-catalogue.ts --facts DIR [--out DIR]
//
// DIR holds session.json and modules/*.json. The output is a function of the input alone: the same facts give the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type {
  CatalogueIndex,
  CommandFacts,
  ModuleFacts,
} from '../src/lib/dialect/powershell/catalogue-format.ts';

interface FactsParameter {
  t?: string;
  a?: string[];
  v?: (string | number)[];
  vi?: number;
  r?: [number, number];
  os?: number;
}
interface FactsSet {
  name?: string;
  default?: 1;
  os?: number;
  params: string[];
}
interface FactsCommand {
  os?: number;
  live?: number;
  maybe?: number;
  doubt?: number;
  noCommon?: number;
  docsOnly?: Record<string, number>;
  params: Record<string, FactsParameter | FactsParameter[]>;
  sets: FactsSet[];
}
interface FactsModule {
  module: string;
  os: number;
  sources: Record<string, string[]>;
  aliases?: Record<string, { to: string; os: number }>;
  enums: Record<string, { v: (string | number)[]; os?: number; inferred?: number }[]>;
  commands: Record<string, FactsCommand>;
}
interface FactsSession {
  commonParameters: Record<string, { t: string; a: string[]; since: string; r?: [number, number] }>;
  riskParameters: Record<string, { t: string; a: string[] }>;
  transactionParameters: Record<string, { t: string; a: string[] }>;
  actionPreference: string[];
  aliases: Record<string, { to: string; since?: string }>;
  functions: string[];
  nativePrograms: string[];
}

const bits = [1, 2, 4, 8, 16, 32];
const setLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const { values: options } = parseArgs({ options: { facts: { type: 'string' }, out: { type: 'string' } } });
if (!options.facts) {
  console.error('usage: build-powershell-catalogue.ts --facts DIR [--out DIR]');
  process.exit(2);
}
const factsFolder = resolve(options.facts);
const outFolder = resolve(
  options.out ?? join(import.meta.dirname, '../src/lib/dialect/powershell/catalogue'),
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
  const modules = readdirSync(join(factsFolder, 'modules'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => read<FactsModule>(join('modules', file).replaceAll('\\', '/')));
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(join(outFolder, 'modules'), { recursive: true });
  for (const module of modules) {
    writeFileSync(join(outFolder, 'modules', `${module.module}.json`), oneLineEach(compactModule(module)));
  }
  const index: CatalogueIndex = {
    version: 1,
    notice: notice(),
    inputDigest: digest.digest('hex'),
    commonParameters: Object.entries(session.commonParameters).map(
      ([name, { t, a, since, r }]) => `${since} ${name} ${t} =${a.join()}${r ? ` [${r.join('..')}]` : ''}`,
    ),
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

/** `63 Add-X Get-Y:60 Get-Z:60?4`: the module's mask, then its commands with theirs where it differs, and where it is unproven. */
function indexLine({ os, commands }: FactsModule): string {
  const words = Object.entries(commands).map(([name, { os: mask = os, maybe }]) => {
    const own = mask === os ? '' : `:${mask}`;
    return `${name}${own}${maybe ? `?${maybe}` : ''}`;
  });
  return [os, ...words].join(' ');
}

function compactModule(facts: FactsModule): ModuleFacts {
  const written = Object.entries(facts.commands).map(
    ([name, command]) => [name, compactCommand(command, facts.os)] as const,
  );
  const uses = new Map<string, number>();
  for (const [, { specs }] of written) for (const spec of specs) uses.set(spec, (uses.get(spec) ?? 0) + 1);
  const shared = [...uses]
    .filter(([spec, count]) => count > 2 && spec.length > 4)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([spec]) => spec);
  const numberOf = new Map(shared.map((spec, index) => [spec, String(index)]));
  return {
    module: facts.module,
    os: facts.os,
    sources: facts.sources,
    enums: Object.fromEntries(
      Object.entries(facts.enums).map(([type, tables]) => [
        type,
        tables.map(
          ({ v, os, inferred }) => `${os ?? facts.os}${inferred ? `~${inferred}` : ''} ${values(v)}`,
        ),
      ]),
    ),
    shared,
    commands: Object.fromEntries(
      written.map(([name, { specs, ...rest }]) => [
        name,
        { ...rest, p: specs.map((spec) => numberOf.get(spec) ?? spec).join(';') },
      ]),
    ),
  };
}

interface MergedSet {
  name: string | undefined;
  letter: string;
  os: number;
  defaults: number;
}

function compactCommand(
  command: FactsCommand,
  moduleMask: number,
): Omit<CommandFacts, 'p'> & { specs: string[] } {
  const mask = command.os ?? moduleMask;
  const sets = new Map<string, MergedSet>();
  // parameter -> letter -> flags -> mask
  const membership = new Map<string, Map<string, Map<string, number>>>();
  for (const bit of bits.filter((one) => mask & one)) {
    const seen = new Map<string, number>();
    for (const set of command.sets.filter(({ os }) => (os ?? mask) & bit)) {
      const name = set.name ?? '';
      const ordinal = seen.get(name) ?? 0;
      seen.set(name, ordinal + 1);
      const key = `${name}|${ordinal}`;
      const merged = sets.get(key) ?? { name: set.name, letter: letter(sets.size), os: 0, defaults: 0 };
      sets.set(key, merged);
      merged.os |= bit;
      if (set.default) merged.defaults |= bit;
      for (const token of set.params) {
        const [parameter = '', flags = ''] = token.split(' ');
        const letters = membership.get(parameter) ?? new Map<string, Map<string, number>>();
        membership.set(parameter, letters);
        const masks = letters.get(merged.letter) ?? new Map<string, number>();
        letters.set(merged.letter, masks);
        masks.set(flags, (masks.get(flags) ?? 0) | bit);
      }
    }
  }
  const all = [...sets.values()];
  const specs: string[] = [];
  for (const [name, entries] of Object.entries(command.params)) {
    for (const entry of Array.isArray(entries) ? entries : [entries]) {
      const own = entry.os ?? mask;
      const parts = [name, entry.t ?? 'Object'];
      if (entry.a?.length) parts.push(`=${entry.a.join()}`);
      if (own !== mask) parts.push(`@${own}`);
      if (entry.v) parts.push(`{${values(entry.v)}}`);
      if (entry.vi) parts.push(`~${entry.vi}`);
      if (entry.r) parts.push(`[${entry.r.join('..')}]`);
      const docsOnly = (command.docsOnly?.[name] ?? 0) & own;
      if (docsOnly) parts.push(`?${docsOnly}`);
      const where = places(membership.get(name), own, all);
      if (where !== undefined) parts.push(where);
      specs.push(parts.join(' '));
    }
  }
  return {
    ...(mask === moduleMask ? {} : { os: mask }),
    ...(command.live ? { live: command.live } : {}),
    ...(command.maybe ? { maybe: command.maybe } : {}),
    ...(command.doubt ? { doubt: command.doubt } : {}),
    ...(command.noCommon ? { noCommon: command.noCommon } : {}),
    s: all
      .map(
        ({ name, os, defaults }) =>
          `${name ?? ''}${os === mask ? '' : `@${os}`}${defaults ? (defaults === os ? '*' : `*${defaults}`) : ''}`,
      )
      .join(';'),
    specs,
  };
}

/** `:ab/!0p,c/1@60`: in which sets with which flags on which versions; nothing where it is in all sets without a flag. */
function places(
  letters: Map<string, Map<string, number>> | undefined,
  own: number,
  sets: readonly MergedSet[],
): string | undefined {
  const groups = new Map<string, string>();
  const add = (flags: string, limit: number | undefined, set: string) => {
    const key = `/${flags}${limit === undefined ? '' : `@${limit}`}`;
    groups.set(key, (groups.get(key) ?? '') + set);
  };
  for (const set of sets) {
    for (const [flags, mask] of letters?.get(set.letter) ?? []) {
      const here = mask & own;
      if (here) add(flags, here === (own & set.os) ? undefined : here, set.letter);
    }
  }
  const everywhere = sets
    .filter(({ os }) => os & own)
    .map(({ letter: one }) => one)
    .join('');
  const written = [...groups].map(
    ([key, set]) => `${set === everywhere ? '' : set}${key.replace(/^\/(?=$)/, '')}`,
  );
  if (written.length === 1 && written[0] === '') return undefined;
  return `:${written.join()}`;
}

function letter(index: number): string {
  const found = setLetters[index];
  if (!found) throw new Error('A command has more parameter sets than there are letters for them.');
  return found;
}

function values(list: readonly (string | number)[]): string {
  return list.map((value) => String(value).replace(/[%\s,;{}|]/g, (one) => encodeURIComponent(one))).join();
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
    'PowerShell/PowerShell 5386c71bb23a (alias table): MIT, (c) Microsoft Corporation.',
    'dsccommunity stub modules HyperVDsc 17e8eb7, FailoverClusterDsc 2123608, xFailOverCluster f4c289a, DnsServerDsc 0a1d688, DhcpServerDsc 048305b, ActiveDirectoryDsc 6f681814: MIT, (c) the DSC Community contributors.',
    'Changed: gathered per Windows Server version, compared with each other, and rewritten in a compact form.',
  ];
}

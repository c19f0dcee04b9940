import { z } from 'zod';
import type { PowerShellPlatform } from '../platforms.ts';
import { windowsServers } from '../platforms.ts';
import type { CatalogueSource } from './catalogue.ts';
import { platformBit } from './versions.ts';
import type { FactsCommand, FactsModule } from './compact-facts.ts';
import { compactModule, indexLine } from './compact-facts.ts';

// What `tools/Export-CommandFacts.ps1` writes on a reader's own machine: the facts of further modules, for one version of Windows.

const word = z.string().regex(/^[^\s;:?|{}[\]@=~*,]+$/, 'is no plain name');
const set = z.strictObject({
  name: z.string().regex(/^[^;@*]*$/, 'holds ; @ or *'),
  default: z.literal(1).optional(),
  params: z.array(
    z.string().regex(/^[^\s;:?|{}[\]@=~*,/]+(?: !?\d*p?n?r?)?$/, 'is no parameter with its flags'),
  ),
});
const parameter = z.strictObject({
  t: z.string().regex(/^[^\s;]+$/, 'is no type'),
  a: z.array(word).optional(),
  v: z.array(z.string()).optional(),
  r: z.tuple([z.number(), z.number()]).optional(),
});
const command = z.strictObject({
  noCommon: z.literal(1).optional(),
  /** It adds parameters of its own when it runs. */
  dynamic: z.literal(1).optional(),
  params: z.record(word, parameter),
  // More than PowerShell itself allows.
  sets: z.array(set).max(32),
});
/** What facts can be exported on. */
const exporting: readonly PowerShellPlatform[] = [...windowsServers, 'powershell-7'];

const commandFacts = z.strictObject({
  commandFacts: z.literal(1, 'is not 1, the only version of this form'),
  platform: z.enum(exporting as readonly [PowerShellPlatform, ...PowerShellPlatform[]], {
    error: `is none of ${exporting.join(', ')}`,
  }),
  modules: z.array(
    z.strictObject({
      module: z.string().regex(/^[\w.-]+$/, 'is no name of a module'),
      version: z.string(),
      aliases: z.record(word, word),
      enums: z.record(word, z.array(z.string())),
      commands: z.record(word, command),
    }),
  ),
});

export type CommandFactsFile = z.infer<typeof commandFacts>;
export type ExportedModule = CommandFactsFile['modules'][number];

/** Reads such a file; `problem` says what is wrong with it, and where, as the end of a sentence. */
export function readCommandFacts(text: string): { value: CommandFactsFile } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `it is no JSON: ${(error as Error).message}` };
  }
  const read = commandFacts.safeParse(json);
  if (read.success) return { value: read.data };
  const [issue] = read.error.issues;
  const path = issue?.path.join(' > ');
  return {
    problem: `it holds no command facts: ${path === '' || path === undefined ? '' : `at ${path}, `}${issue?.message}`,
  };
}

/**
 * The catalogue's files with further modules. Each is known for sure on the version it was exported from; on a version that no
 * file tells of, its commands are there unproven, so that nothing is called wrong. So is a command of the catalogue that has its
 * namesake among them. `problems` tells what was not taken in.
 */
export function withCommandFacts(
  source: CatalogueSource,
  files: readonly CommandFactsFile[],
): { readonly value: CatalogueSource; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const known = new Set(Object.keys(source.index.modules).map((name) => name.toLowerCase()));
  const exported = new Map<string, Map<number, ExportedModule>>();
  for (const { platform, modules } of files) {
    for (const module of modules) {
      const key = module.module.toLowerCase();
      const versions = exported.get(key) ?? new Map<number, ExportedModule>();
      if (known.has(key)) problems.push(`the catalogue has ${module.module} already`);
      else if (versions.has(platformBit(platform)))
        problems.push(`${module.module} on ${platform} is told of twice`);
      else exported.set(key, versions.set(platformBit(platform), module));
    }
  }
  const added = new Map<string, FactsModule>();
  for (const versions of exported.values()) {
    const facts = merge(versions);
    const crowded = Object.entries(facts.commands).find(([, { sets }]) => namesOf(sets).size > mostSets);
    if (crowded) problems.push(`${crowded[0]} of ${facts.module} has more than ${mostSets} parameter sets`);
    else added.set(facts.module, facts);
  }
  const names = new Set(
    [...added.values()].flatMap(({ commands }) => Object.keys(commands).map((name) => name.toLowerCase())),
  );
  return {
    problems,
    value: {
      ...source,
      index: {
        ...source.index,
        modules: {
          ...Object.fromEntries(
            Object.entries(source.index.modules).map(([module, line]) => [module, doubtClashes(line, names)]),
          ),
          ...Object.fromEntries([...added].map(([name, facts]) => [name, indexLine(facts)])),
        },
        moduleAliases: {
          ...Object.fromEntries(
            [...added.values()].flatMap(({ aliases = {} }) =>
              Object.entries(aliases).map(([name, { to, os }]) => [name, `${to}:${os}`]),
            ),
          ),
          ...source.index.moduleAliases,
        },
      },
      module: (name) => {
        const facts = added.get(name);
        return facts ? compactModule(facts) : source.module(name);
      },
    },
  };
}

/** As many as the compact form has letters for. */
const mostSets = 52;

function namesOf(sets: FactsCommand['sets']): ReadonlySet<string> {
  return new Set(sets.map(({ name = '' }) => name));
}

/** Which of two commands of one name runs depends on what was imported last: the catalogue's own is no longer sure. */
function doubtClashes(line: string, names: ReadonlySet<string>): string {
  if (names.size === 0) return line;
  const [mask, ...words] = line.split(' ');
  const doubted = words.map((one) => {
    const [name = '', own] = one.split(/[?!]/)[0]!.split(':');
    return names.has(name.toLowerCase()) ? `${name}${own ? `:${own}` : ''}?${everywhere}` : one;
  });
  return [mask, ...doubted].join(' ');
}

const everywhere = windowsServers.reduce((mask, platform) => mask | platformBit(platform), 0);

/** One module from its exports, by the bit of the version each was made on. */
function merge(versions: ReadonlyMap<number, ExportedModule>): FactsModule {
  const proven = [...versions.keys()].reduce((mask, bit) => mask | bit, 0);
  const unproven = everywhere & ~proven;
  // The newest stands for the versions that nobody told of.
  const newestFirst = [...versions].toSorted(([a], [b]) => b - a);
  const commands = new Map<string, FactsCommand>();
  const enums: FactsModule['enums'] = {};
  const aliases: NonNullable<FactsModule['aliases']> = {};
  for (const [bit, exported] of newestFirst) {
    for (const [name, facts] of Object.entries(exported.commands)) {
      const merged = commands.get(name);
      const os = merged ? bit : bit | unproven;
      const next: FactsCommand = merged ?? { os: 0, maybe: unproven, params: {}, sets: [] };
      commands.set(name, addVersion(next, facts, bit, os));
    }
    for (const [type, names] of Object.entries(exported.enums))
      enums[type] = [...(enums[type] ?? []), { v: names, os: enums[type] ? bit : bit | unproven }];
    for (const [name, to] of Object.entries(exported.aliases))
      aliases[name] = { to, os: (aliases[name]?.os ?? unproven) | bit };
  }
  const [, newest] = newestFirst[0]!;
  return {
    module: newest.module,
    os: everywhere,
    sources: { exported: newestFirst.map(([, { version }]) => version) },
    aliases,
    enums,
    commands: Object.fromEntries(commands),
  };
}

function addVersion(
  before: FactsCommand,
  { params, sets, noCommon, dynamic }: ExportedModule['commands'][string],
  bit: number,
  os: number,
): FactsCommand {
  const all: FactsCommand['params'] = { ...before.params };
  for (const [name, entry] of Object.entries(params)) {
    const { t, a, v, r } = entry;
    const own = { t, os, ...(a ? { a } : {}), ...(v ? { v } : {}), ...(r ? { r } : {}) };
    all[name] = [...[all[name] ?? []].flat(), own];
  }
  return {
    ...before,
    os: (before.os ?? 0) | os,
    live: (before.live ?? 0) | bit,
    noCommon: (before.noCommon ?? 0) | (noCommon ? os : 0),
    doubt: (before.doubt ?? 0) | (dynamic ? os : 0),
    params: all,
    sets: [
      ...before.sets,
      ...sets.map(({ name, default: isDefault, params: tokens }) => ({
        name,
        os,
        params: tokens,
        ...(isDefault ? { default: 1 as const } : {}),
      })),
    ],
  };
}

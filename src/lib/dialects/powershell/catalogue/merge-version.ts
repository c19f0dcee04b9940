import type { ExportedModule } from './command-facts.ts';
import type { FactsCommand, FactsModule, FactsParameter, FactsSet } from './compact-facts.ts';

type ExportedCommand = ExportedModule['commands'][string];

/**
 * The facts of a module with those that were exported of it on one more version. What is alike on the version before it (`like`) is
 * shared with it.
 */
export function mergeVersion(
  facts: FactsModule | undefined,
  exported: ExportedModule,
  bit: number,
  like: number,
): FactsModule {
  const before = facts ?? { module: exported.module, os: 0, sources: {}, enums: {}, commands: {} };
  const commands: Record<string, FactsCommand> = {};
  // Each mask that was left out was the module's, which grows.
  for (const [name, command] of Object.entries(before.commands))
    commands[name] = withOwnMasks(command, command.os ?? before.os);
  const names = new Map(Object.keys(commands).map((name) => [name.toLowerCase(), name]));
  for (const [name, command] of Object.entries(exported.commands)) {
    const known = names.get(name.toLowerCase()) ?? name;
    commands[known] = addTo(commands[known] ?? { os: 0, params: {}, sets: [] }, command, bit, like);
  }
  const enums: FactsModule['enums'] = {};
  for (const [type, lists] of Object.entries(before.enums))
    enums[type] = lists.map((list) => ({ ...list, os: list.os ?? before.os }));
  for (const [type, v] of Object.entries(exported.enums)) enums[type] = [...(enums[type] ?? []), { v, os: bit }];
  return {
    ...before,
    os: before.os | bit,
    sources: { ...before.sources, [String(bit)]: [`exported-${exported.version}`] },
    aliases: {
      ...before.aliases,
      ...Object.fromEntries(
        Object.entries(exported.aliases).map(([name, to]) => [
          name,
          { to, os: (before.aliases?.[name]?.os ?? 0) | bit },
        ]),
      ),
    },
    enums,
    commands,
  };
}

function withOwnMasks(command: FactsCommand, os: number): FactsCommand {
  return {
    ...command,
    os,
    params: Object.fromEntries(
      Object.entries(command.params).map(([name, entries]) => [
        name,
        [entries].flat().map((entry) => ({ ...entry, os: entry.os ?? os })),
      ]),
    ),
    sets: command.sets.map((set) => ({ ...set, os: set.os ?? os })),
  };
}

function addTo(
  before: FactsCommand,
  { params, sets, noCommon }: ExportedCommand,
  bit: number,
  like: number,
): FactsCommand {
  const all: Record<string, FactsParameter[]> = {};
  for (const [name, entries] of Object.entries(before.params)) all[name] = [entries].flat();
  const names = new Map(Object.keys(all).map((name) => [name.toLowerCase(), name]));
  for (const [name, entry] of Object.entries(params)) {
    const known = names.get(name.toLowerCase()) ?? name;
    const entries = all[known] ?? [];
    const same = entries.find((one) => (one.os ?? 0) & like && isAlike(one, entry));
    all[known] = same
      ? entries.map((one) => (one === same ? { ...one, os: (one.os ?? 0) | bit } : one))
      : [...entries, ownEntry(entry, bit)];
  }
  return {
    ...before,
    os: (before.os ?? 0) | bit,
    live: (before.live ?? 0) | bit,
    noCommon: (before.noCommon ?? 0) | (noCommon ? bit : 0),
    params: all,
    sets: [
      ...before.sets,
      ...sets.map(
        ({ name, default: isDefault, params: tokens }): FactsSet => ({
          name,
          os: bit,
          params: tokens.map((token) => withKnownName(token, names)),
          ...(isDefault ? { default: 1 as const } : {}),
        }),
      ),
    ],
  };
}

function ownEntry(
  { t, a, v, r }: ExportedCommand['params'][string],
  os: number,
): FactsParameter {
  return { t, os, ...(a ? { a } : {}), ...(v ? { v } : {}), ...(r ? { r } : {}) };
}

/** A token of a set with its parameter's name as the facts have it, in their case. */
function withKnownName(token: string, names: ReadonlyMap<string, string>): string {
  const [name = '', ...flags] = token.split(' ');
  return [names.get(name.toLowerCase()) ?? name, ...flags].join(' ');
}

function isAlike(one: FactsParameter, other: ExportedCommand['params'][string]): boolean {
  return keyOf(one) === keyOf(ownEntry(other, 0));
}

function keyOf({ t, a = [], v = [], r }: FactsParameter): string {
  return JSON.stringify([t, a.toSorted(), v, r ?? []]);
}

import type { CommandFacts, ModuleFacts } from './catalogue-format.ts';

// Facts about a module as they are collected and exported, brought into the catalogue's own compact form. Versions are masks as
// in `catalogue-format.ts`; a mask left out is the parent's.

export interface FactsParameter {
  /** .NET type without namespace; `[]` at the end of an array, `SwitchParameter`, `CimInstance#Class`. */
  t?: string;
  /** Aliases. */
  a?: string[];
  /** The values it takes, where the enums of its module do not say so. */
  v?: (string | number)[];
  /** Versions whose `v` is taken over from another. */
  vi?: number;
  /** Lowest and highest value. */
  r?: [number, number];
  os?: number;
}

export interface FactsSet {
  name?: string;
  default?: 1;
  os?: number;
  /** `Name` or `Name flags`: `!` mandatory, a number its position, `p` from the pipeline, `n` by property name, `r` takes the rest. */
  params: string[];
}

export interface FactsCommand {
  os?: number;
  /** Versions that were asked themselves, where it is likely, where it is doubtful, and where it takes no common parameters. */
  live?: number;
  maybe?: number;
  doubt?: number;
  noCommon?: number;
  docsOnly?: Record<string, number>;
  params: Record<string, FactsParameter | FactsParameter[]>;
  sets: FactsSet[];
}

export interface FactsModule {
  module: string;
  os: number;
  /** Version -> what described it. */
  sources: Record<string, string[]>;
  aliases?: Record<string, { to: string; os: number }>;
  enums: Record<string, { v: (string | number)[]; os?: number; inferred?: number }[]>;
  commands: Record<string, FactsCommand>;
}

const bits = [1, 2, 4, 8, 16, 32, 64];
const setLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * `63 Add-X Get-Y:60?4!1`: the module's mask, then its commands with theirs where it differs, where it is unproven, and where a
 * running system was asked and does not have it.
 */
export function indexLine(facts: FactsModule): string {
  const { os, commands } = facts;
  const words = Object.entries(commands).map(([name, command]) => {
    const { os: mask = os, maybe } = command;
    const own = mask === os ? '' : `:${mask}`;
    const missing = around(missingFromDumps(facts, command) & ~mask, mask);
    return `${name}${own}${maybe ? `?${maybe}` : ''}${missing ? `!${missing}` : ''}`;
  });
  return [os, ...words].join(' ');
}

/** Missing before it came, it was missing all the time before; missing after it went, it did not come again. */
function around(missing: number, has: number): number {
  const first = has & -has;
  const last = has === 0 ? 0 : 2 ** (31 - Math.clz32(has));
  const reaches = (bit: number, at: number) =>
    bit === at || (bit < at && at < first) || (bit > at && at > last);
  // What a Windows Server has not says nothing of PowerShell 7.
  return bits
    .filter((bit) => bit < 64 && !(has & bit) && bits.some((at) => missing & at && reaches(bit, at)))
    .reduce((mask, bit) => mask | bit, 0);
}

const bitOf: Readonly<Record<string, number>> = {
  '2012': 1,
  '2012R2': 2,
  '2016': 4,
  '2019': 8,
  '2022': 16,
  '2025': 32,
};

/** Modules that PowerShell itself is made of. */
export const isShell = /^Microsoft\.PowerShell\.(?:Core|Diagnostics|Host|Management|Security|Utility)$/;

/**
 * Versions of which a dump of a running system has the module, and not the command. `pssa-…` lists all that a module has; some of
 * `stub-…` only cmdlets, so that one of these proves nothing but of what several have.
 */
function missingFromDumps({ module, sources, commands }: FactsModule, { live = 0 }: FactsCommand): number {
  // A dump that no command of the module is known from was not used.
  const used = Object.values(commands).reduce((mask, one) => mask | (one.live ?? 0), 0);
  const of = (kind: RegExp) =>
    Object.entries(sources).reduce(
      (mask, [version, list]) => (list.some((one) => kind.test(one)) ? mask | (bitOf[version] ?? 0) : mask),
      0,
    ) & used;
  const stubs = of(/^stub-/);
  const seen = live & stubs;
  // What a reader exported is of the machines that were asked.
  if (sources.exported) return used;
  // Windows PowerShell itself is the same on all versions that come with 5.1.
  const shell = isShell.test(module) && of(/^pssa-/) & 4 ? 56 : 0;
  return shell | of(/^pssa-/) | ((seen & (seen - 1)) !== 0 ? stubs : 0);
}

/** A module in the form of `catalogue/modules`. */
export function compactModule(facts: FactsModule): ModuleFacts {
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
      const docsOnly = command.docsOnly?.[name];
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

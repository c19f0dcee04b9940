import type { PlatformId } from '../../../platforms/platform.ts';
import { platforms } from '../../../platforms/platform.ts';
import { dynamicCommands } from './overrides/dynamic-commands.ts';
import { movingModules } from './overrides/moving-modules.ts';
import { restParameters } from './overrides/rest-parameters.ts';
import type { CatalogueIndex, CommandFacts, ModuleFacts } from './catalogue-format.ts';

/** The catalogue's files, handed in by whoever can read them: `catalogue/index.json` and `catalogue/modules/<name>.json`. */
export interface CatalogueSource {
  readonly index: CatalogueIndex;
  /** Asked at most once a module, and only for modules whose commands are used. */
  module(name: string): ModuleFacts;
}

/** What is known of commands, by version of Windows Server. Names are found without regard to case. */
export interface Catalogue {
  /** Where a command exists, over all versions; empty where it is not known. */
  find(name: string): readonly CommandPlace[];
  /** The command as it is on a platform; undefined where it is not there. `module` narrows it to one module. */
  command(name: string, platform: PlatformId, module?: string): CommandHere | undefined;
  /** The command an alias of a fresh session stands for. */
  alias(name: string, platform: PlatformId): string | undefined;
  isFunction(name: string): boolean;
  isProgram(name: string): boolean;
  hasModule(name: string): boolean;
  /** Every command's name, for did-you-mean. */
  readonly names: readonly string[];
}

export interface CommandPlace {
  readonly name: string;
  readonly module: string;
  readonly mask: number;
  /** Versions of these where it is unproven. */
  readonly maybe: number;
}

export interface CommandHere {
  readonly name: string;
  readonly module: string;
  /** By lower-case name; those of this platform, common ones included. */
  readonly parameters: ReadonlyMap<string, ParameterHere>;
  /** Lower-case name or alias -> parameter. */
  readonly byName: ReadonlyMap<string, ParameterHere>;
  readonly sets: readonly { readonly name: string; readonly isDefault: boolean }[];
  /** Only likely to be there, or there by the documentation alone against a running system. */
  readonly unproven: boolean;
  /** False where the facts do not settle which parameters there are. */
  readonly complete: boolean;
  /** Whether the facts come from a running system of this version, and not from documentation alone. */
  readonly live: boolean;
  /** Versions that have a parameter, by lower-case name or alias; for those that are missing here. */
  parameterVersions(name: string): number;
}

export interface ParameterHere {
  readonly name: string;
  /** As .NET names it, without namespace; `[]` at the end of an array. */
  readonly type: string;
  readonly aliases: readonly string[];
  /** The only values it takes. `set`: whole names; `enum`: also a clear beginning, or a number. */
  readonly values:
    | { readonly kind: 'set' | 'enum'; readonly names: readonly string[]; readonly certain: boolean }
    | undefined;
  readonly range: readonly [number, number] | undefined;
  /** Every command has it. */
  readonly common: boolean;
  /** By index of a set: its flags. */
  readonly places: ReadonlyMap<number, SetPlace>;
}

export interface SetPlace {
  readonly mandatory: boolean;
  readonly position: number | undefined;
  readonly fromPipeline: boolean;
  readonly byPropertyName: boolean;
  readonly remaining: boolean;
}

/** The bit of a Windows Server in the catalogue's masks; PowerShell 7 has none, for the facts are silent about it. */
const bits: Partial<Record<PlatformId, number>> = {
  'windows-server-2012': 1,
  'windows-server-2012-r2': 2,
  'windows-server-2016': 4,
  'windows-server-2019': 8,
  'windows-server-2022': 16,
  'windows-server-2025': 32,
};

export function platformBit(platform: PlatformId): number {
  return bits[platform] ?? 0;
}

/** `Windows Server 2016, 2019 and 2022`, for a message. */
export function versionsOf(mask: number): string {
  const titles = Object.entries(bits).flatMap(([platform, bit]) =>
    mask & bit ? [platforms[platform as PlatformId].title.replace('Windows Server ', '')] : [],
  );
  const last = titles.pop();
  if (last === undefined) return 'no Windows Server';
  const ordered =
    mask > 0 && titles.length > 1 && isRun(mask)
      ? [`${titles[0]!} to ${last}`]
      : [...(titles.length > 0 ? [titles.join(', ')] : []), last];
  return `Windows Server ${ordered.join(' and ')}`;
}

function isRun(mask: number): boolean {
  const shifted = mask / (mask & -mask);
  return (shifted & (shifted + 1)) === 0;
}

/** PowerShell's version on a platform: 3, 4, 5 (for 5.1) or 7. */
export function powershellVersion(platform: PlatformId): number {
  return Number(/PowerShell (\d+)/.exec(platforms[platform].shell)?.[1] ?? 5);
}

/** The catalogue over its files. Modules are read when a command of theirs is first asked for. */
export function createCatalogue({ index, module: readModule }: CatalogueSource): Catalogue {
  const places = new Map<string, CommandPlace[]>();
  const names: string[] = [];
  const moduleNames = new Map<string, string>();
  for (const [module, line] of Object.entries(index.modules)) {
    moduleNames.set(module.toLowerCase(), module);
    const [mask, ...words] = line.split(' ');
    for (const word of words) {
      const [, name = '', own, maybe] = /^([^:?]+)(?::(\d+))?(?:\?(\d+))?$/.exec(word) ?? [];
      const place = { name, module, mask: Number(own ?? mask), maybe: Number(maybe ?? 0) };
      const known = places.get(name.toLowerCase());
      if (known) known.push(place);
      else {
        places.set(name.toLowerCase(), [place]);
        names.push(name);
      }
    }
  }
  const aliases = new Map(
    Object.entries(index.aliases).map(([name, target]) => [name.toLowerCase(), target]),
  );
  const moduleAliases = new Map(
    Object.entries(index.moduleAliases).map(([name, target]) => [name.toLowerCase(), target]),
  );
  const functions = new Set(index.functions.map((name) => name.toLowerCase()));
  const programs = new Set(index.programs.map((name) => name.toLowerCase()));
  const modules = new Map<string, OpenModule>();
  const commands = new Map<CommandPlace, Map<PlatformId, CommandHere>>();

  const openModule = (name: string): OpenModule => {
    const known = modules.get(name);
    if (known) return known;
    const facts = readModule(name);
    const opened = {
      facts,
      byName: new Map(Object.entries(facts.commands).map(([one, command]) => [one.toLowerCase(), command])),
    };
    modules.set(name, opened);
    return opened;
  };
  const find = (name: string): readonly CommandPlace[] => places.get(name.toLowerCase()) ?? [];

  return {
    names,
    find,
    alias(name, platform) {
      const target = aliases.get(name.toLowerCase());
      if (target !== undefined) {
        const [command = '', since = '1.0'] = target.split(' ');
        return Number.parseFloat(since) <= powershellVersion(platform) ? command : undefined;
      }
      const [command, mask] = moduleAliases.get(name.toLowerCase())?.split(':') ?? [];
      return command !== undefined && Number(mask) & platformBit(platform) ? command : undefined;
    },
    isFunction: (name) => functions.has(name.toLowerCase()),
    isProgram: (name) =>
      programs.has(name.toLowerCase().replace(/\.exe$/, '')) || programs.has(name.toLowerCase()),
    hasModule: (name) => moduleNames.has(name.toLowerCase()),
    command(name, platform, module) {
      const bit = platformBit(platform);
      const place = find(name).find(
        (one) =>
          one.mask & bit && (module === undefined || one.module.toLowerCase() === module.toLowerCase()),
      );
      if (!place) return undefined;
      const versions = commands.get(place) ?? new Map<PlatformId, CommandHere>();
      commands.set(place, versions);
      const known = versions.get(platform);
      if (known) return known;
      const opened = openModule(place.module);
      const facts = opened.byName.get(place.name.toLowerCase());
      if (!facts) return undefined;
      const made = commandHere(place, opened.facts, facts, platform, index);
      versions.set(platform, made);
      return made;
    },
  };
}

/**
 * Whether a command is a script function, as those are that modules make from CIM classes: they alone all take -CimSession,
 * -ThrottleLimit and -AsJob. Of other commands it is not known.
 */
export function isFunction({ parameters }: CommandHere): boolean {
  return ['cimsession', 'throttlelimit', 'asjob'].every((name) => parameters.has(name));
}

interface OpenModule {
  readonly facts: ModuleFacts;
  readonly byName: ReadonlyMap<string, CommandFacts>;
}

function commandHere(
  place: CommandPlace,
  module: ModuleFacts,
  facts: CommandFacts,
  platform: PlatformId,
  index: CatalogueIndex,
): CommandHere {
  const bit = platformBit(platform);
  const specs =
    facts.p === ''
      ? []
      : facts.p.split(';').map((spec) => (/^\d+$/.test(spec) ? module.shared[Number(spec)]! : spec));
  const sets = facts.s.split(';').map((written) => readSet(written, place.mask));
  const parsed = specs.map((spec) => readSpec(spec, place.mask));
  const parameters = new Map<string, ParameterHere>();
  const byName = new Map<string, ParameterHere>();
  const add = (parameter: ParameterHere) => {
    parameters.set(parameter.name.toLowerCase(), parameter);
    byName.set(parameter.name.toLowerCase(), parameter);
  };
  const rest = restParameters.get(place.name.toLowerCase());
  for (const spec of parsed) {
    if (!(spec.mask & bit)) continue;
    const parameter = parameterHere(spec, sets, bit, module, index);
    add(spec.name === rest ? takingRest(parameter) : parameter);
  }
  // A dump of a running system may lack what a later update brought; the documentation then still has it.
  if (!((facts.noCommon ?? 0) & bit)) {
    const version = powershellVersion(platform);
    for (const written of index.commonParameters) {
      const [since = '', ...rest] = written.split(' ');
      const spec = readSpec(rest.join(' '), place.mask);
      if (Number.parseFloat(since) <= version && !parameters.has(spec.name.toLowerCase())) {
        add({ ...parameterHere(spec, sets, bit, module, index), common: true });
      }
    }
  }
  for (const written of index.riskParameters) {
    const spec = readSpec(written.split(' ').slice(1).join(' '), place.mask);
    const own = parameters.get(spec.name.toLowerCase());
    if (own) add({ ...own, aliases: spec.aliases, common: true });
  }
  for (const parameter of parameters.values()) {
    for (const alias of parameter.aliases)
      if (!byName.has(alias.toLowerCase())) byName.set(alias.toLowerCase(), parameter);
  }
  const unsure = (facts.doubt ?? 0) | (facts.maybe ?? 0) | place.maybe;
  return {
    name: place.name,
    module: place.module,
    parameters,
    byName,
    sets: sets
      .filter(({ mask }) => mask & bit)
      .map(({ name, defaults }) => ({ name, isDefault: (defaults & bit) !== 0 })),
    complete:
      !(unsure & bit) && !movingModules.has(place.module) && !dynamicCommands.has(place.name.toLowerCase()),
    unproven: (unsure & bit) !== 0,
    live: ((facts.live ?? 0) & bit) !== 0,
    parameterVersions: (name) =>
      parsed
        .filter((spec) =>
          [spec.name, ...spec.aliases].some((one) => one.toLowerCase() === name.toLowerCase()),
        )
        .reduce((mask, spec) => mask | spec.mask, 0),
  };
}

interface SetSpec {
  readonly name: string;
  readonly mask: number;
  readonly defaults: number;
}

function readSet(written: string, mask: number): SetSpec {
  const [, name = '', own, star, defaults] = /^(.*?)(?:@(\d+))?(?:(\*)(\d+)?)?$/.exec(written) ?? [];
  const here = Number(own ?? mask);
  return { name, mask: here, defaults: star ? Number(defaults ?? here) : 0 };
}

interface ParameterSpec {
  readonly name: string;
  readonly type: string;
  readonly mask: number;
  readonly aliases: readonly string[];
  readonly values: readonly string[] | undefined;
  readonly borrowed: number;
  readonly range: readonly [number, number] | undefined;
  readonly places: string | undefined;
}

function readSpec(written: string, mask: number): ParameterSpec {
  const [name = '', type = 'Object', ...rest] = written.split(' ');
  const part = (sign: string) => rest.find((one) => one.startsWith(sign))?.slice(1);
  const [low, high] = part('[')?.slice(0, -1).split('..').map(Number) ?? [];
  return {
    name,
    type,
    mask: Number(part('@') ?? mask),
    aliases: part('=')?.split(',') ?? [],
    values: part('{')?.slice(0, -1).split(',').map(decodeURIComponent),
    borrowed: Number(part('~') ?? 0),
    range: low === undefined || high === undefined ? undefined : [low, high],
    places: part(':'),
  };
}

const plainTypes =
  /^(?:String|Object|PSObject|Char|S?Byte|U?Int(?:16|32|64)|Single|Double|Decimal)(?:\[\])*$/;

function parameterHere(
  spec: ParameterSpec,
  sets: readonly SetSpec[],
  bit: number,
  module: ModuleFacts,
  index: CatalogueIndex,
): ParameterHere {
  const elementType = spec.type.replace(/(?:\[\])+$/, '');
  let values: ParameterHere['values'];
  if (spec.values?.some((name) => /[\s|:]/.test(name))) {
    // Prose, or paths that lost their backslashes on the way into the documentation: no list to hold a value against.
    values = undefined;
  } else if (spec.values) {
    values = {
      kind: plainTypes.test(spec.type) ? 'set' : 'enum',
      names: spec.values,
      certain: !(spec.borrowed & bit),
    };
  } else if (elementType === 'ActionPreference') {
    values = { kind: 'enum', names: index.actionPreference, certain: true };
  } else {
    for (const table of module.enums[elementType] ?? []) {
      const [, mask, inferred, names] = /^(\d+)(?:~(\d+))? (.*)$/.exec(table) ?? [];
      if (!(Number(mask) & bit)) continue;
      values = {
        kind: 'enum',
        names: names!.split(',').map(decodeURIComponent),
        certain: !(Number(inferred ?? 0) & bit),
      };
    }
  }
  return {
    name: spec.name,
    type: spec.type,
    aliases: spec.aliases,
    values,
    range: spec.range,
    common: false,
    places: readPlaces(spec.places, sets, bit),
  };
}

function takingRest(parameter: ParameterHere): ParameterHere {
  const places = [...parameter.places].map(([set, place]) => [set, { ...place, remaining: true }] as const);
  return { ...parameter, places: new Map(places) };
}

const nowhere: SetPlace = {
  mandatory: false,
  position: undefined,
  fromPipeline: false,
  byPropertyName: false,
  remaining: false,
};

/** By index among the sets of this version. */
function readPlaces(
  written: string | undefined,
  sets: readonly SetSpec[],
  bit: number,
): ReadonlyMap<number, SetPlace> {
  const here = sets.flatMap((set, letter) => (set.mask & bit ? [letter] : []));
  const places = new Map<number, SetPlace>();
  for (const entry of written === undefined ? [''] : written.split(',')) {
    const [, letters = '', flags = '', mask] = /^([a-zA-Z]*)(?:\/([^@]*))?(?:@(\d+))?$/.exec(entry) ?? [];
    if (mask !== undefined && !(Number(mask) & bit)) continue;
    const place = flags === '' ? nowhere : readFlags(flags);
    here.forEach((letter, position) => {
      if (letters === '' || letters.includes(setLetters[letter]!)) places.set(position, place);
    });
  }
  return places;
}

const setLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function readFlags(flags: string): SetPlace {
  const position = /\d+/.exec(flags)?.[0];
  return {
    mandatory: flags.includes('!'),
    position: position === undefined ? undefined : Number(position),
    fromPipeline: flags.includes('p'),
    byPropertyName: flags.includes('n'),
    remaining: flags.includes('r'),
  };
}

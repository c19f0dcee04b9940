import type { PowerShellPlatform } from '../platforms.ts';
import type { CatalogueIndex, CommandFacts, ModuleFacts } from './catalogue-format.ts';
import type { CommandHere, CommandPlace } from './command-here.ts';
import { commandHere } from './command-here.ts';
import { platformBit, powershellVersion } from './versions.ts';

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
  command(name: string, platform: PowerShellPlatform, module?: string): CommandHere | undefined;
  /** The command an alias of a fresh session stands for. */
  alias(name: string, platform: PowerShellPlatform): string | undefined;
  isFunction(name: string): boolean;
  isProgram(name: string): boolean;
  hasModule(name: string): boolean;
  /** Every command's name, for did-you-mean. */
  readonly names: readonly string[];
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
  const commands = new Map<CommandPlace, Map<PowerShellPlatform, CommandHere>>();

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
      const versions = commands.get(place) ?? new Map<PowerShellPlatform, CommandHere>();
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

interface OpenModule {
  readonly facts: ModuleFacts;
  readonly byName: ReadonlyMap<string, CommandFacts>;
}

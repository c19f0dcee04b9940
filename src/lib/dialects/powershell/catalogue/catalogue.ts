import type { PowerShellPlatform } from '../platforms.ts';
import type { CatalogueIndex, CommandFacts, ModuleFacts } from './catalogue-format.ts';
import type { CommandHere, CommandPlace } from './command-here.ts';
import { commandHere } from './command-here.ts';
import { datePlaces, onClusters } from './dated-places.ts';
import { datedCommands } from './overrides/dated-commands.ts';
import type { GalleryCommand, GalleryNames } from './gallery.ts';
import { openGallery } from './gallery.ts';
import { goneAliases } from './overrides/gone-aliases.ts';
import { morePrograms } from './overrides/more-programs.ts';
import { platformBit, powershellVersion } from './versions.ts';

/** The catalogue's files, handed in by whoever can read them: `catalogue/index.json` and `catalogue/modules/<name>.json`. */
export interface CatalogueSource {
  readonly index: CatalogueIndex;
  /** Asked at most once a module, and only for modules whose commands are used. */
  module(name: string): ModuleFacts;
  /** Modules of the PowerShell Gallery; asked at most once, for a name that the catalogue does not have. */
  gallery?(): GalleryNames;
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
  /** Modules of the gallery included. */
  hasModule(name: string): boolean;
  /** A command of a module of the gallery: known by its name alone. */
  gallery(name: string): GalleryCommand | undefined;
  /** Every command's name, for did-you-mean. */
  readonly names: readonly string[];
}

/** The catalogue over its files. Modules are read when a command of theirs is first asked for. */
export function createCatalogue({ index, module: readModule, gallery: readGallery }: CatalogueSource): Catalogue {
  const places = new Map<string, CommandPlace[]>();
  const names: string[] = [];
  const moduleNames = new Map<string, string>();
  const written: CommandPlace[] = [];
  for (const [module, line] of Object.entries(index.modules)) {
    moduleNames.set(module.toLowerCase(), module);
    for (const place of placesOf(module, line)) written.push(place);
  }
  for (const place of datePlaces(written, datedCommands).map(onClusters)) {
    const { name } = place;
    const known = places.get(name.toLowerCase());
    if (known) known.push(place);
    else {
      places.set(name.toLowerCase(), [place]);
      names.push(name);
    }
  }
  const aliases = new Map(
    Object.entries(index.aliases).map(([name, target]) => [name.toLowerCase(), target]),
  );
  const moduleAliases = new Map(
    Object.entries(index.moduleAliases).map(([name, target]) => [name.toLowerCase(), target]),
  );
  const functions = new Set(index.functions.map((name) => name.toLowerCase()));
  const programs = new Set([...index.programs, ...morePrograms].map((name) => name.toLowerCase()));
  const gallery = openGallery(readGallery);
  const modules = new Map<string, OpenModule>();
  const commands = new Map<CommandPlace, Map<PowerShellPlatform, CommandHere>>();

  const openModule = (name: string): OpenModule | undefined => {
    const known = modules.get(name);
    if (known || !moduleNames.has(name.toLowerCase())) return known;
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
        if (platform === 'powershell-7' && goneAliases.has(name.toLowerCase())) return undefined;
        return Number.parseFloat(since) <= powershellVersion(platform) ? command : undefined;
      }
      const [command, mask] = moduleAliases.get(name.toLowerCase())?.split(':') ?? [];
      if (command === undefined) return undefined;
      // A page that names an alias on one version and not on another does not say that it is gone.
      const bit = platformBit(platform);
      return Number(mask) & bit || find(command).some((place) => place.mask & bit) ? command : undefined;
    },
    isFunction: (name) => functions.has(name.toLowerCase()),
    isProgram: (name) =>
      // `services.msc` and `ncpa.cpl` open what Windows has for such files.
      /^[\w.-]+\.(?:msc|cpl)$/i.test(name) ||
      programs.has(name.toLowerCase().replace(/\.(?:exe|com)$/, '')) ||
      programs.has(name.toLowerCase()),
    hasModule: (name) => moduleNames.has(name.toLowerCase()) || gallery.hasModule(name),
    gallery: (name) => gallery.command(name),
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
      const facts = opened?.byName.get(place.name.toLowerCase());
      const made = commandHere(place, opened?.facts, facts, platform, index);
      versions.set(platform, made);
      return made;
    },
  };
}

/** The places of one line of the index. */
function placesOf(module: string, line: string): readonly CommandPlace[] {
  const [moduleMask, ...words] = line.split(' ');
  return words.map((word) => {
    const [, name = '', own, maybe, missing] = /^([^:?!]+)(?::(\d+))?(?:\?(\d+))?(?:!(\d+))?$/.exec(word) ?? [];
    const mask = Number(own ?? moduleMask);
    return {
      name,
      module,
      mask,
      documented: mask,
      maybe: Number(maybe ?? 0),
      missing: Number(missing ?? 0),
    };
  });
}

interface OpenModule {
  readonly facts: ModuleFacts;
  readonly byName: ReadonlyMap<string, CommandFacts>;
}

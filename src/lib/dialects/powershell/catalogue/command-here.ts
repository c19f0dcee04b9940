import type { PowerShellPlatform } from '../platforms.ts';
import { windowsServers } from '../platforms.ts';
import type { CatalogueIndex, CommandFacts, ModuleFacts } from './catalogue-format.ts';
import { withDefault } from './default-set.ts';
import { isDatedLater, isDatedSince, isDoubted, isMissingByDumps, isReportedAbsent, liveOf, versionsWith } from './parameter-evidence.ts';
import { dynamicCommands } from './overrides/dynamic-commands.ts';
import { movingModules } from './overrides/moving-modules.ts';
import { outdatedPages } from './overrides/undocumented-parameters.ts';
import { restParameters } from './overrides/rest-parameters.ts';
import { settled, undocumentedOf, withDocumentedValues } from './undocumented.ts';
import type { ParameterSpec, SetSpec } from './parameter-spec.ts';
import { readPlaces, readSet, readSpec } from './parameter-spec.ts';
import type { ParameterHere } from './parameter-here.ts';
import { platformBit, powershellVersion } from './versions.ts';

/** Where a command exists. */
export interface CommandPlace {
  readonly name: string;
  readonly module: string;
  /** Versions that have it. */
  readonly mask: number;
  /** Versions of these that the facts describe; on the others it is as on the nearest of these. */
  readonly documented: number;
  /** Versions of `mask` where it is unproven. */
  readonly maybe: number;
  /** Versions that a source shows to lack it; of those that are in neither mask, nothing is known. */
  readonly missing: number;
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
  /** Whether anything is known of its parameters. */
  readonly hasFacts: boolean;
  /** Its pages have stood still while it went on: what they do not have may be there. */
  readonly outdated: boolean;
  /** Versions that have a parameter, by lower-case name or alias; for those that are missing here. */
  parameterVersions(name: string): number;
  /** Whether a source shows that a parameter of other versions is missing here, and not only its documentation. */
  surelyLacks(name: string): boolean;
  /** Whether its page for this version has a parameter that a running system did not have: an update may have brought it. */
  isDoubted(name: string): boolean;
  /** Whether somebody asked a system of this version for a parameter, and was refused it. */
  isReportedAbsent(name: string): boolean;
}

/**
 * Whether a command is a script function, as those are that modules make from CIM classes: they alone all take -CimSession,
 * -ThrottleLimit and -AsJob. Of other commands it is not known.
 */
export function isFunction({ parameters }: CommandHere): boolean {
  return ['cimsession', 'throttlelimit', 'asjob'].every((name) => parameters.has(name));
}

/** A command as its facts have it on a platform; without facts it is known, and nothing of its parameters. */
export function commandHere(
  place: CommandPlace,
  module: ModuleFacts | undefined,
  facts: CommandFacts | undefined,
  platform: PowerShellPlatform,
  index: CatalogueIndex,
): CommandHere {
  const own = platformBit(platform);
  if (!module || !facts) return unknownForm(place, own);
  const bit = nearest(place.documented & (everyVersion | own), own);
  // No page is of Azure's clusters: what is known of them is what the server has that they are made from.
  const isCluster = own === platformBit('azure-local');
  const specs =
    facts.p === ''
      ? []
      : facts.p.split(';').map((spec) => (/^\d+$/.test(spec) ? module.shared[Number(spec)]! : spec));
  const sets = facts.s.split(';').map((written) => readSet(written, place.documented));
  const parsed = specs.map((spec) => readSpec(spec, place.documented));
  const parameters = new Map<string, ParameterHere>();
  const byName = new Map<string, ParameterHere>();
  const add = (parameter: ParameterHere) => {
    parameters.set(parameter.name.toLowerCase(), parameter);
    byName.set(parameter.name.toLowerCase(), parameter);
  };
  const rest = restParameters.get(place.name.toLowerCase());
  for (const spec of parsed) {
    if (!(spec.mask & bit) && (parameters.has(spec.name.toLowerCase()) || !isDatedSince(place.name, spec.name, own)))
      continue;
    const written = settled(place.name, parameterHere(spec, sets, bit, module, index));
    const parameter = withDocumentedValues(place.name, place.module, own, written);
    add(spec.name === rest ? withRest(parameter) : parameter);
  }
  const setCount = sets.filter(({ mask }) => mask & bit).length;
  for (const parameter of undocumentedOf(place.name, own, parameters, setCount)) add(parameter);
  // A dump of a running system may lack what a later update brought; the documentation then still has it.
  if (!((facts.noCommon ?? 0) & bit)) {
    const version = powershellVersion(platform);
    for (const written of index.commonParameters) {
      const [since = '', ...rest] = written.split(' ');
      const spec = readSpec(rest.join(' '), everyVersion);
      if (Number.parseFloat(since) <= version && !parameters.has(spec.name.toLowerCase())) {
        add({ ...parameterHere(spec, sets, bit, module, index), common: true });
      }
    }
  }
  for (const written of index.riskParameters) {
    const spec = readSpec(written.split(' ').slice(1).join(' '), everyVersion);
    const own = parameters.get(spec.name.toLowerCase());
    if (own) add({ ...own, aliases: spec.aliases, common: true });
  }
  for (const parameter of parameters.values()) {
    for (const alias of parameter.aliases)
      if (!byName.has(alias.toLowerCase())) byName.set(alias.toLowerCase(), parameter);
  }
  // What was likely by the facts alone, the place knows: a source may have settled it since.
  const unsure = (facts.doubt ?? 0) | place.maybe;
  return {
    name: place.name,
    module: place.module,
    parameters,
    byName,
    sets: withDefault(
      sets
        .filter(({ mask }) => mask & bit)
        .map(({ name, defaults }) => ({ name, isDefault: (defaults & bit) !== 0 })),
      [...parameters.values()],
    ),
    complete:
      (bit === own || isCluster) &&
      !(unsure & own) &&
      !movingModules.has(place.module) &&
      !dynamicCommands.has(place.name.toLowerCase()),
    outdated:
      isCluster ||
      // What was asked ran on Linux, where a few parameters of Windows are not.
      own === platformBit('powershell-7') ||
      outdatedPages.some(({ module: one, since }) => one === place.module && platformBit(since) <= own),
    hasFacts: true,
    unproven: (unsure & own) !== 0,
    parameterVersions: (name) => versionsWith(parsed, name),
    isDoubted: (name) => isDoubted(parsed, name, own),
    surelyLacks: (name) =>
      !isDoubted(parsed, name, own) &&
      (isMissingByDumps(versionsWith(parsed, name), liveOf(place.module, facts.live ?? 0), own) ||
        isDatedLater(place.name, parsed, name, own)),
    isReportedAbsent: (name) => isReportedAbsent(place.name, name, own),
  };
}

const everyVersion = windowsServers.reduce((mask, platform) => mask | platformBit(platform), 0);

/** The described version that is most like another: the next one, else the last one before it. */
function nearest(documented: number, bit: number): number {
  if (documented & bit) return bit;
  const later = documented & ~(2 * bit - 1);
  if (later !== 0) return later & -later;
  return documented === 0 ? bit : 2 ** (31 - Math.clz32(documented));
}

function unknownForm({ name, module, maybe }: CommandPlace, bit: number): CommandHere {
  return {
    name,
    module,
    parameters: new Map(),
    byName: new Map(),
    sets: [],
    complete: false,
    outdated: false,
    hasFacts: false,
    unproven: (maybe & bit) !== 0,
    parameterVersions: () => 0,
    surelyLacks: () => false,
    isDoubted: () => false,
    isReportedAbsent: () => false,
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
  const elementType = spec.type.replace(/(?<!\[\])(?:\[\])+$/, '');
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

/** The parameter as one that takes all values that are left. */
function withRest(parameter: ParameterHere): ParameterHere {
  const places = [...parameter.places].map(([set, place]) => [set, { ...place, remaining: true }] as const);
  return { ...parameter, places: new Map(places) };
}

import type { CatalogueSource } from '../../src/lib/dialect/powershell/catalogue.ts';
import type { CommandHere, ParameterHere, SetPlace } from '../../src/lib/dialect/powershell/catalogue.ts';
import { createCatalogue, platformBit } from '../../src/lib/dialect/powershell/catalogue.ts';
import type { PlatformId } from '../../src/lib/dialect/platform.ts';
import { ranges } from '../../src/lib/dialect/powershell/supplement.ts';

/** What the engine loads to stand for a Windows Server. */
export interface StandIns {
  /** Modules of functions with the parameters of the real commands; run as it is. */
  readonly script: string;
  /** Name to target. */
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * Stand-ins for every command of a platform, made from the catalogue: names, sets, positions, mandatory and pipeline flags,
 * aliases, accepted values and ranges are the real ones'; a type the engine does not have is an object, to which anything binds.
 */
export function standIns(source: CatalogueSource, platform: PlatformId): StandIns {
  const catalogue = createCatalogue(source);
  const bit = platformBit(platform);
  const enums = new Map<string, string>();
  const modules = new Map<string, string[]>();
  for (const name of catalogue.names) {
    for (const { module, mask } of catalogue.find(name)) {
      if (!(mask & bit)) continue;
      const command = catalogue.command(name, platform, module);
      if (!command) continue;
      const functions = modules.get(module) ?? [];
      functions.push(functionOf(command, enums));
      modules.set(module, functions);
    }
  }
  const free = [...source.index.functions, ...source.index.programs].filter(
    (name) => /^[\w.-]+$/.test(name) && !catalogue.find(name).some(({ mask }) => mask & bit),
  );
  const script = [
    ...[...enums.values()],
    // Of two commands of one name the first is found first: it is loaded last.
    ...loadingOrder([...modules].reverse()).map(
      ([module, functions]) =>
        `Microsoft.PowerShell.Core\\New-Module -Name ${quoted(module)} -ScriptBlock {\n${functions.join('\n')}\n} | ` +
        `Microsoft.PowerShell.Core\\Import-Module -DisableNameChecking -Force -Global`,
    ),
    ...free.map((name) => `function global:${name} {}`),
  ].join('\n');
  const aliases = Object.fromEntries(
    Object.keys({ ...source.index.aliases, ...source.index.moduleAliases }).flatMap((name) => {
      const target = catalogue.alias(name, platform);
      return target === undefined ? [] : [[name, target]];
    }),
  );
  return { script, aliases };
}

/** The stand-in for the module that holds New-Module itself comes last: nothing can be loaded after it. */
function loadingOrder<Module extends readonly [string, unknown]>(modules: readonly Module[]): Module[] {
  const isLast = ([name]: Module) => name === 'Microsoft.PowerShell.Core';
  return [...modules.filter((module) => !isLast(module)), ...modules.filter(isLast)];
}

function functionOf(command: CommandHere, enums: Map<string, string>): string {
  const own = [...command.parameters.values()].filter(({ common }) => !common);
  const defaultSet = command.sets.findIndex(({ isDefault }) => isDefault);
  const binding = [
    ...(defaultSet < 0 ? [] : [`DefaultParameterSetName=${quoted(setName(command, defaultSet))}`]),
    ...(command.parameters.has('whatif') ? ['SupportsShouldProcess'] : []),
    'PositionalBinding=$false',
  ].join(',');
  const parameters = own.map((parameter) => parameterOf(command, parameter, enums)).join(',');
  return (
    `function ${command.name}{[CmdletBinding(${binding})]param(${parameters})` +
    `end{[void]$global:Bound.Add(@{Name=${quoted(command.name)};Set=$PSCmdlet.ParameterSetName;Parameters=@($PSBoundParameters.Keys)})}}`
  );
}

function setName({ sets }: CommandHere, index: number): string {
  const name = sets[index]?.name ?? '';
  // Sets that the sources leave without a name, or give one name twice, are told apart by their number.
  const isOwn =
    name !== '' && sets.findIndex((set) => set.name.toLowerCase() === name.toLowerCase()) === index;
  return isOwn ? name : `#${index + 1}`;
}

function parameterOf(command: CommandHere, parameter: ParameterHere, enums: Map<string, string>): string {
  const places = [...parameter.places];
  const everywhere =
    places.length === command.sets.length && new Set(places.map(([, place]) => flagsOf(place))).size === 1;
  const attributes = everywhere
    ? [`[Parameter(${flagsOf(places[0]![1])})]`]
    : places.map(
        ([set, place]) =>
          `[Parameter(${[`ParameterSetName=${quoted(setName(command, set))}`, flagsOf(place)].filter((part) => part !== '').join(',')})]`,
      );
  const { aliases, range } = parameter;
  if (aliases.length > 0) attributes.push(`[Alias(${aliases.map(quoted).join(',')})]`);
  const known = ranges.find(
    (one) => one.command.test(command.name) && one.parameter.toLowerCase() === parameter.name.toLowerCase(),
  );
  const limits = known ? [known.low, known.high] : range;
  if (limits) attributes.push(`[ValidateRange(${limits.join(',')})]`);
  return `${attributes.join('')}${typeOf(parameter, attributes, enums)}\${${parameter.name}}`;
}

function flagsOf({ mandatory, position, fromPipeline, byPropertyName, remaining }: SetPlace): string {
  return [
    ...(mandatory ? ['Mandatory'] : []),
    ...(position === undefined ? [] : [`Position=${position}`]),
    ...(fromPipeline ? ['ValueFromPipeline'] : []),
    ...(byPropertyName ? ['ValueFromPipelineByPropertyName'] : []),
    ...(remaining ? ['ValueFromRemainingArguments'] : []),
  ].join(',');
}

/** Types of .NET that the engine converts to as Windows PowerShell does. */
const types: Readonly<Record<string, string>> = {
  String: 'string',
  Char: 'char',
  Boolean: 'bool',
  SwitchParameter: 'switch',
  Byte: 'byte',
  SByte: 'sbyte',
  Int16: 'int16',
  UInt16: 'uint16',
  Int32: 'int',
  UInt32: 'uint32',
  Int64: 'long',
  UInt64: 'uint64',
  Single: 'single',
  Double: 'double',
  Decimal: 'decimal',
  TimeSpan: 'timespan',
  DateTime: 'datetime',
  Guid: 'guid',
  Hashtable: 'hashtable',
  IDictionary: 'System.Collections.IDictionary',
  ScriptBlock: 'scriptblock',
  IPAddress: 'ipaddress',
  Uri: 'uri',
  Version: 'version',
  ActionPreference: 'System.Management.Automation.ActionPreference',
};

function typeOf(parameter: ParameterHere, attributes: string[], enums: Map<string, string>): string {
  const [, element = '', array = ''] = /^(.*?)((?:\[\])*)$/.exec(parameter.type) ?? [];
  const { values } = parameter;
  if (values?.kind === 'set' || (values && !values.names.every((name) => /^[A-Za-z_]\w*$/.test(name)))) {
    attributes.push(`[ValidateSet(${values.names.map(quoted).join(',')})]`);
    return `[${types[element] ?? 'object'}${array}]`;
  }
  const known = types[element];
  if (values && !known) return `[${enumOf(values.names, enums)}${array}]`;
  return `[${known ?? 'object'}${array}]`;
}

/** An enumeration of these names; the same names are the same type. */
function enumOf(names: readonly string[], enums: Map<string, string>): string {
  const key = names.join(',').toLowerCase();
  if (!enums.has(key)) {
    const distinct = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
    enums.set(key, `enum Names${enums.size + 1}{${distinct.join(';')}}`);
  }
  return /^enum (\w+)/.exec(enums.get(key)!)![1]!;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

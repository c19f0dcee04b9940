import type { CatalogueSource } from '../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import type { CommandHere } from '../../src/lib/dialects/powershell/catalogue/command-here.ts';
import type { ParameterHere } from '../../src/lib/dialects/powershell/catalogue/parameter-here.ts';
import type { SetPlace } from '../../src/lib/dialects/powershell/catalogue/parameter-spec.ts';
import { createCatalogue } from '../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { platformBit } from '../../src/lib/dialects/powershell/catalogue/versions.ts';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import { openTypes } from '../../src/lib/dialects/powershell/catalogue/overrides/open-types.ts';
import {
  computerName,
  computerNames,
} from '../../src/lib/dialects/powershell/catalogue/overrides/computer-names.ts';
import { concerns } from '../../src/lib/dialects/powershell/binding/value-types.ts';
import { ranges } from '../../src/lib/dialects/powershell/catalogue/overrides/ranges.ts';

/** What the engine loads to stand for a Windows Server. */
export interface StandIns {
  /** Modules of functions with the parameters of the real commands; run as it is. */
  readonly script: string;
  /** Name to target. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Types that are declared before the modules, by a key of their own. */
interface Types {
  /** Names in order -> declaration. */
  readonly enums: Map<string, string>;
  /** Classes of Windows that the engine does not have, by name; undefined where anything goes for an object of theirs. */
  readonly classes: Map<string, string> | undefined;
}

/**
 * Stand-ins for every command of a platform, made from the catalogue: names, sets, positions, mandatory and pipeline flags,
 * aliases, accepted values and ranges are the real ones'. A type that the engine does not have is a class that takes anything,
 * or, where Windows would not turn text into it, nothing but itself; `variableOf` names a variable that holds one.
 */
export function standIns(source: CatalogueSource, platform: PowerShellPlatform): StandIns {
  const catalogue = createCatalogue(source);
  const bit = platformBit(platform);
  const classes = new Map<string, string>();
  const types: Types = { enums: new Map(), classes };
  const modules = new Map<string, string[]>();
  for (const name of catalogue.names) {
    for (const { module, mask } of catalogue.find(name)) {
      if (!(mask & bit)) continue;
      const command = catalogue.command(name, platform, module);
      if (!command) continue;
      const functions = modules.get(module) ?? [];
      functions.push(functionOf(command, types, noteBinding(name)));
      modules.set(module, functions);
    }
  }
  const free = [...source.index.functions, ...source.index.programs].filter(
    (name) => /^[\w.-]+$/.test(name) && !catalogue.find(name).some(({ mask }) => mask & bit),
  );
  const script = [
    ...types.enums.values(),
    ...classes.values(),
    // Of two commands of one name the first is found first: it is loaded last.
    ...loadingOrder([...modules].reverse()).map(
      ([module, functions]) =>
        `Microsoft.PowerShell.Core\\New-Module -Name ${quoted(module)} -ScriptBlock {\n${functions.join('\n')}\n} | ` +
        `Microsoft.PowerShell.Core\\Import-Module -DisableNameChecking -Force -Global`,
    ),
    ...free.map((name) => `function global:${name} {}`),
    ...[...classes.keys()].map((type) => `$global:a${type} = [Standin${type}]::new()`),
    ...Object.entries(ofTheEngine).map(([type, [, made]]) => `$global:${variableOf(type)} = ${made}`),
  ].join('\n');
  const aliases = Object.fromEntries(
    Object.keys({ ...source.index.aliases, ...source.index.moduleAliases }).flatMap((name) => {
      const target = catalogue.alias(name, platform);
      return target === undefined ? [] : [[name, target]];
    }),
  );
  return { script, aliases };
}

/**
 * The text of a module file for each module that has one of these commands on a platform: the same functions, which do what `body` says.
 * Objects of Windows may be anything there, for what the functions give out is none.
 */
export function standInModules(
  source: CatalogueSource,
  platform: PowerShellPlatform,
  names: readonly string[],
  body: (name: string) => FunctionBody,
): ReadonlyMap<string, { readonly text: string; readonly commands: readonly string[] }> {
  const catalogue = createCatalogue(source);
  const bit = platformBit(platform);
  const types: Types = { enums: new Map(), classes: undefined };
  const modules = new Map<string, { functions: string[]; commands: string[] }>();
  for (const name of names) {
    const place = catalogue.find(name).find(({ mask }) => mask & bit);
    const command = place && catalogue.command(name, platform, place.module);
    if (!place || !command) continue;
    const module = modules.get(place.module) ?? { functions: [], commands: [] };
    module.functions.push(functionOf(command, types, body(command.name)));
    module.commands.push(command.name);
    modules.set(place.module, module);
  }
  return new Map(
    [...modules].map(([module, { functions, commands }]) => [
      module,
      { text: [...types.enums.values(), ...functions, ''].join('\n'), commands },
    ]),
  );
}

/** What a stand-in does when it is called, and whether it asks first, as its command does. */
export interface FunctionBody {
  readonly block: string;
  readonly asks?: boolean;
}

function noteBinding(name: string): FunctionBody {
  return {
    block: `end{[void]$global:Bound.Add(@{Name=${quoted(name)};Set=$PSCmdlet.ParameterSetName;Parameters=@($PSBoundParameters.Keys)})}`,
  };
}

/** The variable that holds an object of a type which the engine does not have: its element type, without `[]`. */
export function variableOf(type: string): string {
  return `a${plain(type)}`;
}

function plain(type: string): string {
  return type.replace(/\W+/g, '_').toLowerCase();
}

/** The stand-in for the module that holds New-Module itself comes last: nothing can be loaded after it. */
function loadingOrder<Module extends readonly [string, unknown]>(modules: readonly Module[]): Module[] {
  const isLast = ([name]: Module) => name === 'Microsoft.PowerShell.Core';
  return [...modules.filter((module) => !isLast(module)), ...modules.filter(isLast)];
}

function functionOf(command: CommandHere, types: Types, { block, asks = false }: FunctionBody): string {
  const own = [...command.parameters.values()].filter(({ common }) => !common);
  const defaultSet = command.sets.findIndex(({ isDefault }) => isDefault);
  const binding = [
    ...(defaultSet < 0 ? [] : [`DefaultParameterSetName=${quoted(setName(command, defaultSet))}`]),
    ...(command.parameters.has('whatif') ? ['SupportsShouldProcess'] : []),
    ...(asks ? ["ConfirmImpact='High'"] : []),
    'PositionalBinding=$false',
  ].join(',');
  const taken = new Set([...command.parameters.keys()]);
  const parameters = own
    .map((parameter) => {
      // The engine refuses an alias that two parameters have; the first has it, as in our own reading.
      const aliases = parameter.aliases.filter((alias) => !taken.has(alias.toLowerCase()));
      for (const alias of aliases) taken.add(alias.toLowerCase());
      return parameterOf(command, { ...parameter, aliases }, types);
    })
    .join(',');
  return `function ${command.name}{[CmdletBinding(${binding})]param(${parameters})${block}}`;
}

function setName({ sets }: CommandHere, index: number): string {
  const name = sets[index]?.name ?? '';
  // Sets that the sources leave without a name, or give one name twice, are told apart by their number.
  const isOwn =
    name !== '' && sets.findIndex((set) => set.name.toLowerCase() === name.toLowerCase()) === index;
  return isOwn ? name : `#${index + 1}`;
}

function parameterOf(command: CommandHere, parameter: ParameterHere, types: Types): string {
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
  if (computerNames.some((one) => concerns(one, command.name, parameter)))
    attributes.push(`[ValidatePattern(${quoted(computerName.source)})]`);
  const { type, accepted } = typeOf(parameter, types);
  if (accepted) attributes.push(`[ValidateSet(${accepted.map(quoted).join(',')})]`);
  return `${attributes.join('')}[${type}]\${${parameter.name}}`;
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
const known: Readonly<Record<string, string>> = {
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
  Object: 'object',
  PSObject: 'psobject',
};

/** Types of .NET and of the engine that few commands take, which convert by rules of their own; and an object of each. */
const ofTheEngine: Readonly<Record<string, readonly [type: string, object: string]>> = {
  ModuleSpecification: [
    'Microsoft.PowerShell.Commands.ModuleSpecification',
    "[Microsoft.PowerShell.Commands.ModuleSpecification]'Name'",
  ],
  PSSessionOption: [
    'System.Management.Automation.Remoting.PSSessionOption',
    '[System.Management.Automation.Remoting.PSSessionOption]::new()',
  ],
  SecureString: ['securestring', '[securestring]::new()'],
  WildcardPattern: ['WildcardPattern', "[WildcardPattern]'*'"],
  XmlDocument: ['xml', "[xml]'<a/>'"],
};

function typeOf(
  { type, values }: ParameterHere,
  types: Types,
): { readonly type: string; readonly accepted?: readonly string[] } {
  const [, element = '', array = ''] = /^(.*?)((?:\[\])*)$/.exec(type) ?? [];
  const own = known[element];
  if (values && !openTypes.has(element)) {
    if (values.kind === 'set') return { type: `${own ?? 'object'}${array}`, accepted: values.names };
    // Names with other signs than a name of the engine can have are compared as text.
    if (!values.names.every((name) => /^[A-Za-z_]\w*$/.test(name)))
      return { type: `${own ?? 'string'}${array}`, accepted: values.names };
    if (!own) return { type: `${enumOf(values.names, types)}${array}` };
  }
  if (own) return { type: `${own}${array}` };
  // What acts on a name wants the name.
  if (!types.classes && element === 'WildcardPattern') return { type: `string${array}` };
  const engines = ofTheEngine[element];
  if (engines) return { type: `${engines[0]}${array}` };
  if (!types.classes) return { type: `object${array}` };
  const name = plain(element);
  if (!types.classes.has(name)) {
    const fromAnything = /^(?:CimInstance|VirtualMachine)/.test(element)
      ? ''
      : `Standin${name}([object]$value) {} `;
    types.classes.set(name, `class Standin${name} { Standin${name}() {} ${fromAnything}}`);
  }
  return { type: `Standin${name}${array}` };
}

/** An enumeration of these names; the same names are the same type. */
function enumOf(names: readonly string[], { enums }: Types): string {
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

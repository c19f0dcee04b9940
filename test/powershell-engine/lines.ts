import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Catalogue, CatalogueSource } from '../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import type { CommandHere } from '../../src/lib/dialects/powershell/catalogue/command-here.ts';
import type { ParameterHere } from '../../src/lib/dialects/powershell/catalogue/parameter-here.ts';
import { createCatalogue } from '../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { platformBit } from '../../src/lib/dialects/powershell/catalogue/versions.ts';
import { createChance, pick } from '../chance.ts';
import { addresses } from '../../src/lib/dialects/powershell/catalogue/overrides/addresses.ts';
import { promptingCommands } from '../../src/lib/dialects/powershell/catalogue/overrides/prompting-commands.ts';
import { contestedFacts } from '../../src/lib/dialects/powershell/catalogue/overrides/contested-facts.ts';
import { variableOf } from './stand-ins.ts';

/** How a line is made wrong, if it is. What comes of it is for the engine to say. */
export const breaks = [
  'nothing',
  'misspelt command',
  'unknown parameter',
  'ambiguous prefix',
  'missing value',
  'mandatory left out',
  'value too many',
  'parameter twice',
  'parameter of another set',
  'wrong name for a value',
  'value of the wrong type',
  'number out of range',
  'two commands on a line',
] as const;
export type Break = (typeof breaks)[number];

export interface Line {
  readonly platform: PowerShellPlatform;
  readonly text: string;
  readonly broken: Break;
}

/**
 * `count` command lines for a platform, the same for the same seed: a command of the catalogue, a parameter set of it, values
 * that fit, written in one of the ways PowerShell allows; half of them broken in one way.
 */
export function makeLines(
  source: CatalogueSource,
  platform: PowerShellPlatform,
  count: number,
  seed: number,
): readonly Line[] {
  const catalogue = createCatalogue(source);
  const chance = createChance(seed);
  const bit = platformBit(platform);
  // Of a command whose facts are incomplete or contested the check claims nothing.
  const names = catalogue.names.filter((name) => {
    if (!catalogue.find(name).some(({ mask }) => mask & bit)) return false;
    const command = catalogue.command(name, platform);
    return (
      command !== undefined &&
      command.complete &&
      !(command.name in contestedFacts) &&
      !command.outdated &&
      command.sets.length > 0 &&
      command.parameters.size > 0 &&
      // Asking for what is missing is what it is for.
      !promptingCommands.has(name.toLowerCase()) &&
      // A word of the language, where a line begins with it.
      !/^(?:configuration|workflow)$/i.test(name)
    );
  });
  const lines: Line[] = [];
  while (lines.length < count) {
    const command = catalogue.command(pick(chance, names), platform)!;
    const broken = chance() < 0.5 ? 'nothing' : pick(chance, breaks);
    const text = lineOf({ catalogue, platform, chance, names }, command, broken);
    if (text !== undefined) lines.push({ platform, text, broken });
  }
  return lines;
}

interface Making {
  readonly catalogue: Catalogue;
  readonly platform: PowerShellPlatform;
  readonly chance: () => number;
  readonly names: readonly string[];
}

/** What stands on a line for one parameter. */
interface Part {
  readonly parameter: ParameterHere;
  /** Undefined for a switch. */
  readonly value: string | undefined;
}

/** Undefined where the command cannot be broken that way. */
function lineOf(making: Making, command: CommandHere, broken: Break): string | undefined {
  const { chance, catalogue, platform, names } = making;
  const set = Math.floor(chance() * command.sets.length);
  const own = [...command.parameters.values()].filter(({ common, places }) => !common && places.has(set));
  const required = own.filter(({ places }) => places.get(set)!.mandatory);
  const optional = own.filter(({ places }) => !places.get(set)!.mandatory);
  const some = optional.filter(() => chance() < Math.min(0.35, 3 / optional.length));
  const chosen = [...required, ...some];
  const left = (condition: (parameter: ParameterHere) => boolean) =>
    chosen.filter(condition).map((parameter) => chosen.indexOf(parameter));

  // A mandatory parameter may come down the pipeline.
  const piped =
    broken === 'nothing' && chance() < 0.15
      ? required.find(
          ({ places, type }) =>
            places.get(set)!.fromPipeline && /^(?:String|Object|PSObject)(?:\[\])?$/.test(type),
        )
      : undefined;
  const parts: Part[] = shuffled(
    chosen.filter((parameter) => parameter !== piped),
    chance,
  ).map((parameter) => ({
    parameter,
    value: parameter.type === 'SwitchParameter' ? undefined : valueFor(command, parameter, chance),
  }));
  const write = (changed: readonly Part[]) => writeLine(making, command, set, changed);
  const start = piped ? "'one' | " : '';

  switch (broken) {
    case 'nothing':
      return start + write(parts);
    case 'misspelt command': {
      const name = misspelt(command.name, chance);
      if (catalogue.find(name).length > 0) return undefined;
      return write(parts).replace(command.name, name);
    }
    case 'unknown parameter':
      return withName(
        command,
        parts,
        misspelt(pick(chance, [...command.parameters.values()]).name, chance),
        write,
      );
    case 'ambiguous prefix': {
      const known = [...command.byName.keys()].filter((name) => /^[a-z]/.test(name));
      const letter = pick(chance, known).slice(0, 1 + Math.floor(chance() * 2));
      return withName(command, parts, letter, write);
    }
    case 'missing value': {
      const [index] = shuffled(
        left(({ type }) => type !== 'SwitchParameter'),
        chance,
      );
      if (index === undefined) return undefined;
      const rest = parts.filter(({ parameter }) => parameter !== chosen[index]);
      const named = rest.map(
        (part) => `${writeName(part.parameter)}${part.value === undefined ? '' : ` ${part.value}`}`,
      );
      const at = Math.floor(chance() * (named.length + 1));
      named.splice(at, 0, writeName(chosen[index]!));
      return [command.name, ...named].join(' ');
    }
    case 'mandatory left out': {
      if (required.length === 0) return undefined;
      const lost = pick(chance, required);
      return write(parts.filter(({ parameter }) => parameter !== lost));
    }
    case 'value too many':
      return `${write(parts)} ${pick(chance, ["'left over'", '$true', '12', 'word'])}`;
    case 'parameter twice': {
      const [part] = shuffled(parts, chance);
      if (!part) return undefined;
      return `${write(parts)} ${writeName(part.parameter)}${part.value === undefined ? '' : ` ${part.value}`} `.trimEnd();
    }
    case 'parameter of another set': {
      const others = [...command.parameters.values()].filter(
        ({ common, places }) => !common && !places.has(set),
      );
      if (others.length === 0) return undefined;
      const other = pick(chance, others);
      const value = other.type === 'SwitchParameter' ? undefined : valueFor(command, other, chance);
      return write([...parts, { parameter: other, value }]);
    }
    case 'wrong name for a value':
      return withValue(
        parts,
        chance,
        write,
        ({ values }) => values !== undefined,
        (parameter) => `'${misspelt(parameter.values!.names[0]!.replaceAll("'", ''), chance)}x'`,
      );
    case 'value of the wrong type':
      return withValue(
        parts,
        chance,
        write,
        ({ type }) =>
          /^(?:U?Int|Boolean|TimeSpan|IPAddress|Guid|Hashtable|Byte|String$|DateTime|Double)/.test(type),
        ({ type }) => wrongValue(type, chance),
      );
    case 'number out of range':
      return withValue(
        parts,
        chance,
        write,
        ({ type, values, range }) => !values && (/^U?Int(?:16|32)$|^Byte$/.test(type) || range !== undefined),
        ({ range, type }) =>
          String(
            range
              ? pick(chance, [range[0] - 1, range[1] + 1])
              : type.startsWith('U') || type === 'Byte'
                ? -1
                : 2 ** 33,
          ),
      );
    case 'two commands on a line': {
      const second = catalogue.command(pick(chance, names), platform)!;
      return `${write(parts)} ${second.name}`;
    }
  }
}

/** The line with a name of our own making; undefined where it might mean a parameter that only the engine's version has. */
function withName(
  command: CommandHere,
  parts: readonly Part[],
  name: string,
  write: (parts: readonly Part[]) => string,
): string | undefined {
  return isEnginesOwn(name, command) ? undefined : `${write(parts)} -${name} 1`;
}

/** Common parameters of the engine, which every stand-in has, whatever its platform. */
const enginesOwn = [
  'ProgressAction',
  'InformationAction',
  'InformationVariable',
  'PipelineVariable',
  'infa',
  'iv',
  'pv',
  'proga',
];

function isEnginesOwn(beginning: string, { byName }: CommandHere): boolean {
  return enginesOwn.some((name) => {
    const lower = name.toLowerCase();
    return !byName.has(lower) && lower.startsWith(beginning.toLowerCase());
  });
}

function withValue(
  parts: readonly Part[],
  chance: () => number,
  write: (parts: readonly Part[]) => string,
  fits: (parameter: ParameterHere) => boolean,
  make: (parameter: ParameterHere) => string,
): string | undefined {
  const [target] = shuffled(
    parts.filter(({ parameter, value }) => value !== undefined && fits(parameter)),
    chance,
  );
  if (!target) return undefined;
  return write(parts.map((part) => (part === target ? { ...part, value: make(part.parameter) } : part)));
}

/** The command with its parts, each written by its name, a beginning or alias of it, with a colon, or by its position alone. */
function writeLine({ chance }: Making, command: CommandHere, set: number, parts: readonly Part[]): string {
  const words: string[] = [];
  // Values without a name are the first ones by position, and nothing before them is named later.
  const placed = parts
    .filter(
      ({ parameter, value }) => value !== undefined && parameter.places.get(set)?.position !== undefined,
    )
    .sort((a, b) => a.parameter.places.get(set)!.position! - b.parameter.places.get(set)!.position!);
  const positions = [...command.parameters.values()]
    .filter(({ places }) => places.get(set)?.position !== undefined)
    .sort((a, b) => a.places.get(set)!.position! - b.places.get(set)!.position!);
  const bare = new Set<Part>();
  if (chance() < 0.3) {
    for (const [index, parameter] of positions.entries()) {
      const part = placed[index];
      if (part?.parameter !== parameter || chance() < 0.2) break;
      bare.add(part);
    }
  }
  for (const part of parts) if (!bare.has(part)) words.push(writeNamed(part, command, chance));
  for (const part of placed) {
    if (bare.has(part)) words.splice(Math.floor(chance() * (words.length + 1)), 0, part.value!);
  }
  // By position they count in their order, wherever they stand among the named ones.
  const order = placed.filter((part) => bare.has(part)).map(({ value }) => value!);
  const line = words.map((word) => (order.includes(word) ? undefined : word));
  return [command.name, ...line.map((word) => word ?? order.shift()!)].join(' ');
}

function writeName({ name }: ParameterHere): string {
  return `-${name}`;
}

function writeNamed({ parameter, value }: Part, command: CommandHere, chance: () => number): string {
  const way = chance();
  let name = parameter.name;
  if (way < 0.1 && parameter.aliases.length > 0) name = pick(chance, parameter.aliases);
  else if (way < 0.25) name = beginningOf(parameter, command, chance) ?? name;
  else if (way < 0.32) name = name.toLowerCase();
  if (value === undefined)
    return chance() < 0.15 ? `-${name}:$${pick(chance, ['true', 'false'])}` : `-${name}`;
  return chance() < 0.12 ? `-${name}:${value}` : `-${name} ${value}`;
}

/** A beginning that no other name or alias has. */
function beginningOf(
  parameter: ParameterHere,
  command: CommandHere,
  chance: () => number,
): string | undefined {
  const { byName } = command;
  const lower = parameter.name.toLowerCase();
  const others = [...byName].filter(([, one]) => one !== parameter).map(([name]) => name);
  for (let length = 1; length < lower.length; length++) {
    const start = lower.slice(0, length);
    if (others.some((name) => name.startsWith(start)) || isEnginesOwn(start, command)) continue;
    return parameter.name.slice(0, length + Math.floor(chance() * (lower.length - length)));
  }
  return undefined;
}

function valueFor(command: CommandHere, parameter: ParameterHere, chance: () => number): string {
  // Text that the real command takes for an address only.
  const isAddress = addresses.some(
    (known) =>
      known.command.test(command.name) && known.parameter.toLowerCase() === parameter.name.toLowerCase(),
  );
  const element = isAddress ? 'IPAddress' : parameter.type.replace(/(?:\[\])+$/, '');
  const one = () => oneValue(parameter, element, chance);
  if (!parameter.type.endsWith('[]') || chance() < 0.6) return one();
  const list = [one(), one()];
  // A bare word at the start of an expression would be a command.
  const isExpression = list.every((value) => /^['"$@{\d]/.test(value) && !/^\d.*[.:]/.test(value));
  return pick(chance, [
    list.join(','),
    list.join(', '),
    isExpression ? `@(${list.join(', ')})` : list.join(' , '),
  ]);
}

function oneValue({ values, range }: ParameterHere, element: string, chance: () => number): string {
  if (values) {
    const name = pick(chance, values.names);
    const plain = /^[A-Za-z]\w*$/.test(name);
    return plain && chance() < 0.6
      ? chance() < 0.2
        ? name.toLowerCase()
        : name
      : `'${name.replaceAll("'", "''")}'`;
  }
  if (/^S?Byte$|^U?Int(?:16|32|64)$/.test(element)) {
    const [low, high] = range ?? [0, 100];
    return String(low + Math.floor(chance() * (Math.min(high, low + 100) - low + 1)));
  }
  switch (element) {
    case 'String':
      return pick(chance, [
        "'a b'",
        'word',
        '"double"',
        "'it''s'",
        'C:\\Data\\file.txt',
        'a*',
        '$HOME',
        '"$HOME x"',
      ]);
    case 'Boolean':
      return pick(chance, ['$true', '$false', '1', '0']);
    case 'Char':
      return "'c'";
    case 'Single':
    case 'Double':
    case 'Decimal':
      return '1.5';
    case 'TimeSpan':
      return pick(chance, ["'00:30:00'", '00:05:00', "'1.02:03:04'"]);
    case 'DateTime':
      return "'2014-04-21'";
    case 'Guid':
      return "'7a1c3f52-90ab-4c2d-8e7f-0123456789ab'";
    case 'IPAddress':
      return pick(chance, ['192.168.15.21', "'fe80::1'"]);
    case 'Hashtable':
    case 'IDictionary':
      return "@{ Key = 'value' }";
    case 'ScriptBlock':
      return '{ 1 }';
    case 'Uri':
      return "'http://192.168.15.21/'";
    case 'Version':
      return "'1.2.3'";
    case 'Object':
    case 'PSObject':
      return '$Host';
    // What is only known when it runs.
    default:
      return `$${variableOf(element)}`;
  }
}

function wrongValue(type: string, chance: () => number): string {
  if (type.startsWith('Boolean')) return pick(chance, ["'true'", 'yes', "'0'"]);
  if (type === 'String') return pick(chance, ['a,b', '1,2']);
  if (/^(?:U?Int|Byte|Double)/.test(type)) return pick(chance, ["'many'", 'word', "'1.2.3'", '@{ a = 1 }']);
  if (type.startsWith('Hashtable')) return "'text'";
  if (type.startsWith('IPAddress')) return pick(chance, ["'10.0.0.1/24'", "'host.example'"]);
  return pick(chance, ["'whenever'", 'word']);
}

/** With one letter lost, doubled, swapped or changed. */
function misspelt(word: string, chance: () => number): string {
  const at = 1 + Math.floor(chance() * (word.length - 1));
  const before = word.slice(0, at);
  const rest = word.slice(at);
  return pick(chance, [
    before + rest.slice(1),
    before + rest.slice(0, 1) + rest,
    before + (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2),
    `${before}q${rest.slice(1)}`,
  ]);
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const rest = [...list];
  const mixed: T[] = [];
  while (rest.length > 0) mixed.push(...rest.splice(Math.floor(chance() * rest.length), 1));
  return mixed;
}

import { suggest } from '../../diagnostics/suggest.ts';
import type { RuleId } from '../../diagnostics/rules.ts';
import type { Severity } from '../../diagnostics/diagnostic.ts';
import type { Literal } from './arguments.ts';
import { literalOf } from './arguments.ts';
import type { ParameterHere } from './catalogue.ts';
import { addresses, dynamicCommands, openTypes, ranges } from './supplement.ts';
import type { Expression } from './tree.ts';

/** Why a value cannot be bound to a parameter. Offsets are those of the value. */
export interface ValueProblem {
  readonly rule: Extract<RuleId, 'powershell/bad-type' | 'powershell/bad-enum' | 'powershell/out-of-range'>;
  readonly severity?: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
  readonly expected?: string;
}

/** .NET's whole numbers: lowest and highest. */
const integers: Readonly<Record<string, readonly [number, number]>> = {
  SByte: [-128, 127],
  Byte: [0, 255],
  Int16: [-32768, 32767],
  UInt16: [0, 65535],
  Int32: [-2147483648, 2147483647],
  UInt32: [0, 4294967295],
  Int64: [-(2 ** 63), 2 ** 63],
  UInt64: [0, 2 ** 64],
};

/** The first reason why `value` is none of the parameter's; undefined where it is one, or where only running tells. */
export function checkValue(
  command: string,
  parameter: ParameterHere,
  value: Expression,
): ValueProblem | undefined {
  const literal = literalOf(value);
  if (!literal || dynamicCommands.has(command.toLowerCase())) return undefined;
  const isArray = parameter.type.endsWith('[]');
  const type = parameter.type.replace(/(?:\[\])+$/, '');
  if (literal.kind === 'list') {
    if (!isArray && refusesLists(type)) {
      return {
        rule: 'powershell/bad-type',
        start: value.start,
        end: value.end,
        message: `-${parameter.name} takes one ${nameOfType(type)}, and a list was given.`,
        hint: 'Give one value; put text with a comma in it in quotes.',
      };
    }
    for (const element of literal.elements) {
      const inner = literalOf(element);
      const problem =
        inner && inner.kind !== 'list' ? checkOne(command, parameter, type, element, inner) : undefined;
      if (problem) return problem;
    }
    return undefined;
  }
  return checkOne(command, parameter, type, value, literal);
}

function refusesLists(type: string): boolean {
  return type === 'String' || type in integers || type === 'Boolean';
}

type One = Exclude<Literal, { kind: 'list' }>;

function checkOne(
  command: string,
  parameter: ParameterHere,
  type: string,
  value: Expression,
  literal: One,
): ValueProblem | undefined {
  const at = { start: value.start, end: value.end };
  const bad = (what: string, hint: string): ValueProblem => ({
    rule: 'powershell/bad-type',
    ...at,
    message: `-${parameter.name} takes ${what}, and ${shown(literal)} is none.`,
    hint,
    expected: what,
  });
  if (type in integers) return checkInteger(command, parameter, type, literal, at, bad);
  // A script block gives the value for each object of the pipeline.
  if (literal.kind === 'null' || literal.kind === 'script-block') return undefined;
  if (parameter.values && !openTypes.has(type)) return checkNames(parameter, parameter.values, literal, at);
  if (literal.kind === 'text') {
    const { value: text } = literal;
    const address =
      type === 'IPAddress' ||
      addresses.some((one) => one.command.test(command) && sameName(one.parameter, parameter.name));
    if (address && text !== '' && !isAddress(text)) {
      return bad(
        'an IP address',
        text.includes('/')
          ? 'Write the address alone; the prefix length is a parameter of its own.'
          : 'Write for example 192.168.15.21.',
      );
    }
    switch (type) {
      case 'Boolean':
        return bad(
          '$true or $false',
          /^(?:true|yes|on|1)$/i.test(text)
            ? 'Write $true.'
            : /^(?:false|no|off|0)$/i.test(text)
              ? 'Write $false.'
              : 'Write $true or $false.',
        );
      case 'SwitchParameter':
        return bad(
          'no value, or $true or $false after a colon',
          /^(?:false|no|off|0)$/i.test(text)
            ? `Leave -${parameter.name} out, or write -${parameter.name}:$false.`
            : `Write -${parameter.name} alone.`,
        );
      case 'TimeSpan':
        return isTimeSpan(text)
          ? undefined
          : bad('a time span', 'Write for example 00:30:00 (half an hour), or (New-TimeSpan -Minutes 30).');
      case 'Guid':
        return /^[\s{(]*[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}[\s})]*$/i.test(text) || /^\{0x/i.test(text)
          ? undefined
          : bad('a GUID', 'Write all of its 32 hexadecimal digits.');
      case 'Hashtable':
        return bad('a hashtable', "Write @{ Key = 'value' }.");
      default:
        return /^CimInstance(?:#|$)/.test(type) || type === 'VirtualMachine'
          ? bad(
              `an object (${type.replace('CimInstance#', '')})`,
              'Give the object that a Get- command returns, in parentheses or through the pipeline.',
            )
          : undefined;
    }
  }
  if (literal.kind === 'number' && (/^CimInstance(?:#|$)/.test(type) || type === 'Hashtable'))
    return bad(nameOfType(type), 'Give an object of that type.');
  return undefined;
}

function checkInteger(
  command: string,
  parameter: ParameterHere,
  type: string,
  literal: One,
  at: { start: number; end: number },
  bad: (what: string, hint: string) => ValueProblem,
): ValueProblem | undefined {
  if (literal.kind === 'hashtable') return bad('a whole number', 'Write a number.');
  const number =
    literal.kind === 'number'
      ? literal.value
      : literal.kind === 'text'
        ? readNumber(literal.value)
        : undefined;
  if (number === undefined)
    return literal.kind === 'text'
      ? bad('a whole number', 'Write a number, without a unit or quotes.')
      : undefined;
  const known = ranges.find((one) => one.command.test(command) && sameName(one.parameter, parameter.name));
  const limits = integers[type]!;
  const [low, high] = known ? [known.low, known.high] : (parameter.range ?? limits);
  if (number >= low && number <= high) return undefined;
  const what = known?.what ?? `-${parameter.name}`;
  return {
    rule: 'powershell/out-of-range',
    ...at,
    message: `${what} ${known ? 'is a number' : 'takes numbers'} from ${low} to ${high}, and ${shown(literal)} is outside.`,
    hint: `Give a number from ${low} to ${high}.`,
    expected: `${low}..${high}`,
  };
}

/** As PowerShell turns text into a number; undefined where it cannot. */
function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(/(\d),(?=\d)/g, '$1');
  if (plain === '') return 0;
  const hex = /^([+-]?)0x([\da-f]+)$/i.exec(plain);
  if (hex) return Number.parseInt(hex[2]!, 16) * (hex[1] === '-' ? -1 : 1);
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)[dl]?([kmgtp]b)?$/i.exec(plain);
  if (!match) return undefined;
  return Number(match[1]) * (match[2] ? 2 ** (10 * ('kmgtp'.indexOf(match[2][0]!.toLowerCase()) + 1)) : 1);
}

function checkNames(
  parameter: ParameterHere,
  values: NonNullable<ParameterHere['values']>,
  literal: One,
  at: { start: number; end: number },
): ValueProblem | undefined {
  // A number may be an enum's or, after conversion, a set's.
  if (literal.kind !== 'text') return undefined;
  const words =
    values.kind === 'enum' ? literal.value.split(',').map((word) => word.trim()) : [literal.value];
  for (const word of words) {
    const lower = word.toLowerCase();
    if (values.names.some((name) => name.toLowerCase() === lower)) continue;
    if (
      values.kind === 'enum' &&
      (/^[+-]?\d+$/.test(word) ||
        values.names.filter((name) => name.toLowerCase().startsWith(lower)).length === 1)
    )
      continue;
    if (
      values.kind === 'set' &&
      readNumber(word) !== undefined &&
      values.names.some((name) => readNumber(name) === readNumber(word))
    )
      continue;
    const near = suggest(word, values.names);
    const known =
      values.names.length > 12
        ? `${values.names.slice(0, 12).join(', ')} and ${values.names.length - 12} more`
        : values.names.join(', ');
    return {
      rule: 'powershell/bad-enum',
      // Lists taken over from a later version may have grown since.
      ...(values.certain ? {} : { severity: 'warning' }),
      ...at,
      message: `-${parameter.name} takes ${values.names.length === 1 ? 'only' : 'one of'} ${known}, and “${word}” is none of them.`,
      hint: near ? `Did you mean ${near}?` : 'Write one of these names.',
      expected: values.names.join(', '),
    };
  }
  return undefined;
}

/** As .NET's IPAddress reads it: one to four numbers, or IPv6 with an optional zone. */
function isAddress(text: string): boolean {
  const four = text.split('.');
  if (four.length <= 4 && four.every((part) => /^(?:\d{1,10}|0x[\da-f]{1,8})$/i.test(part))) {
    return four.every(
      (part, index) => Number(part) <= (index === four.length - 1 ? 2 ** (8 * (5 - four.length)) - 1 : 255),
    );
  }
  const [address = ''] = text.replace(/^\[(.*)\]$/, '$1').split('%');
  if (!/^[\da-f:.]+$/i.test(address) || !address.includes(':')) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups[groups.length - 1] ?? '';
  const count = groups.length + (last.includes('.') ? 1 : 0);
  const fits = groups.every(
    (group, index) =>
      /^[\da-f]{1,4}$/i.test(group) ||
      (index === groups.length - 1 && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(group)),
  );
  return fits && (halves.length === 2 ? count <= 7 : count === 8);
}

function isTimeSpan(text: string): boolean {
  return /^\s*-?(?:\d+|(?:\d+[.:])?\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d{1,7})?)?)\s*$/.test(text);
}

function nameOfType(type: string): string {
  if (type in integers) return 'whole number';
  if (type === 'String') return 'text';
  return type === 'Boolean' ? '$true or $false' : type;
}

function shown(literal: One): string {
  switch (literal.kind) {
    case 'text':
      return `“${literal.value}”`;
    case 'number':
      return literal.written;
    case 'hashtable':
      return 'a hashtable';
    case 'script-block':
      return 'a script block';
    default:
      return 'this';
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

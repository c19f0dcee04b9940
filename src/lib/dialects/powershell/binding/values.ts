import { suggest } from '../../../diagnostics/suggest.ts';
import type { PowerShellRuleId } from '../rules.ts';
import type { Severity } from '../../../diagnostics/diagnostic.ts';
import type { Literal } from './arguments.ts';
import { literalOf } from './arguments.ts';
import type { ParameterHere } from '../catalogue/catalogue.ts';
import { addresses } from '../catalogue/overrides/addresses.ts';
import { dynamicCommands } from '../catalogue/overrides/dynamic-commands.ts';
import { openTypes } from '../catalogue/overrides/open-types.ts';
import { otherForms } from '../catalogue/overrides/other-forms.ts';
import { ranges } from '../catalogue/overrides/ranges.ts';
import type { Expression } from '../syntax/tree.ts';
import { isAddress, isDecimalNumber, isGuid, isTimeSpan, isVersion, readNumber } from './value-forms.ts';

/** Why a value cannot be bound to a parameter. Offsets are those of the value. */
export interface ValueProblem {
  readonly rule: Extract<
    PowerShellRuleId,
    'powershell/bad-type' | 'powershell/bad-enum' | 'powershell/out-of-range'
  >;
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

/** How a value fits a parameter. */
export interface Fit {
  /** It is of the parameter's type as it stands, so that PowerShell need not convert it. */
  readonly asIs: boolean;
  readonly problem: ValueProblem | undefined;
  /** The problem shows only after a conversion, in a set or range of accepted values. */
  readonly late: boolean;
}

const fine: Fit = { asIs: false, problem: undefined, late: false };
const fineAsIs: Fit = { ...fine, asIs: true };

/** How `value` fits a parameter of `command`; undefined where only running tells. */
export function fitOf(command: string, parameter: ParameterHere, value: Expression): Fit | undefined {
  const literal = literalOf(value);
  if (!literal) return undefined;
  if (dynamicCommands.has(command.toLowerCase())) return fine;
  const isArray = parameter.type.endsWith('[]');
  const type = parameter.type.replace(/(?:\[\])+$/, '');
  if (literal.kind !== 'list') return fitOne(command, parameter, type, value, literal);
  if (!isArray && refusesLists(parameter, type)) {
    const problem: ValueProblem = {
      rule: 'powershell/bad-type',
      start: value.start,
      end: value.end,
      message: `-${parameter.name} takes one ${nameOfType(type)}, and a list was given.`,
      hint: 'Give one value; put text with a comma in it in quotes.',
    };
    return { asIs: false, problem, late: false };
  }
  let all: Fit | undefined = isArray || type === 'Object' ? fineAsIs : fine;
  for (const element of literal.elements) {
    const inner = literalOf(element);
    const fit = inner && inner.kind !== 'list' ? fitOne(command, parameter, type, element, inner) : undefined;
    if (fit?.problem) return fit;
    if (!fit) all = undefined;
    else if (all && !fit.asIs) all = fine;
  }
  return all;
}

function fitOne(
  command: string,
  parameter: ParameterHere,
  type: string,
  value: Expression,
  literal: One,
): Fit {
  const asIs = type === 'Object' || typesOf(literal).includes(type);
  if (isOtherForm(command, parameter, literal)) return fine;
  const problem = checkOne(command, parameter, type, value, literal);
  if (!problem) return asIs ? fineAsIs : fine;
  const late =
    problem.rule === 'powershell/out-of-range' || parameter.values?.kind === 'set' || type === 'String';
  return { asIs, problem, late };
}

function isOtherForm(command: string, parameter: ParameterHere, literal: One): boolean {
  const written =
    literal.kind === 'text' ? literal.value : literal.kind === 'number' ? literal.written : undefined;
  return otherForms.some(
    (form) =>
      form.command.test(command) &&
      sameName(form.parameter, parameter.name) &&
      written !== undefined &&
      form.takes.test(written),
  );
}

/** The types a literal is of as it stands. */
function typesOf(literal: One): readonly string[] {
  switch (literal.kind) {
    case 'text':
    case 'some-text':
      return ['String'];
    case 'boolean':
      return ['Boolean'];
    case 'hashtable':
      return ['Hashtable', 'IDictionary'];
    case 'script-block':
      return ['ScriptBlock'];
    case 'number':
      if (/[.]|^[^x]*e/i.test(literal.written)) return [/d$/i.test(literal.written) ? 'Decimal' : 'Double'];
      return [/l$/i.test(literal.written) || Math.abs(literal.value) > 2147483647 ? 'Int64' : 'Int32'];
    case 'null':
      return [];
  }
}

function refusesLists({ values }: ParameterHere, type: string): boolean {
  if (values?.kind === 'enum') return false;
  return type in integers || scalars.has(type);
}

const scalars: ReadonlySet<string> = new Set(
  'String Boolean SwitchParameter Char Single Double Decimal TimeSpan DateTime Guid IPAddress Version Uri Hashtable IDictionary'.split(
    ' ',
  ),
);
const decimals: ReadonlySet<string> = new Set(['Single', 'Double', 'Decimal']);

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
  // An empty value may be welcome: the facts do not tell which types may be missing.
  if (literal.kind === 'null') return undefined;
  if (parameter.values && !openTypes.has(type) && (parameter.values.kind === 'enum' || !(type in integers)))
    return checkNames(parameter, parameter.values, literal, at);
  if (type in integers) {
    const problem = checkInteger(command, parameter, type, literal, at, bad);
    return problem ?? (parameter.values && checkNames(parameter, parameter.values, literal, at));
  }
  if (literal.kind === 'text' || literal.kind === 'some-text')
    return checkText(command, parameter, type, literal.kind === 'text' ? literal.value : undefined, bad);
  if (/^CimInstance(?:#|$)/.test(type) || type === 'VirtualMachine')
    return bad(nameOfType(type), 'Give the object that a Get- command returns.');
  switch (type) {
    case 'Hashtable':
    case 'IDictionary':
      return literal.kind === 'hashtable' ? undefined : bad('a hashtable', "Write @{ Key = 'value' }.");
    case 'Boolean':
    case 'SwitchParameter':
      return literal.kind === 'hashtable' || literal.kind === 'script-block'
        ? bad('$true or $false', 'Write $true or $false.')
        : undefined;
    case 'Guid':
    case 'TimeSpan':
    case 'DateTime':
    case 'Version':
    case 'IPAddress':
    case 'Uri':
    case 'Char':
    case 'Single':
    case 'Double':
    case 'Decimal':
      return isRefused(type, literal) ? bad(nameOfType(type), 'Give one value of that type.') : undefined;
    default:
      return undefined;
  }
}

/** What .NET does not turn into a value of the type, of all that is neither text nor a list. */
function isRefused(type: string, literal: One): boolean {
  if (type === 'Uri') return literal.kind === 'boolean';
  if (literal.kind === 'hashtable' || literal.kind === 'script-block') return true;
  if (literal.kind === 'boolean') return !decimals.has(type);
  if (literal.kind !== 'number') return false;
  if (type === 'Char') return false;
  const isWhole = !typesOf(literal).some((one) => decimals.has(one));
  return type === 'Guid' || (type === 'TimeSpan' && !isWhole) || (type === 'Version' && isWhole);
}

/** Text for a type that is no name of a list; `text` undefined where only running tells the words. */
function checkText(
  command: string,
  parameter: ParameterHere,
  type: string,
  text: string | undefined,
  bad: (what: string, hint: string) => ValueProblem,
): ValueProblem | undefined {
  if (type === 'Boolean') {
    const meant = /^(?:true|yes|on|1)$/i.test(text ?? '')
      ? '$true'
      : /^(?:false|no|off|0)$/i.test(text ?? '')
        ? '$false'
        : '$true or $false';
    return bad('$true or $false', `Write ${meant}.`);
  }
  if (type === 'SwitchParameter') {
    return bad(
      'no value, or $true or $false after a colon',
      /^(?:false|no|off|0)$/i.test(text ?? '')
        ? `Leave -${parameter.name} out, or write -${parameter.name}:$false.`
        : `Write -${parameter.name} alone.`,
    );
  }
  if (/^CimInstance(?:#|$)/.test(type) || type === 'VirtualMachine') {
    return bad(
      `an object (${type}), no text`,
      'Give the object that a Get- command returns, in parentheses or through the pipeline.',
    );
  }
  if (type === 'Hashtable' || type === 'IDictionary') return bad('a hashtable', "Write @{ Key = 'value' }.");
  if (text === undefined) return undefined;
  const isAddressHere =
    type === 'IPAddress' ||
    addresses.some((one) => one.command.test(command) && sameName(one.parameter, parameter.name));
  if (isAddressHere && text !== '' && !isAddress(text)) {
    return bad(
      'an IP address',
      text.includes('/')
        ? 'Write the address alone; the prefix length is a parameter of its own.'
        : 'Write for example 192.168.15.21.',
    );
  }
  if (decimals.has(type) && !isDecimalNumber(text)) return bad('a number', 'Write a number, without a unit.');
  if (type === 'TimeSpan' && !isTimeSpan(text))
    return bad('a time span', 'Write for example 00:30:00 (half an hour), or (New-TimeSpan -Minutes 30).');
  if (type === 'Guid' && !isGuid(text)) return bad('a GUID', 'Write all of its 32 hexadecimal digits.');
  if (type === 'Version' && !isVersion(text)) return bad('a version', 'Write for example 5.1.');
  // Of dates only what has no number in it is none for certain: the rest is up to the language of the machine.
  if (type === 'DateTime' && text.trim() !== '' && !/\d/.test(text))
    return bad('a date', "Write for example '2026-05-31', or (Get-Date).AddDays(1).");
  if (type === 'Char' && !parameter.type.endsWith('[]') && text.length !== 1)
    return bad('one character', 'Write a single character.');
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
  if (literal.kind === 'hashtable' || literal.kind === 'script-block')
    return bad('a whole number', 'Write a number.');
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

function checkNames(
  parameter: ParameterHere,
  values: NonNullable<ParameterHere['values']>,
  literal: One,
  at: { start: number; end: number },
): ValueProblem | undefined {
  if (
    values.kind === 'enum' &&
    (literal.kind === 'hashtable' || literal.kind === 'script-block' || literal.kind === 'boolean')
  ) {
    return {
      rule: 'powershell/bad-type',
      ...at,
      message: `-${parameter.name} takes a name, and ${shown(literal)} is none.`,
      hint: `Write one of ${values.names.slice(0, 12).join(', ')}.`,
      expected: values.names.join(', '),
    };
  }
  // A number may be an enum's; a set's is compared as it is written.
  if (literal.kind === 'number' && values.kind === 'set') {
    if (values.names.some((name) => readNumber(name) === literal.value)) return undefined;
  } else if (literal.kind !== 'text') return undefined;
  const text = literal.kind === 'text' ? literal.value : literal.written;
  const words = values.kind === 'enum' ? text.split(',').map((word) => word.trim()) : [text];
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
    case 'some-text':
      return 'text';
    case 'boolean':
      return 'a Boolean';
    default:
      return 'this';
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

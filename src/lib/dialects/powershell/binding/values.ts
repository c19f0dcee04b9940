import type { ParameterHere } from '../catalogue/parameter-here.ts';
import { dynamicCommands } from '../catalogue/overrides/dynamic-commands.ts';
import { openTypes } from '../catalogue/overrides/open-types.ts';
import { otherForms } from '../catalogue/overrides/other-forms.ts';
import { refusedValues } from '../catalogue/overrides/refused-values.ts';
import type { Expression } from '../syntax/tree.ts';
import { literalOf, textsOf } from './arguments.ts';
import { checkInteger, isOutOfRange } from './check-integer.ts';
import { checkCombined, checkNames } from './check-names.ts';
import { checkText } from './check-text-value.ts';
import { withMeaning } from './value-meant.ts';
import type { ValueProblem } from './value-problem.ts';
import { badType, shown } from './value-problem.ts';
import type { SingleLiteral } from './value-types.ts';
import { concerns, decimals, integers, nameOfType, typesOf } from './value-types.ts';

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
  const type = parameter.type.replace(/(?<!\[\])(?:\[\])+$/, '');
  if (literal.kind !== 'list') return fitOne(command, parameter, type, value, literal);
  if (!isArray && refusesLists(parameter, type)) {
    const problem = badType(value, {
      message: `-${parameter.name} takes one ${nameOfType(type)}, and a list was given.`,
      hint: 'Give one value; put text with a comma in it in quotes.',
    });
    return { asIs: false, problem, late: false };
  }
  const texts = isArray ? undefined : textsOf(value);
  const combined = texts && checkCombined(parameter, texts, { start: value.start, end: value.end });
  if (combined) return { asIs: false, problem: combined, late: false };
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
  literal: SingleLiteral,
): Fit {
  const asIs = type === 'Object' || typesOf(literal).includes(type);
  if (isOtherForm(command, parameter, literal)) return fine;
  const left = leftToOther(command, parameter, value, literal);
  if (left) return { asIs: false, problem: left, late: false };
  const found = checkOne(command, parameter, type, value, literal);
  const problem = found && withMeaning(command, parameter, value, literal, found);
  if (!problem) return asIs ? fineAsIs : fine;
  const late = isOutOfRange(problem) || parameter.values?.kind === 'set' || type === 'String';
  return { asIs, problem, late };
}

function isOtherForm(command: string, parameter: ParameterHere, literal: SingleLiteral): boolean {
  const written =
    literal.kind === 'text' ? literal.value : literal.kind === 'number' ? literal.written : undefined;
  return otherForms.some(
    (form) => concerns(form, command, parameter) && written !== undefined && form.takes.test(written),
  );
}

/** A text that the parameter turns down so that another one at its place takes it. */
function leftToOther(
  command: string,
  parameter: ParameterHere,
  value: Expression,
  literal: SingleLiteral,
): ValueProblem | undefined {
  if (literal.kind !== 'text') return undefined;
  const isLeft = refusedValues.some(
    (one) => concerns(one, command, parameter) && one.refuses.test(literal.value),
  );
  if (!isLeft) return undefined;
  return badType(value, {
    message: `-${parameter.name} of ${command} does not take ${shown(literal)}.`,
    hint: 'Give another value, or the parameter that this one is meant for.',
  });
}

function refusesLists({ values }: ParameterHere, type: string): boolean {
  if (values?.kind === 'enum') return false;
  return type in integers || scalars.has(type) || /^CimInstance(?:#|$)/.test(type);
}

const scalars: ReadonlySet<string> = new Set(
  'String Boolean SwitchParameter Char Single Double Decimal TimeSpan DateTime Guid IPAddress Version Uri Hashtable IDictionary PSCredential SecureString CimSession ScriptBlock PSSession'.split(
    ' ',
  ),
);
function checkOne(
  command: string,
  parameter: ParameterHere,
  type: string,
  value: Expression,
  literal: SingleLiteral,
): ValueProblem | undefined {
  const at = { start: value.start, end: value.end };
  const bad = (what: string, hint: string) =>
    badType(value, {
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
function isRefused(type: string, literal: SingleLiteral): boolean {
  if (type === 'Uri') return literal.kind === 'boolean';
  if (literal.kind === 'hashtable' || literal.kind === 'script-block') return true;
  if (literal.kind === 'boolean') return !decimals.has(type);
  if (literal.kind !== 'number') return false;
  if (type === 'Char') return false;
  const isWhole = !typesOf(literal).some((one) => decimals.has(one));
  return type === 'Guid' || (type === 'TimeSpan' && !isWhole) || (type === 'Version' && isWhole);
}

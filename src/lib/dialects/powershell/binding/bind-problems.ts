import { suggest } from '../../../diagnostics/suggest.ts';
import { listedWith } from './listed-with.ts';
import { literalOf } from './arguments.ts';
import type { BindContext, BindingProblem, GivenArgument } from './binding.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { FoundParameter } from './find-parameter.ts';
import { findParameter } from './find-parameter.ts';

import type { CommandNode, CommandParameter, Expression } from '../syntax/tree.ts';
import { fitOf } from './values.ts';
import { parametersElsewhere } from './wrong-platform.ts';

// What is reported of a command that does not bind.

/** Whether a problem is one that a whole command need not have, of which only a line was read. */
export function isOfTheRest({ rule }: BindingProblem): boolean {
  return [missingMandatoryRule, missingValueRule, unknownParameterRule].some((one) => one === rule);
}

export function isSplit({ rule }: BindingProblem): boolean {
  return rule === splitRule;
}

const splitRule = 'powershell/split-parameter';
const missingValueRule = 'powershell/missing-value';
export const unexpectedRule = 'powershell/unexpected-argument';
export const missingMandatoryRule = 'powershell/missing-mandatory';
export const unknownParameterRule = 'powershell/unknown-parameter';

/** `-Vlan Id 15`: two words that are one parameter together. */
export function splitParameter(
  elements: CommandNode['elements'],
  at: number,
  found: FoundParameter,
  here: CommandHere,
): { readonly problem: BindingProblem; readonly length: number } | undefined {
  const element = elements[at]!;
  const next = elements[at + 1];
  if (
    element.kind !== 'parameter' ||
    element.value ||
    next?.kind !== 'text' ||
    next.quote !== 'bare' ||
    !/^[A-Za-z]+$/.test(next.value)
  )
    return undefined;
  if (here.byName.has(element.name.toLowerCase())) return undefined;
  const whole = here.byName.get(`${element.name}${next.value}`.toLowerCase());
  if (!whole) return undefined;
  const after = elements[at + 2];
  const hasValue = after !== undefined && after.kind !== 'parameter';
  // As a beginning of that very parameter it would take the second half as its value; that is no value of its, or a value follows.
  if (found.kind === 'one' && !hasValue && !fitOf(here.name, found.parameter, next)?.problem)
    return undefined;
  const written = `-${element.name} ${next.value}`;
  return {
    problem: {
      rule: splitRule,
      start: element.start,
      end: next.end,
      message: `\`${written}\` is one parameter, -${whole.name}, with a blank in it.`,
      hint: `Write -${whole.name} without the blank.`,
      expected: `-${whole.name}`,
      replace: { title: `Write -${whole.name}`, text: `-${whole.name}` },
    },
    length: hasValue && whole.type !== 'SwitchParameter' ? 2 : 1,
  };
}

export function ambiguous(
  element: CommandParameter,
  parameters: readonly ParameterHere[],
  here: CommandHere,
): BindingProblem | undefined {
  // Parameters that a provider adds do not count there.
  if (!here.complete) return undefined;
  const names = parameters.map(({ name }) => `-${name}`).sort();
  const longer = withLastWords(element.name, [...here.parameters.values()]);
  return {
    rule: 'powershell/ambiguous-parameter',
    start: element.start,
    end: element.nameEnd,
    message: `-${element.name} can mean ${names.slice(0, -1).join(', ')} or ${names[names.length - 1]!}.`,
    hint: longer ? `Write the whole name. Did you mean -${longer}?` : 'Write the whole name.',
  };
}

/**
 * What is said of names that are no parameters here; those that the command has on the same other versions are one problem. `certain`: of
 * each it is known that it is none.
 */
export function unknownParameters(
  elements: readonly CommandParameter[],
  context: BindContext,
): { readonly problems: readonly BindingProblem[]; readonly certain: boolean } {
  const { here } = context;
  if (!here.complete) return { problems: [], certain: elements.length === 0 };
  const isTold = new Set<CommandParameter>();
  const problems = elements.flatMap((element) => {
    if (isTold.has(element)) return [];
    const versions = here.parameterVersions(element.name);
    const alike = versions
      ? elements.filter(
          ({ name }) =>
            here.parameterVersions(name) === versions &&
            here.surelyLacks(name) === here.surelyLacks(element.name) &&
            here.isDoubted(name) === here.isDoubted(element.name),
        )
      : [];
    for (const one of alike) isTold.add(one);
    const problem = versions
      ? parametersElsewhere([element, ...alike.filter((one) => one !== element)], versions, context)
      : unknownParameter(element, context);
    if (problem) isTold.add(element);
    return problem ?? [];
  });
  return {
    problems,
    certain: isTold.size === elements.length && !problems.some(({ severity }) => severity === 'warning'),
  };
}

function unknownParameter(
  element: CommandParameter,
  { here, platform }: BindContext,
): BindingProblem | undefined {
  const at = { start: element.start, end: element.nameEnd };
  const all = [...here.parameters.values()];
  const near =
    suggest(
      element.name,
      all.map(({ name }) => name),
    ) ??
    suggest(
      element.name,
      all.flatMap(({ aliases }) => aliases),
    );
  if (here.outdated && !near && !here.isReportedAbsent(element.name)) return undefined;
  const meant = near ?? withLastWords(element.name, all);
  return {
    rule: unknownParameterRule,
    ...at,
    message: `${here.name} has no parameter -${element.name} on ${platform}.`,
    hint: meant
      ? `Did you mean -${meant}?`
      : `See its parameters with \`Get-Help ${here.name} -Parameter *\`.`,
    actual: `-${element.name}`,
    ...(meant ? { expected: `-${meant}`, replace: { title: `Write -${meant}`, text: `-${meant}` } } : {}),
  };
}

/** The only parameter whose last words are those that were written: `Scope`, `GroupScope`. */
function withLastWords(written: string, parameters: readonly ParameterHere[]): string | undefined {
  if (written.length < 4) return undefined;
  const ending = `${written[0]!.toUpperCase()}${written.slice(1)}`;
  const longer = parameters.filter(
    ({ name, common }) => !common && name.length > ending.length && name.endsWith(ending),
  );
  return longer.length === 1 ? longer[0]!.name : undefined;
}

export function duplicate(element: CommandParameter, parameter: ParameterHere): BindingProblem {
  return {
    rule: 'powershell/duplicate-parameter',
    start: element.start,
    end: element.end,
    message: `-${parameter.name} is given twice.`,
    hint: parameter.type.endsWith('[]')
      ? `Give it once, with a list of values: -${parameter.name} a, b.`
      : 'Remove one of the two.',
  };
}

export function missingValue(
  element: CommandParameter,
  parameter: ParameterHere,
  next: Expression | CommandParameter | undefined,
): BindingProblem {
  const what = next?.kind === 'parameter' ? `\`-${next.name}\` follows` : 'the command ends';
  return {
    rule: missingValueRule,
    start: element.start,
    end: element.nameEnd,
    message: `${writtenName(element, parameter)} needs a value, and ${what}.`,
    hint: `Write the value after -${isAliasOf(element, parameter) ? element.name : parameter.name}, or remove it.`,
  };
}

/** As it was written, and in full where that is an alias. */
function writtenName(element: CommandParameter, parameter: ParameterHere): string {
  return isAliasOf(element, parameter) ? `-${element.name} (-${parameter.name})` : `-${parameter.name}`;
}

function isAliasOf({ name }: CommandParameter, { aliases }: ParameterHere): boolean {
  return aliases.some((alias) => alias.toLowerCase() === name.toLowerCase());
}

export function conflict(
  here: CommandHere,
  parameter: ParameterHere,
  element: CommandParameter,
  before: readonly ParameterHere[],
): BindingProblem {
  // The nearest of those before that shares no set with it, else all of them together.
  const other = [...before]
    .reverse()
    .find((one) => ![...one.places.keys()].some((set) => parameter.places.has(set)));
  const names = other ? `-${other.name}` : before.map(({ name }) => `-${name}`).join(', ');
  return {
    rule: 'powershell/parameter-set-conflict',
    start: element.start,
    end: element.nameEnd,
    message: `-${parameter.name} of ${here.name} cannot be used together with ${names}.`,
    hint: `Remove one of them; see the ways to call it with \`Get-Command ${here.name} -Syntax\`.`,
  };
}

/** `-Name -ComputerNme`: taken for a value, and hardly meant so. */
export function looksLikeParameter(
  next: CommandParameter,
  parameter: ParameterHere,
  near: ParameterHere,
): BindingProblem {
  return {
    rule: missingValueRule,
    severity: 'warning',
    start: next.start,
    end: next.nameEnd,
    message: `-${parameter.name} takes \`-${next.name}\` for its value, for that is no parameter.`,
    hint: `Did you mean -${near.name}? Then -${parameter.name} needs a value before it.`,
    expected: `-${near.name}`,
  };
}

/** A value for which no position is left; `bound` are those that had one. */
export function unexpected(
  extra: GivenArgument,
  bound: ReadonlyMap<ParameterHere, GivenArgument>,
  given: readonly GivenArgument[],
  here: CommandHere,
): BindingProblem {
  const literal = extra.value && literalOf(extra.value);
  const shown =
    literal?.kind === 'text'
      ? `“${literal.value}”`
      : literal?.kind === 'number'
        ? literal.written
        : 'This value';
  const most = bound.size;
  const takes =
    most === 0
      ? 'takes no value without the name of its parameter here'
      : `takes ${most === 1 ? 'one value' : `${most} values`} at most without the names of their parameters here`;
  return {
    rule: unexpectedRule,
    start: extra.start,
    end: extra.end,
    message: `${shown} is one too many: ${here.name} ${takes}.`,
    hint: meantByExtra(extra, bound, given, here),
  };
}

/** What to do about a value too many, by what it was most likely meant to be. */
function meantByExtra(
  extra: GivenArgument,
  bound: ReadonlyMap<ParameterHere, GivenArgument>,
  given: readonly GivenArgument[],
  here: CommandHere,
): string {
  const literal = extra.value && literalOf(extra.value);
  const afterSwitch = literal?.kind === 'boolean' ? switchBefore(extra, given) : undefined;
  if (literal?.kind === 'boolean' && afterSwitch) {
    const { name } = afterSwitch;
    return `-${name} is a switch: write it alone, or with a colon and no blank (-${name}:$${literal.value}).`;
  }
  const dashless = withoutDash(extra, given, here);
  if (dashless) return `Put a dash before the name of a parameter: -${dashless.name}.`;
  const before = [...bound].find(
    ([, { end }]) => end <= extra.start && !given.some((one) => one.start >= end && one.end <= extra.start),
  );
  return before?.[0].type.endsWith('[]')
    ? `Put a comma between the values of -${before[0].name}, which takes a list, or put text with blanks in quotes.`
    : 'Write the parameter before it, put a comma between the values of a list, or put text with blanks in quotes.';
}

/** The parameter that a word without a dash is the name of, where a value follows it: the word too many itself, or the one before it. */
function withoutDash(
  extra: GivenArgument,
  given: readonly GivenArgument[],
  here: CommandHere,
): ParameterHere | undefined {
  const positional = given.filter(({ element }) => !element);
  const at = positional.indexOf(extra);
  for (const word of [extra, positional[at - 1]]) {
    const value = word?.value;
    if (value?.kind !== 'text' || value.quote !== 'bare' || value.value.length < 4) continue;
    const found = findParameter(value.value, here);
    const isFollowed = positional[positional.indexOf(word!) + 1] !== undefined;
    const isGiven = found.kind === 'one' && given.some(({ parameter }) => parameter === found.parameter);
    if (found.kind === 'one' && !isGiven && isFollowed) return found.parameter;
  }
  return undefined;
}

/** The switch just before a `$true` that was meant for it. */
function switchBefore(value: GivenArgument, given: readonly GivenArgument[]): ParameterHere | undefined {
  const before = given.filter(({ element, end }) => element && end <= value.start).at(-1)?.parameter;
  return before?.type === 'SwitchParameter' ? before : undefined;
}

export function missingMandatory(
  parameters: readonly ParameterHere[],
  here: CommandHere,
  at: { readonly start: number; readonly end: number },
): BindingProblem {
  const names = parameters.map(({ name }) => `-${name}`);
  const list = listedWith(names, 'and');
  return {
    rule: missingMandatoryRule,
    severity: 'info',
    ...at,
    message: `${here.name} needs ${list} here: a console asks for ${names.length === 1 ? 'it' : 'them'}, and a script that nobody watches stops.`,
    hint: `Add ${list}.`,
    expected: names.join(' '),
  };
}

/** What is asked for on purpose: a secret does not stand in a script. */
export function willAsk(
  parameters: readonly ParameterHere[],
  here: CommandHere,
  at: { readonly start: number; readonly end: number },
): BindingProblem {
  const list = listedWith(
    parameters.map(({ name }) => `-${name}`),
    'and',
  );
  return {
    rule: 'powershell/will-ask',
    ...at,
    message: `${here.name} will ask for ${list} when the script runs, and wait until somebody answers.`,
    hint: `Leave it so where somebody is there, or ask once at the beginning (\`$credential = Get-Credential\`) and give it as ${list}.`,
  };
}

/** Several sets fit and none is the default one; `ways` are the parameters that would make each complete, if any are missing. */
export function ambiguousSet(
  ways: readonly (readonly ParameterHere[])[],
  here: CommandHere,
  at: { readonly start: number; readonly end: number },
): BindingProblem {
  const choices = [
    ...new Set(
      ways.map((way) =>
        listedWith(
          way.map(({ name }) => `-${name}`),
          'and',
        ),
      ),
    ),
  ].filter((choice) => choice !== '');
  return {
    rule: 'powershell/parameter-set-conflict',
    ...at,
    message: `PowerShell cannot tell which way of calling ${here.name} is meant: several fit what is given.`,
    hint:
      choices.length > 0
        ? `Add ${listedWith(choices.slice(0, 4), 'or')}.`
        : `Add a parameter of the way you mean; see them with \`Get-Command ${here.name} -Syntax\`.`,
  };
}

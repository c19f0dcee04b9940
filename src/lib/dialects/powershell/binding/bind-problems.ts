import { suggest } from '../../../diagnostics/suggest.ts';
import { listedWith } from './listed-with.ts';
import { literalOf } from './arguments.ts';
import type { BindContext, BindingProblem, GivenArgument } from './binding.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { FoundParameter } from './find-parameter.ts';

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
  return {
    rule: 'powershell/ambiguous-parameter',
    start: element.start,
    end: element.nameEnd,
    message: `-${element.name} can mean ${names.slice(0, -1).join(', ')} or ${names[names.length - 1]!}.`,
    hint: 'Write the whole name.',
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
  if (here.outdated && !near) return undefined;
  return {
    rule: unknownParameterRule,
    ...at,
    message: `${here.name} has no parameter -${element.name} on ${platform}.`,
    hint: near ? `Did you mean -${near}?` : `See its parameters with \`Get-Help ${here.name} -Parameter *\`.`,
    actual: `-${element.name}`,
    ...(near ? { expected: `-${near}`, replace: { title: `Write -${near}`, text: `-${near}` } } : {}),
  };
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
    message: `-${parameter.name} needs a value, and ${what}.`,
    hint: `Write the value after -${parameter.name}, or remove it.`,
  };
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

/** A value for which no position is left; `most` fit without the names of their parameters. */
export function unexpected(
  extra: GivenArgument,
  most: number,
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
  const afterSwitch = literal?.kind === 'boolean' ? switchBefore(extra, given) : undefined;
  const takes =
    most === 0
      ? 'takes no value without the name of its parameter here'
      : `takes ${most === 1 ? 'one value' : `${most} values`} at most without the names of their parameters here`;
  return {
    rule: 'powershell/unexpected-argument',
    start: extra.start,
    end: extra.end,
    message: `${shown} is one too many: ${here.name} ${takes}.`,
    hint: afterSwitch
      ? `-${afterSwitch.name} is a switch: write it alone, or with a colon and no blank (-${afterSwitch.name}:$true).`
      : 'Write the parameter before it, put a comma between the values of a list, or put text with blanks in quotes.',
  };
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

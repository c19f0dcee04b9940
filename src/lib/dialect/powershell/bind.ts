import type { Edit, Finding } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { isFlatWord } from './arguments.ts';
import type { CommandHere, ParameterHere } from './catalogue.ts';
import { versionsOf } from './catalogue.ts';
import { checkSets } from './parameter-sets.ts';
import { substitutes, takesCommandNames } from './supplement.ts';
import type { Command, CommandParameter, Expression } from './tree.ts';
import { checkValue } from './values.ts';

/** A finding before it has a place in a file: offsets into the parsed text. */
export type Problem = Omit<Finding, 'file' | 'range' | 'fix' | 'related'> & {
  readonly start: number;
  readonly end: number;
  /** What should stand at this place; a guess at what was meant. */
  readonly replace?: { readonly title: string; readonly text: string };
  /** Changes that are certain to be right. */
  readonly repair?: { readonly title: string; readonly edits: readonly Edit[] };
};

/** How the arguments of a command bind. */
export interface Binding {
  readonly problems: readonly Problem[];
  /** False where a parameter was not known and nothing tells whether it exists. */
  readonly known: boolean;
  /** Index of the element that is the name of a second command on the same line. */
  readonly second: number | undefined;
  readonly bound: readonly { readonly parameter: ParameterHere; readonly value: Expression | undefined }[];
}

interface Context {
  readonly here: CommandHere;
  /** Title of the platform, and its bit in the catalogue. */
  readonly platform: string;
  readonly bit: number;
  readonly isCommandName: (word: string) => boolean;
  /** Objects come in from the command before. */
  readonly piped: boolean;
}

/** Binds the elements of a command from `from` (just after its name) on. */
export function bind(command: Command, from: number, context: Context): Binding {
  const { here } = context;
  const { elements } = command;
  const problems: Problem[] = [];
  const bound: { parameter: ParameterHere; value: Expression | undefined }[] = [];
  const seen = new Map<ParameterHere, CommandParameter>();
  const positional: Expression[] = [];
  let known = true;
  let dashes = false;
  let at = from;
  for (; at < elements.length; at++) {
    const element = elements[at]!;
    if (element.kind !== 'parameter' || dashes) {
      if (element.kind === 'parameter') continue;
      if (isSecondCommand(element, context)) break;
      positional.push(element);
      continue;
    }
    if (element.name === '-') {
      dashes = true;
      continue;
    }
    const found = findParameter(element.name, here);
    const torn = tornParameter(elements, at, found, here);
    if (torn) {
      problems.push(torn.problem);
      // What follows is the value that was meant for the whole parameter.
      at += torn.length;
      continue;
    }
    if (found.kind !== 'one') {
      const problem =
        found.kind === 'many'
          ? ambiguous(element, found.parameters, here)
          : unknownParameter(element, context);
      if (problem) problems.push(problem);
      else known = false;
      // Whether it takes a value is not known; a value after it is taken for its own.
      if (
        !element.value &&
        elements[at + 1] &&
        elements[at + 1]!.kind !== 'parameter' &&
        !isSecondCommand(elements[at + 1]!, context)
      )
        at++;
      continue;
    }
    const { parameter } = found;
    const first = seen.get(parameter);
    if (first) problems.push(duplicate(element, parameter));
    else seen.set(parameter, element);
    let { value } = element;
    if (parameter.type !== 'SwitchParameter' && !value) {
      const next = elements[at + 1];
      if (!next || (next.kind === 'parameter' && isParameterOf(next, here))) {
        problems.push(missingValue(element, parameter, next));
        bound.push({ parameter, value: undefined });
        continue;
      }
      at++;
      value = next.kind === 'parameter' ? undefined : next;
    }
    bound.push({ parameter, value });
    const problem = value && !first ? checkValue(here.name, parameter, value) : undefined;
    if (problem) problems.push(problem);
  }
  const second = at < elements.length ? at : undefined;
  // One problem is told at a time: what is wrong with a name or value may be why no set fits.
  // A command that was run into another one may have lost more than its line break.
  if (from === 1 && second === undefined && known && here.complete && problems.length === 0) {
    const { start, end } = elements[from - 1]!;
    const named = [...seen].map(([parameter, element]) => ({ parameter, element }));
    const problem = checkSets(here, { named, positional, piped: context.piped, start, end });
    if (problem) problems.push(problem);
  }
  return { problems, known, second, bound };
}

type Found =
  | { readonly kind: 'one'; readonly parameter: ParameterHere }
  | { readonly kind: 'many'; readonly parameters: readonly ParameterHere[] }
  | { readonly kind: 'none' };

/** Exact name, exact alias, else an unambiguous beginning of either; a command's own parameter wins over the common ones. */
export function findParameter(written: string, here: CommandHere): Found {
  const lower = written.toLowerCase();
  const exact = here.byName.get(lower);
  if (exact) return { kind: 'one', parameter: exact };
  const hits = new Set<ParameterHere>();
  for (const [name, parameter] of here.byName) if (name.startsWith(lower)) hits.add(parameter);
  const all = [...hits];
  if (all.length <= 1) return all[0] ? { kind: 'one', parameter: all[0] } : { kind: 'none' };
  const own = all.filter(({ common }) => !common);
  return own.length === 1 ? { kind: 'one', parameter: own[0]! } : { kind: 'many', parameters: all };
}

function isParameterOf(element: CommandParameter, here: CommandHere): boolean {
  if (element.value || element.name === '-') return true;
  if (findParameter(element.name, here).kind !== 'none') return true;
  // PowerShell takes any other `-word` for the value. A slip of the pen in a known name is told as what it is.
  return suggest(element.name, here.parameters.keys()) !== undefined;
}

/** A bare word that names a command: the line break before it is missing. */
function isSecondCommand(element: Expression | CommandParameter, { here, isCommandName }: Context): boolean {
  if (element.kind !== 'text' || element.quote !== 'bare' || element.parts.length > 0) return false;
  if (!/^[A-Za-z]+-[A-Za-z]/.test(element.value) || !isFlatWord(element.value)) return false;
  return !takesCommandNames.has(here.name.toLowerCase()) && isCommandName(element.value);
}

/** `-Vlan Id 15`: two words that are one parameter together. */
function tornParameter(
  elements: Command['elements'],
  at: number,
  found: Found,
  here: CommandHere,
): { readonly problem: Problem; readonly length: number } | undefined {
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
  if (found.kind === 'one' && !hasValue && !checkValue(here.name, found.parameter, next)) return undefined;
  const written = `-${element.name} ${next.value}`;
  return {
    problem: {
      rule: 'powershell/split-parameter',
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

function ambiguous(
  element: CommandParameter,
  parameters: readonly ParameterHere[],
  here: CommandHere,
): Problem | undefined {
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

function unknownParameter(element: CommandParameter, { here, platform, bit }: Context): Problem | undefined {
  const elsewhere = here.parameterVersions(element.name);
  const at = { start: element.start, end: element.nameEnd };
  if (!here.complete) return undefined;
  if (elsewhere) {
    return {
      rule: 'powershell/wrong-platform',
      // Documentation that drops a parameter of earlier versions may as well have forgotten it.
      ...(here.live || elsewhere > bit ? {} : { severity: 'warning' as const }),
      ...at,
      message: `${here.name} has no -${element.name} on ${platform}; it exists on ${versionsOf(elsewhere)}.`,
      hint:
        substitutes.get(`${here.name} -${element.name}`.toLowerCase()) ??
        `Leave -${element.name} out here, or do it another way on this version.`,
      actual: `-${element.name}`,
    };
  }
  const near = suggest(
    element.name,
    [...here.parameters.values()].map(({ name }) => name),
  );
  return {
    rule: 'powershell/unknown-parameter',
    ...at,
    message: `${here.name} has no parameter -${element.name} on ${platform}.`,
    hint: near ? `Did you mean -${near}?` : `See its parameters with \`Get-Help ${here.name} -Parameter *\`.`,
    actual: `-${element.name}`,
    ...(near ? { expected: `-${near}`, replace: { title: `Write -${near}`, text: `-${near}` } } : {}),
  };
}

function duplicate(element: CommandParameter, parameter: ParameterHere): Problem {
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

function missingValue(
  element: CommandParameter,
  parameter: ParameterHere,
  next: Expression | CommandParameter | undefined,
): Problem {
  const what = next?.kind === 'parameter' ? `\`-${next.name}\` follows` : 'the command ends';
  return {
    rule: 'powershell/missing-value',
    start: element.start,
    end: element.nameEnd,
    message: `-${parameter.name} needs a value, and ${what}.`,
    hint: `Write the value after -${parameter.name}, or remove it.`,
  };
}

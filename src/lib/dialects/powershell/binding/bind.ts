import {
  ambiguousSet,
  conflict,
  duplicate,
  isSplit,
  missingMandatory,
  missingMandatoryRule,
  unexpected,
  unknownParameters,
} from './bind-problems.ts';
import type { ArgumentBinding, BindContext, Binding, BindingProblem, GivenArgument } from './binding.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import { isFunction } from '../catalogue/command-here.ts';
import { canSettle, chooseSet, completeSets, lackingByHand } from './parameter-sets.ts';
import type { Placed } from './positions.ts';
import { placeByPosition } from './positions.ts';
import { readArguments } from './read-arguments.ts';
import type { SetLayout } from './set-layout.ts';
import { countOf, everySet, indexOf, isIn, layoutOf } from './set-layout.ts';
import { dynamicCommands } from '../catalogue/overrides/dynamic-commands.ts';
import { promptingCommands } from '../catalogue/overrides/prompting-commands.ts';
import type { CommandNode } from '../syntax/tree.ts';
import { fitOf } from './values.ts';
import { wrongPlatformRule } from './wrong-platform.ts';

/**
 * Binds the elements of a command from `from` (just after its name) on, in PowerShell's own order: names, named values, values by
 * position, the set, what is missing.
 */
export function bind(command: CommandNode, from: number, context: BindContext): Binding {
  const { here } = context;
  const layout = layoutOf(here);
  const reading = readArguments(command, from, context);
  const named = bindNamed(reading.arguments, layout, context);
  const rest = reading.arguments.filter(({ parameter }) => !parameter);
  const { problems: unknown, certain } = unknownParameters(
    rest.flatMap(({ element }) => element ?? []),
    context,
  );
  const placed = placeByPosition(layout, rest, named.possible, (parameter) => named.bound.has(parameter), {
    fit: (parameter, { value }) => value && fitOf(here.name, parameter, value),
    strict: isFunction(here),
  });
  // What is torn in two may bind all the same, in another way.
  const isTaken = reading.problems.some(isSplit) && !isRefused(command, from, context);
  const read = reading.problems.map((problem) =>
    isTaken && isSplit(problem) ? { ...problem, severity: 'warning' as const } : problem,
  );
  const reported = [...read, ...named.problems];
  const answer = {
    known: certain,
    second: reading.second,
    arguments: boundArguments(reading.arguments, placed ?? [], layout),
    asks: [],
    set: undefined,
  };
  // Providers add parameters by their names alone: what has no position has none anywhere.
  if (dynamicCommands.has(here.name.toLowerCase()) && !reading.open && !reading.stopped && placed) {
    const has = (parameter: ParameterHere) => named.bound.has(parameter);
    const extra = placed.map(({ left, possible, bound }) =>
      rest.some(({ element }) => element) ||
      remainingOf(layout, possible, (one) => has(one) || bound.has(one)).length > 0
        ? undefined
        : left[0] && unexpected(left[0], bound, reading.arguments, here),
    );
    if (extra[0] && extra.every((one) => one)) return { ...answer, problems: [...reported, extra[0]] };
  }
  // A command that was run into another one may have lost more than its line break.
  const isWhole = from === 1 && reading.second === undefined && here.complete && here.sets.length > 0;
  if (reading.stopped || named.problems.length > 0 || reading.open || !isWhole || !placed)
    return { ...answer, problems: [...reported, ...unknown], known: answer.known && !reading.open };

  const { start, end } = command.elements[from - 1]!;
  const ends = placed.map((one) =>
    conclude(one, layout, reading.arguments, named.bound, context, { start, end }),
  );
  const first = ends[0]!;
  if (ends.every(({ problem }) => problem)) {
    // What a set lacks may be what makes another set of a version that has one.
    const isElsewhere = unknown.some(({ rule }) => rule === wrongPlatformRule);
    const own =
      first.problem &&
      first.problem !== 'names' &&
      !(isElsewhere && first.problem.rule === missingMandatoryRule)
        ? [first.problem]
        : [];
    return { ...answer, problems: [...reported, ...own, ...unknown] };
  }
  const sets = new Set(ends.map(({ set }) => set));
  return {
    ...answer,
    // A parameter that takes all that is left takes names that are not known, too; hardly as they were meant.
    problems: [...reported, ...unknown.map((problem) => ({ ...problem, severity: 'warning' as const }))],
    known: answer.known && first.settled !== false,
    asks: ends.every(({ asks }) => asks) ? first.asks! : [],
    set: sets.size === 1 ? first.set : undefined,
  };
}

/** Whether PowerShell refuses what is written from `from` on, as far as is known. */
export function isRefused(command: CommandNode, from: number, context: BindContext): boolean {
  return bind(command, from, { ...context, asWritten: true }).problems.some(
    ({ severity = 'error' }) => severity === 'error',
  );
}

interface NamedArguments {
  readonly bound: ReadonlyMap<ParameterHere, GivenArgument>;
  readonly possible: number;
  readonly problems: readonly BindingProblem[];
}

function bindNamed(
  given: readonly GivenArgument[],
  layout: SetLayout,
  { here, piped }: BindContext,
): NamedArguments {
  const bound = new Map<ParameterHere, GivenArgument>();
  const problems: BindingProblem[] = [];
  const before: ParameterHere[] = [];
  let possible = everySet;
  let clash: BindingProblem | undefined;
  for (const argument of given) {
    const { parameter, element, value } = argument;
    if (!parameter || !element) continue;
    if (bound.has(parameter)) {
      problems.push(duplicate(element, parameter));
      continue;
    }
    const { sets, slots } = layout.of.get(parameter)!;
    const delayed =
      value?.kind === 'script-block' &&
      !/^(?:Object|ScriptBlock)(?:\[\])*$/.test(parameter.type) &&
      slots.some((slot) => (slot.place.fromPipeline || slot.place.byPropertyName) && isIn(slot, possible));
    const fit = value && !(delayed && piped) ? fitOf(here.name, parameter, value) : undefined;
    if (fit?.problem) problems.push(fit.problem);
    bound.set(parameter, argument);
    if (sets !== 0) {
      const left = possible & sets;
      if (left === 0) clash ??= conflict(here, parameter, element, before);
      possible = left;
    }
    if (!parameter.common) before.push(parameter);
  }
  // What is wrong with a value is reported first, as PowerShell does.
  if (problems.length === 0 && clash && here.complete) problems.push(clash);
  return { bound, possible, problems };
}

interface BindingEnd {
  /** `names`: only names that are not known are in the way. */
  readonly problem: BindingProblem | 'names' | undefined;
  readonly set: number | undefined;
  /** False where the facts do not settle whether it binds. */
  readonly settled?: boolean;
  readonly asks?: readonly ParameterHere[];
}

/** Types whose values a console asks for without showing them; they stand in no script. */
const secretTypes: ReadonlySet<string> = new Set(['PSCredential', 'SecureString']);

/** What comes of a way to give values their positions. */
function conclude(
  { possible, bound, left, problem }: Placed,
  layout: SetLayout,
  given: readonly GivenArgument[],
  named: ReadonlyMap<ParameterHere, GivenArgument>,
  { here, piped }: BindContext,
  at: { readonly start: number; readonly end: number },
): BindingEnd {
  if (problem) return { problem, set: undefined };
  const has = (parameter: ParameterHere) => named.has(parameter) || bound.has(parameter);
  const state = { possible, has, piped };
  const nothing = { problem: undefined, set: undefined, settled: false };
  // Two values without a name at one place, each in a set of its own: which set comes first is not known.
  if (possible === 0 && layout.defaultUnknown) return nothing;
  if (possible === 0) return { problem: ambiguousSet([], here, at), set: undefined };
  if (!canSettle(layout, state) && isCertain(here, layout, state))
    return { problem: ambiguousSet(ways(layout, state), here, at), set: undefined };
  const remaining = remainingOf(layout, possible, has);
  if (left.length > 0 && remaining.length === 0) {
    const [first] = left;
    if (first!.element) return { problem: 'names', set: undefined };
    return { problem: unexpected(first!, bound, given, here), set: undefined };
  }
  const hasInTheEnd = (parameter: ParameterHere) =>
    has(parameter) || (left.length > 0 && remaining[0] === parameter);
  const end = { ...state, has: hasInTheEnd };
  const choice = chooseSet(layout, end);
  if (choice.kind === 'ambiguous')
    return isCertain(here, layout, end)
      ? { problem: ambiguousSet(ways(layout, end), here, at), set: undefined }
      : nothing;
  if (choice.kind === 'missing') {
    const set = countOf(choice.possible) === 1 ? indexOf(choice.possible) : undefined;
    if (promptingCommands.has(here.name.toLowerCase())) return { problem: undefined, set };
    if (mayMeanBareSet(layout, end)) return nothing;
    // Where the default set is not known, every set must lack something.
    if (
      layout.defaultUnknown &&
      countOf(possible & layout.sets) > 1 &&
      lackingByHand(layout, end) !== (possible & layout.sets)
    )
      return nothing;
    const demanded = choice.parameters.filter(({ type }) => !secretTypes.has(type));
    if (demanded.length === 0) return { problem: undefined, set, asks: choice.parameters };
    return { problem: missingMandatory(demanded, here, at), set: undefined };
  }
  if (choice.possible === everySet)
    return { problem: undefined, set: here.sets.length === 1 ? 0 : undefined };
  return { problem: undefined, set: countOf(choice.possible) === 1 ? indexOf(choice.possible) : undefined };
}

/** Whether it is certain that PowerShell finds no set: it depends on the default one where several lack nothing. */
function isCertain(
  { outdated }: CommandHere,
  layout: SetLayout,
  state: Parameters<typeof completeSets>[1],
): boolean {
  if (outdated || mayMeanBareSet(layout, state)) return false;
  return !layout.defaultUnknown || completeSets(layout, state) === 0;
}

/** Nothing that was given excludes a set of which the facts do not say what is its own: it may be what is meant. */
function mayMeanBareSet(
  { hasBareSet, bareDefault, sets }: SetLayout,
  { possible }: Parameters<typeof completeSets>[1],
): boolean {
  // What all sets but a bare default one share, such as -CimSession, is hardly refused by that alone.
  const isShared = bareDefault !== 0 && possible === (sets & ~bareDefault);
  return isShared || (hasBareSet && possible === everySet);
}

/** What each set that fits still lacks. */
function ways(
  { entries, sets }: SetLayout,
  { possible, has }: Parameters<typeof completeSets>[1],
): (readonly ParameterHere[])[] {
  const found: ParameterHere[][] = [];
  for (let left = possible & sets; left !== 0; left &= left - 1) {
    const set = left & -left;
    found.push(
      entries
        .filter(
          ({ parameter, slots }) =>
            !has(parameter) && slots.some((slot) => slot.place.mandatory && isIn(slot, set)),
        )
        .map(({ parameter }) => parameter),
    );
  }
  return found;
}

function remainingOf(
  { remaining }: SetLayout,
  possible: number,
  has: (parameter: ParameterHere) => boolean,
): readonly ParameterHere[] {
  return remaining
    .filter(
      ({ parameter, slots }) =>
        !has(parameter) && slots.find((slot) => isIn(slot, possible))?.place.remaining,
    )
    .map(({ parameter }) => parameter);
}

function boundArguments(
  given: readonly GivenArgument[],
  ways: readonly Placed[],
  layout: SetLayout,
): readonly ArgumentBinding[] {
  const places = ways.map(({ bound }) => new Map([...bound].map(([parameter, one]) => [one, parameter])));
  const [first] = ways;
  const remaining = first
    ? remainingOf(
        layout,
        first.possible,
        (parameter) => given.some((one) => one.parameter === parameter) || first.bound.has(parameter),
      )
    : [];
  const last = remaining.length === 1 ? remaining[0] : undefined;
  return given.map((argument) => {
    // Where a value may be one parameter's or another's, only running tells.
    const possible = new Set(places.map((place) => place.get(argument)));
    const parameter = argument.parameter ?? (possible.size === 1 ? [...possible][0] : undefined);
    return parameter || !last || !first?.left.includes(argument)
      ? { ...argument, parameter }
      : { ...argument, parameter: last, how: 'remaining' };
  });
}

import type { GivenArgument } from './binding.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { LayoutEntry, SetLayout } from './set-layout.ts';
import { having, isIn } from './set-layout.ts';
import type { ValueProblem } from './value-problem.ts';
import type { Fit } from './values.ts';

// After ParameterBinderController.BindPositionalParameters of the open-source engine.

/** How a value without a name may bind to a parameter. */
export interface Fitting {
  /** Undefined where only running tells. */
  readonly fit: (parameter: ParameterHere, value: GivenArgument) => Fit | undefined;
  /** A value that cannot be converted stops the binding there and then; else the next parameter is tried. */
  readonly strict: boolean;
}

export interface Placed {
  readonly possible: number;
  readonly bound: ReadonlyMap<ParameterHere, GivenArgument>;
  /** What found no place, names that are not known among them. */
  readonly left: readonly GivenArgument[];
  readonly problem: ValueProblem | undefined;
}

/**
 * Gives the values without a name to parameters by their positions. Where a value is only known when it runs and several
 * parameters stand at its place, each may be meant: then there are several answers. Undefined where two parameters of one set
 * share a position, which the facts have wrong.
 */
export function placeByPosition(
  layout: SetLayout,
  given: readonly GivenArgument[],
  possible: number,
  isBound: (parameter: ParameterHere) => boolean,
  fitting: Fitting,
): readonly Placed[] | undefined {
  const positions = positionsOf(layout, possible, isBound);
  if (!positions) return undefined;
  const start: State = { possible, bound: new Map(), left: [] };
  return positions.length === 0 ? [{ ...start, left: given, problem: undefined }] : step(0, 0, start);

  interface State {
    readonly possible: number;
    readonly bound: ReadonlyMap<ParameterHere, GivenArgument>;
    readonly left: readonly GivenArgument[];
  }

  function step(index: number, from: number, state: State): readonly Placed[] {
    const position = positions![index];
    const next = position && nextValue(given, from);
    if (!position || !next) {
      const left = [...state.left, ...given.slice(from)];
      return [{ possible: state.possible, bound: state.bound, left, problem: undefined }];
    }
    const here = having(position, (slot) => isIn(slot, state.possible));
    // PowerShell asks for the next value only where the position has a parameter left.
    if (here.length === 0) return step(index + 1, from, state);
    const passed = { ...state, left: [...state.left, ...next.passed] };
    if (!next.value) return step(index + 1, next.at, passed);
    const { value } = next;
    const fits = here.map(({ parameter }) => fitting.fit(parameter, value));
    const open = new Set(
      here.filter((_, one) => fits[one] === undefined).map(({ parameter }) => parameter.type),
    );
    // A value not known yet is taken for one of each parameter's own type in turn.
    const guesses = open.size > 1 && here.length > 1 ? [...open] : [undefined];
    return guesses.flatMap((guess) => {
      const one = bindOne(here, value, fits, guess, passed);
      return one.problem
        ? [{ possible: one.possible, bound: one.bound, left: one.left, problem: one.problem }]
        : step(index + 1, next.at, one);
    });
  }

  function bindOne(
    here: readonly LayoutEntry[],
    value: GivenArgument,
    fits: readonly ReturnType<Fitting['fit']>[],
    guess: string | undefined,
    state: State,
  ): State & { readonly problem: ValueProblem | undefined } {
    const { defaultSet } = layout;
    const tries = [defaultSet & state.possible ? defaultSet : 0, state.possible];
    let firstProblem: ValueProblem | undefined;
    for (const converting of [false, true]) {
      for (const sets of tries) {
        if (sets === 0) continue;
        let left = state.possible;
        const bound = new Map(state.bound);
        for (const [index, { parameter, sets: own, slots }] of here.entries()) {
          if (!slots.some((slot) => isIn(slot, sets))) continue;
          const fit = fits[index] ?? guessed(parameter, guess);
          if (!converting && !fit.asIs) continue;
          if (fit.problem) {
            if (fitting.strict || fit.late) return { ...state, problem: fit.problem };
            firstProblem ??= fit.problem;
            continue;
          }
          bound.set(parameter, value);
          if (own !== 0) left &= own;
        }
        if (bound.size > state.bound.size)
          return { possible: left, bound, left: state.left, problem: undefined };
      }
    }
    // What stays without a place is reported as such, by the reason it was refused where there is one.
    if (firstProblem) return { ...state, problem: firstProblem };
    return { ...state, left: [...state.left, value], problem: undefined };
  }
}

/** A value that is only known when it runs, taken for one of the type `guess`. */
function guessed({ type }: ParameterHere, guess: string | undefined): Fit {
  const asIs = guess === undefined || guess === type || type === 'Object';
  return { asIs, late: false, problem: undefined };
}

/** Parameters without a value yet, by position in ascending order. */
function positionsOf(
  layout: SetLayout,
  possible: number,
  isBound: (parameter: ParameterHere) => boolean,
): readonly (readonly LayoutEntry[])[] | undefined {
  const positions: LayoutEntry[][] = [];
  for (const entries of layout.positions) {
    const here = having(entries, (slot) => isIn(slot, possible)).filter(
      ({ parameter }) => !isBound(parameter),
    );
    if (here.some((one, index) => here.slice(0, index).some((other) => shareSet(one, other))))
      return undefined;
    if (here.length > 0) positions.push(here);
  }
  return positions;
}

function shareSet(one: LayoutEntry, other: LayoutEntry): boolean {
  return one.slots.some((slot) => other.slots.some(({ set }) => set === slot.set || (set & slot.set) !== 0));
}

/** The next value without a name; a name that is not known takes the value after it along. */
function nextValue(
  given: readonly GivenArgument[],
  from: number,
):
  | {
      readonly value: GivenArgument | undefined;
      readonly passed: readonly GivenArgument[];
      readonly at: number;
    }
  | undefined {
  const passed: GivenArgument[] = [];
  let at = from;
  while (at < given.length) {
    const argument = given[at++]!;
    if (!argument.element) return { value: argument, passed, at };
    passed.push(argument);
    const after = given[at];
    if (after && !after.element) {
      passed.push(after);
      at++;
    }
  }
  return passed.length > 0 ? { value: undefined, passed, at } : undefined;
}

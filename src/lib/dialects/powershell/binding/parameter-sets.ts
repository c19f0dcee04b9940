import type { BindingState, SetChoice } from './set-choice.ts';
import { missingFromPipeline } from './pipeline-input.ts';
import type { SetLayout } from './set-layout.ts';
import { countOf, everySet, isIn, takesPipeline } from './set-layout.ts';

// After CmdletParameterBinderController of the open-source engine (ValidateParameterSets, HandleUnboundMandatoryParameters).

/** The set that PowerShell binds by, once all that was given has its parameter. */
export function chooseSet(layout: SetLayout, bound: BindingState): SetChoice {
  const settled = settle(layout, bound);
  if (settled === undefined) return { kind: 'ambiguous', possible: bound.possible };
  if (bound.piped) return missingFromPipeline(layout, bound, settled);
  const parameters = layout.entries
    .filter(
      ({ parameter, slots }) =>
        !bound.has(parameter) && slots.some((slot) => slot.place.mandatory && isIn(slot, settled)),
    )
    .map(({ parameter }) => parameter);
  if (parameters.length > 0) return { kind: 'missing', parameters, possible: settled };
  return { kind: 'chosen', possible: settled };
}

/** Whether a set can be found at all, whatever the pipeline brings. */
export function canSettle(layout: SetLayout, bound: BindingState): boolean {
  return settle(layout, { ...bound, piped: true }) !== undefined;
}

/** The sets left: the default one where it fits and no pipeline can decide, else the one that lacks nothing. Undefined: ambiguous. */
function settle(layout: SetLayout, bound: BindingState): number | undefined {
  const { possible, piped } = bound;
  if (possible === 0) return undefined;
  const { defaultSet } = layout;
  const isOpen = possible === everySet && countOf(layout.sets) > 1;
  if (possible === everySet && !isOpen) return defaultSet === 0 ? possible : piped ? possible : defaultSet;
  if (!isOpen && countOf(possible) === 1) return possible;
  if ((possible & defaultSet) !== 0) return piped ? possible : defaultSet;
  if (piped && somePipeline(layout, bound)) return possible;
  return completeSet(layout, bound);
}

function somePipeline({ entries }: SetLayout, { has, possible }: BindingState): boolean {
  return entries.some(
    ({ parameter, slots }) =>
      !has(parameter) && slots.some((slot) => takesPipeline(slot) && isIn(slot, possible)),
  );
}

/** The only set of those left that lacks no mandatory parameter. */
function completeSet(layout: SetLayout, bound: BindingState): number | undefined {
  const complete = completeSets(layout, bound);
  return countOf(complete) === 1 ? complete : undefined;
}

/** The sets that still fit and lack no mandatory parameter. */
export function completeSets({ entries, sets }: SetLayout, { possible, has }: BindingState): number {
  let complete = possible & sets;
  for (const { parameter, slots } of entries) {
    if (has(parameter)) continue;
    for (const { set, place } of slots) if (place.mandatory) complete &= ~set;
  }
  return complete;
}

/** The sets that still fit and lack a mandatory parameter that the pipeline cannot supply. */
export function lackingByHand({ entries, sets }: SetLayout, { possible, has, piped }: BindingState): number {
  let lacking = 0;
  for (const { parameter, slots } of entries) {
    if (has(parameter)) continue;
    for (const slot of slots)
      if (slot.place.mandatory && !(piped && takesPipeline(slot)))
        lacking |= slot.set === 0 ? everySet : slot.set;
  }
  return lacking & possible & sets;
}

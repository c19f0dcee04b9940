import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { BindingState, SetChoice } from './set-choice.ts';
import type { SetLayout } from './set-layout.ts';
import { countOf, everySet, isIn, takesPipeline } from './set-layout.ts';

// After CmdletParameterBinderController of the open-source engine (FilterParameterSetsTakingNoPipelineInput,
// GetMissingMandatoryParameters): which set is meant, and what is missing, where objects come in that may supply parameters.

/** The mandatory parameters a set still lacks, by whether the pipeline may supply them. */
interface Lack {
  /** As a bit; `everySet` for what all sets lack alike. */
  readonly set: number;
  readonly byHand: ParameterHere[];
  byValue: boolean;
  byName: boolean;
}

export function missingFromPipeline(layout: SetLayout, bound: BindingState, settled: number): SetChoice {
  const { defaultSet } = layout;
  let possible = settled;
  const isOpen = possible === everySet && countOf(layout.sets) > 1;
  if (isOpen || countOf(possible) > 1) possible = setsWithInput(layout, bound, possible);
  const count = possible === everySet ? Math.max(1, countOf(layout.sets)) : countOf(possible);
  const lacks = lacksOf(layout, bound, possible);
  if (lacks.length === 0) return { kind: 'chosen', possible };
  const ofAll = lacks.find(({ set }) => set === everySet);
  let mandatory = lacks.reduce((all, { set }) => (set === everySet ? all : all | (set & possible)), 0);
  if (mandatory === 0) mandatory = possible;
  if (ofAll) mandatory = possible & (layout.sets === 0 ? everySet : layout.sets);

  const isFed = ({ byValue, byName }: Lack) => byValue || byName;
  const missing = (sets: number) =>
    lacks.filter(({ set }) => set === everySet || (set & sets) !== 0).flatMap(({ byHand }) => byHand);
  const done = (parameters: readonly ParameterHere[], left: number): SetChoice =>
    parameters.length > 0
      ? { kind: 'missing', parameters, possible: left }
      : { kind: 'chosen', possible: left };

  // The default set lacks nothing, and no other is fed by the pipeline: those that lack something are out.
  let favoured = 0;
  if (count > 1 && defaultSet !== 0 && (defaultSet & mandatory) === 0 && (defaultSet & possible) !== 0) {
    const other = lacks.some(
      (lack) =>
        lack.set !== everySet && (lack.set & possible) !== 0 && lack.set !== defaultSet && isFed(lack),
    );
    if (!other) {
      mandatory = possible & ~mandatory;
      possible = mandatory;
      if (possible !== defaultSet) favoured = defaultSet;
    }
  }
  const sets = countOf(mandatory);
  if (sets === 0) return { kind: 'ambiguous', possible };
  if (sets === 1) return done(missing(mandatory), possible);
  if (favoured !== 0) return { kind: 'chosen', possible };
  if (defaultSet !== 0 && (mandatory & defaultSet) !== 0 && isDefaultMeant(lacks, defaultSet, isFed))
    return done(missing(defaultSet), defaultSet);

  const own = lacks.filter(({ set }) => set !== everySet && (set & mandatory) !== 0);
  const byValue = own.filter((lack) => lack.byValue);
  const byName = own.filter((lack) => lack.byName);
  const unique = uniqueOf(byValue, byName);
  const chosen = unique ?? (byValue.length === 1 ? byValue[0] : undefined);
  const byHand = lacks.filter(
    (lack) => (lack.set === everySet || (lack.set & mandatory) !== 0) && lack.byHand.length > 0,
  );
  if (unique || (byHand.length > 0 && chosen)) {
    const { set } = chosen!;
    const others = lacks.reduce(
      (all, lack) => (lack.set === everySet || lack.set & set ? all : all | lack.set),
      0,
    );
    const left = chosen!.byHand.length > 0 ? set : (possible === everySet ? layout.sets : possible) & ~others;
    return done(missing(set), left);
  }
  if (byHand.length === 0) return { kind: 'chosen', possible };
  if (byValue.length < 2 && byName.length < 2) return { kind: 'ambiguous', possible };
  const out = byHand.reduce((all, { set }) => (set === everySet ? all : all | set), 0);
  const left = (possible === everySet ? layout.sets : possible) & ~out;
  return left === 0 ? { kind: 'ambiguous', possible } : { kind: 'chosen', possible: left };
}

/** The sets of which an unbound parameter is fed by the pipeline; all where there is none, or one that all sets have alike. */
function setsWithInput({ entries }: SetLayout, { has }: BindingState, possible: number): number {
  let withInput = 0;
  for (const { parameter, slots } of entries) {
    if (has(parameter)) continue;
    for (const slot of slots) {
      if (!takesPipeline(slot) || !isIn(slot, possible)) continue;
      if (slot.set === 0) return possible;
      withInput |= slot.set;
    }
  }
  return withInput === 0 ? possible : possible & withInput;
}

function lacksOf({ entries }: SetLayout, { has }: BindingState, possible: number): Lack[] {
  const lacks = new Map<number, Lack>();
  for (const { parameter, slots } of entries) {
    if (has(parameter)) continue;
    for (const slot of slots) {
      if (!slot.place.mandatory || !isIn(slot, possible)) continue;
      const set = slot.set === 0 ? everySet : slot.set;
      const lack = lacks.get(set) ?? { set, byHand: [], byValue: false, byName: false };
      lacks.set(set, lack);
      if (!takesPipeline(slot)) lack.byHand.push(parameter);
      lack.byValue ||= slot.place.fromPipeline;
      lack.byName ||= slot.place.byPropertyName;
    }
  }
  return [...lacks.values()];
}

function isDefaultMeant(lacks: readonly Lack[], defaultSet: number, isFed: (lack: Lack) => boolean): boolean {
  // What all sets lack counts as the default set's too.
  const others = lacks.filter(({ set }) => set !== everySet && (set & defaultSet) === 0);
  const otherFed = others.some((lack) => isFed(lack) && lack.byHand.length === 0);
  const own = lacks.find(({ set }) => set === defaultSet);
  if (own?.byName && !others.some(({ byName }) => byName)) return true;
  if (own && isFed(own) && !otherFed) return true;
  if (!otherFed) return true;
  return (lacks.find(({ set }) => set === everySet)?.byHand.length ?? 0) > 0;
}

/** The one set that the pipeline feeds, by value or by property name, where both ways do not lead to different ones. */
function uniqueOf(byValue: readonly Lack[], byName: readonly Lack[]): Lack | undefined {
  const value = byValue.length === 1 ? byValue[0] : undefined;
  const name = byName.length === 1 ? byName[0] : undefined;
  if (byValue.length > 0 && byName.length > 0) return value === name ? value : undefined;
  return value ?? name;
}

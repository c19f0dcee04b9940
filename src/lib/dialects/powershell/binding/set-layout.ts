import type { CommandHere } from '../catalogue/command-here.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import { bareSets, isAlikeInAll } from '../catalogue/default-set.ts';
import type { SetPlace } from '../catalogue/parameter-spec.ts';

/** Every set, those included that no parameter belongs to alone: as PowerShell counts before anything is bound. */
export const everySet = -1;

/** A parameter's place in one set, or alike in all of them. */
export interface Slot {
  /** The set as one bit; 0 where the parameter has the same place in every set. */
  readonly set: number;
  readonly place: SetPlace;
}

export interface LayoutEntry {
  readonly parameter: ParameterHere;
  /** The sets it belongs to as bits; 0 for all of them alike. */
  readonly sets: number;
  readonly slots: readonly Slot[];
}

/** A command's parameter sets as bits, the way PowerShell's binder holds them: bit n is the set of index n. */
export interface SetLayout {
  readonly entries: readonly LayoutEntry[];
  readonly of: ReadonlyMap<ParameterHere, LayoutEntry>;
  /** Those that take a value by its position, by position in ascending order; each with its slots there. */
  readonly positions: readonly (readonly LayoutEntry[])[];
  /** The few that take all values that are left, in some set. */
  readonly remaining: readonly LayoutEntry[];
  /** Sets that tell anything apart: those that some parameter names, and the default one. */
  readonly sets: number;
  /** The default set as a bit; 0 where there is none, or none is known. */
  readonly defaultSet: number;
  /** Which set is the default one is not known: several there are, and no source names it. */
  readonly defaultUnknown: boolean;
  /**
   * A set that the facts list has no parameter of its own and is not said to be the default: what it takes is not settled, and what
   * only shared parameters are given for may be meant for it.
   */
  readonly hasBareSet: boolean;
  /** The default set as a bit where the facts list nothing that it takes, and all other sets share parameters: it may take them as well. */
  readonly bareDefault: number;
}

const layouts = new WeakMap<CommandHere, SetLayout>();

export function layoutOf(here: CommandHere): SetLayout {
  let layout = layouts.get(here);
  if (!layout) {
    layout = makeLayout(here);
    layouts.set(here, layout);
  }
  return layout;
}

function makeLayout(here: CommandHere): SetLayout {
  const entries = [...here.parameters.values()].map((parameter) => entryOf(parameter, here.sets.length));
  const defaultIndex = here.sets.findIndex(({ isDefault }) => isDefault);
  const defaultSet = defaultIndex < 0 ? 0 : 1 << defaultIndex;
  const sets = entries.reduce((all, entry) => all | entry.sets, defaultSet);
  const bare = bareSets(here.sets.length, [...here.parameters.values()]);
  return {
    entries,
    of: new Map(entries.map((entry) => [entry.parameter, entry])),
    positions: byPosition(entries),
    remaining: entries.filter(({ slots }) => slots.some(({ place }) => place.remaining)),
    sets,
    defaultSet,
    defaultUnknown: defaultSet === 0 && countOf(sets) > 1,
    hasBareSet: bare.some((index) => index !== defaultIndex),
    bareDefault: bare.includes(defaultIndex) ? defaultSet : 0,
  };
}

function byPosition(entries: readonly LayoutEntry[]): LayoutEntry[][] {
  const placed = entries.map((entry) => ({
    ...entry,
    slots: entry.slots.filter(({ place }) => place.position !== undefined && !place.remaining),
  }));
  const positions = new Set(placed.flatMap(({ slots }) => slots.map(({ place }) => place.position!)));
  return [...positions]
    .sort((a, b) => a - b)
    .map((position) => having(placed, ({ place }) => place.position === position));
}

/** The entries that have slots such as are wanted, with these slots alone. */
export function having(entries: readonly LayoutEntry[], wanted: (slot: Slot) => boolean): LayoutEntry[] {
  const found: LayoutEntry[] = [];
  for (const entry of entries) {
    const slots = entry.slots.filter(wanted);
    if (slots.length > 0) found.push(slots.length === entry.slots.length ? entry : { ...entry, slots });
  }
  return found;
}

function entryOf(parameter: ParameterHere, setCount: number): LayoutEntry {
  const places = [...parameter.places];
  const [first] = places;
  if (first && isAlikeInAll(parameter.places, setCount))
    return { parameter, sets: 0, slots: [{ set: 0, place: first[1] }] };
  const slots = places.map(([set, place]) => ({ set: 1 << set, place }));
  return { parameter, sets: slots.reduce((all, { set }) => all | set, 0), slots };
}

/** Whether a slot counts while `possible` are the sets that still fit. */
export function isIn({ set }: Slot, possible: number): boolean {
  return set === 0 || (set & possible) !== 0;
}

export function takesPipeline({ place }: Slot): boolean {
  return place.fromPipeline || place.byPropertyName;
}

/** The number of bits; one for all sets. */
export function countOf(sets: number): number {
  if (sets === everySet) return 1;
  let count = 0;
  for (let left = sets; left !== 0; left &= left - 1) count++;
  return count;
}

/** The index of a single set. */
export function indexOf(set: number): number {
  return 31 - Math.clz32(set);
}

import type { SetPlace } from './parameter-spec.ts';

/** A parameter by its places alone: by index of a set. */
interface PlacedInSets {
  readonly places: ReadonlyMap<number, SetPlace>;
}

interface NamedSet {
  readonly name: string;
  readonly isDefault: boolean;
}

/**
 * The sets with the one that PowerShell begins with. A set exists for it where a parameter names it, or where it is the default: so
 * where no source says which is the default, it is one that is listed and has no parameter of its own.
 */
export function withDefault(
  sets: readonly NamedSet[],
  parameters: readonly PlacedInSets[],
): readonly NamedSet[] {
  if (sets.some(({ isDefault }) => isDefault)) return sets;
  const [first] = bareSets(sets.length, parameters);
  return sets.map(({ name }, index) => ({ name, isDefault: index === first }));
}

/** Of several sets those, by index, that have no parameter of their own. */
export function bareSets(count: number, parameters: readonly PlacedInSets[]): readonly number[] {
  if (count < 2) return [];
  const named = new Set<number>();
  for (const { places } of parameters)
    if (!isAlikeInAll(places, count)) for (const set of places.keys()) named.add(set);
  return Array.from({ length: count }, (_, index) => index).filter((index) => !named.has(index));
}

/** Whether a parameter has the same place in all of `count` sets: then it names none. */
export function isAlikeInAll(places: ReadonlyMap<number, SetPlace>, count: number): boolean {
  const [first, ...rest] = places.values();
  return first !== undefined && places.size === count && rest.every((place) => isSamePlace(place, first));
}

function isSamePlace(a: SetPlace, b: SetPlace): boolean {
  return (
    a === b ||
    (a.mandatory === b.mandatory &&
      a.position === b.position &&
      a.fromPipeline === b.fromPipeline &&
      a.byPropertyName === b.byPropertyName &&
      a.remaining === b.remaining)
  );
}

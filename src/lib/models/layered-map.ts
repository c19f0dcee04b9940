/** A value under a key, or that there is none any more. */
export type Entry<K, V> = readonly [key: K, value: V | undefined];

/**
 * `map` with other values under some keys, those without a value taken away; in the order that a Map has after the same. `map` stays as
 * it is. A long map is not copied for it: what is changed lies over it in a layer of its own, and is worked in once the layer has
 * grown, so that a state a line costs little however much is set on the switch.
 */
export function changed<K, V>(map: ReadonlyMap<K, V>, entries: Iterable<Entry<K, V>>): ReadonlyMap<K, V> {
  if (map.size < shortest) return changedCopy(map, entries);
  const { base, layer } = layersOf(map);
  const next = new Map(layer);
  let { size } = map;
  for (const [key, value] of entries) {
    const before = next.get(key);
    const had = before ? before.value !== undefined : base.has(key);
    if (value === undefined) {
      if (had) size--;
      if (base.has(key)) next.set(key, { value, isNew: false });
      else next.delete(key);
    } else if (had) next.set(key, { value, isNew: before?.isNew ?? false });
    else {
      // What comes back stands last.
      next.delete(key);
      next.set(key, { value, isNew: true });
      size++;
    }
  }
  return next.size * next.size > base.size ? workedIn(base, next) : layered(base, next, size);
}

/** Keys whose values may differ between two maps; undefined where only looking at all of them tells. */
export function changedKeys<K, V>(one: ReadonlyMap<K, V>, other: ReadonlyMap<K, V>): Iterable<K> | undefined {
  const a = layersOf(one);
  const b = layersOf(other);
  if (a.base === b.base) return new Set([...a.layer.keys(), ...b.layer.keys()]);
  const made = origins.get(b.base);
  if (made?.from.deref() !== a.base) return undefined;
  return new Set([...a.layer.keys(), ...(made.keys as readonly K[]), ...b.layer.keys()]);
}

/** Of a map that a layer was worked into: the map below that layer, which it does not keep alive, and the keys that the layer had. */
interface Origin {
  readonly from: WeakRef<ReadonlyMap<unknown, unknown>>;
  readonly keys: readonly unknown[];
}

const origins = new WeakMap<ReadonlyMap<unknown, unknown>, Origin>();

/** A copy of the whole. */
function workedIn<K, V>(base: ReadonlyMap<K, V>, layer: ReadonlyMap<K, Changed<V>>): ReadonlyMap<K, V> {
  const whole = new Map(base);
  for (const [key, { value, isNew }] of layer) {
    if (value === undefined || isNew) whole.delete(key);
    if (value !== undefined) whole.set(key, value);
  }
  origins.set(whole, { from: new WeakRef(base), keys: [...layer.keys()] });
  return whole;
}

/** A shorter map is copied. */
const shortest = 64;

interface Layers<K, V> {
  readonly base: ReadonlyMap<K, V>;
  readonly layer: ReadonlyMap<K, Changed<V>>;
}

interface Changed<V> {
  readonly value: V | undefined;
  /** Behind all that the base has. */
  readonly isNew: boolean;
}

const layersByMap = new WeakMap<ReadonlyMap<unknown, unknown>, Layers<unknown, unknown>>();

function layersOf<K, V>(map: ReadonlyMap<K, V>): Layers<K, V> {
  return (layersByMap.get(map) as Layers<K, V> | undefined) ?? { base: map, layer: new Map() };
}

function changedCopy<K, V>(map: ReadonlyMap<K, V>, entries: Iterable<Entry<K, V>>): ReadonlyMap<K, V> {
  const copy = new Map(map);
  for (const [key, value] of entries) {
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

function layered<K, V>(
  base: ReadonlyMap<K, V>,
  layer: ReadonlyMap<K, Changed<V>>,
  size: number,
): ReadonlyMap<K, V> {
  function* entries(): MapIterator<[K, V]> {
    for (const [key, value] of base) {
      const over = layer.get(key);
      if (!over) yield [key, value];
      else if (over.value !== undefined && !over.isNew) yield [key, over.value];
    }
    for (const [key, { value, isNew }] of layer) if (isNew && value !== undefined) yield [key, value];
  }
  const map: ReadonlyMap<K, V> = {
    size,
    get(key) {
      const over = layer.get(key);
      return over ? over.value : base.get(key);
    },
    has: (key) => map.get(key) !== undefined,
    entries,
    keys: () => entries().map(([key]) => key) as MapIterator<K>,
    values: () => entries().map(([, value]) => value) as MapIterator<V>,
    forEach(call) {
      for (const [key, value] of entries()) call(value, key, map);
    },
    [Symbol.iterator]: entries,
  };
  layersByMap.set(map, { base, layer });
  return map;
}

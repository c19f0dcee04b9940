import { emptyConfiguration } from './factory.ts';
import { changedKeys } from '../layered-map.ts';
import type { Configuration, SwitchState } from './state.ts';

/** Nothing would be lost by a reload: the running configuration is the one that the switch would start with. */
export function isSaved({ running, startup }: SwitchState): boolean {
  if (running === startup) return true;
  const saved = startup ?? emptyConfiguration;
  const parts = new Set([...Object.keys(running), ...Object.keys(saved)] as (keyof Configuration)[]);
  return [...parts].every((part) => {
    const one = running[part];
    const other = saved[part];
    return isMap(one) && isMap(other) ? isSameMap(one, other) : toText(one) === toText(other);
  });
}

/** Equal whatever the order of keys, and without interfaces and blocks at which nothing is set. */
function isSameMap(one: AnyMap, other: AnyMap): boolean {
  if (one === other) return true;
  for (const key of changedKeys(one, other) ?? new Set([...one.keys(), ...other.keys()]))
    if (one.get(key) !== other.get(key) && entryText(key, one) !== entryText(key, other)) return false;
  return true;
}

type AnyMap = ReadonlyMap<string | number, unknown>;

function entryText(key: string | number, map: AnyMap): string | undefined {
  const entry = map.get(key);
  return typeof key === 'string' && isEmpty(entry) ? undefined : toText(entry);
}

/** Maps and objects in the order of their keys. */
function toText(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) => {
    if (isMap(part)) return [...part].sort(([a], [b]) => (a < b ? -1 : 1));
    if (part !== null && typeof part === 'object' && !Array.isArray(part))
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    return part;
  });
}

function isEmpty(entry: unknown): boolean {
  if (isMap(entry)) return entry.size === 0;
  return typeof entry === 'object' && entry !== null && Object.keys(entry).length === 0;
}

/** A map of either make; see `layered-map.ts`. */
function isMap(value: unknown): value is AnyMap {
  return (
    typeof value === 'object' &&
    value !== null &&
    Symbol.iterator in value &&
    'keys' in value &&
    'size' in value
  );
}

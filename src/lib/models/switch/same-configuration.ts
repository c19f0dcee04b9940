import { emptyConfiguration } from './factory.ts';
import type { Configuration, SwitchState } from './state.ts';

/** Nothing would be lost by a reload: the running configuration is the one that the switch would start with. */
export function isSaved({ running, startup }: SwitchState): boolean {
  return running === startup || toText(running) === toText(startup ?? emptyConfiguration);
}

/** Maps in the order of their keys, and without interfaces at which nothing is set. */
function toText(configuration: Configuration): string {
  return JSON.stringify(configuration, (_, value: unknown) => {
    if (value instanceof Map)
      return [...(value as Map<string | number, unknown>)]
        .filter(([key, entry]) => typeof key === 'number' || !isEmpty(entry))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    return value;
  });
}

function isEmpty(entry: unknown): boolean {
  if (entry instanceof Map) return entry.size === 0;
  return typeof entry === 'object' && entry !== null && Object.keys(entry).length === 0;
}

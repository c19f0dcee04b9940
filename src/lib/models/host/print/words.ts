import type { JsonValue } from '../../resource.ts';

/** A word of a list, as .NET writes it; undefined where none is given, or another one. */
export function word(value: JsonValue | undefined, list: readonly string[]): string | undefined {
  return list.find((one) => typeof value === 'string' && one.toLowerCase() === value.toLowerCase());
}

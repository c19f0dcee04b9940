import type { Slice } from '../../../source/slice.ts';
import { replaceInSlice } from '../../../source/slice.ts';
import type { ValuePlace, WrittenValues } from '../../value-places.ts';
import { replacementsOf, withLetters } from '../../value-places.ts';

/** Writes values into lines, as each is written at its place. */
export function writeValues(code: Slice, places: readonly ValuePlace[]): WrittenValues {
  const { text, offsets } = withLetters(code.text, places);
  const written = places.map(({ value }, index) =>
    value === undefined ? undefined : quoteValue(value, text, offsets[index]!),
  );
  return { slice: replaceInSlice(code, replacementsOf(places, written)), written };
}

/**
 * Words are written as they are: IOS has no quotes. Blanks only fit where an argument takes the rest of the line, or between
 * double quotes that stand there already (SG300). `?` asks for help while the line is being typed, and IOS reads ASCII.
 */
export function quoteValue(value: string, text: string, offset: number): string | undefined {
  if (!/^[\x20-\x7e]+$/.test(value) || value.includes('?')) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  // No command line is longer, and nothing is written where what stands before is not known.
  if (offset - lineStart > longestLine) return undefined;
  const before = text.slice(lineStart, offset);
  const quoted = (before.split('"').length - 1) % 2 === 1;
  if (quoted) return value.includes('"') ? undefined : value;
  if (before.trim() === '' && value.trimStart().startsWith('!')) return undefined;
  if (!value.includes(' ')) return value.startsWith('|') && /\s$/.test(before) ? undefined : value;
  return restOfLine.test(before) && value.trim() === value ? value : undefined;
}

const longestLine = 2000;

/** Commands whose last argument is the rest of the line, blanks included. `name` is one word on a Catalyst. */
const restOfLine =
  /^\s*(?:(?:no|default)\s+)?(?:desc[a-z]*|remark|snmp-server\s+(?:location|contact)|banner\s+\w+)\s+\S?/i;

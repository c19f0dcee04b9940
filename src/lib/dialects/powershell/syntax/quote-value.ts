import type { Text } from './tree.ts';

/** What stands around a place: how the innermost string or argument is quoted, or a comment. */
export type Surroundings = Text['quote'] | 'comment';

/** A text as a string in single quotes. It has no line breaks and no control characters. */
export function singleQuoted(text: string): string {
  const written = quoteValue(text, 'single');
  if (written === undefined) throw new Error('A line break cannot stand in a string of one line.');
  return `'${written}'`;
}

/** A value as it is written in some surroundings; undefined where it cannot be written there safely. */
export function quoteValue(value: string, around: Surroundings | undefined): string | undefined {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return undefined;
  if (around === 'comment') return value.includes('#>') ? undefined : value;
  // Digits mean the same everywhere.
  if (/^\d+$/.test(value)) return value;
  switch (around) {
    case 'single':
      return value.replace(/['\u2018-\u201b]/g, (mark) => mark + mark);
    case 'double':
      return value.replace(/[`$"\u201c-\u201e]/g, (special) => `\`${special}`);
    case 'here-single':
      return /['\u2018-\u201b]@/.test(value) ? undefined : value;
    case 'here-double':
      return /["\u201c-\u201e]@/.test(value)
        ? undefined
        : value.replace(/[`$]/g, (special) => `\`${special}`);
    case 'bare':
      return /^[\w.:\\/][\w.:\\/-]*$/.test(value) ? value : undefined;
    default:
      return undefined;
  }
}

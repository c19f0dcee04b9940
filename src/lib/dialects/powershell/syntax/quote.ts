import { parse } from './parse.ts';
import type { Text } from './tree.ts';
import { walk } from './walk.ts';

/** What stands around a place: how the innermost string or argument is quoted, or a comment. */
type Surroundings = Text['quote'] | 'comment';

/**
 * Writes values into `text`, which is parsed once for all of them: as each is written at an offset, by what stands around that place.
 * Quotes are doubled in a single-quoted string, escaped by a backtick in a double-quoted one, plain words stay as they are. Undefined
 * where a value cannot be written there safely.
 */
export function quoter(text: string): (value: string, offset: number) => string | undefined {
  const surroundingsOf = surroundingsIn(text);
  return (value, offset) => quoted(value, surroundingsOf(offset));
}

/** As `quoter`, for a single value. */
export function quote(value: string, text: string, offset: number): string | undefined {
  return quoter(text)(value, offset);
}

function quoted(value: string, around: Surroundings | undefined): string | undefined {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return undefined;
  if (around === 'comment') return value.includes('#>') ? undefined : value;
  // Digits mean the same everywhere.
  if (/^\d+$/.test(value)) return value;
  switch (around) {
    case 'single':
      return value.replace(/['\u2018-\u201b]/g, '$&$&');
    case 'double':
      return value.replace(/[`$"\u201c-\u201e]/g, '`$&');
    case 'here-single':
      return /['\u2018-\u201b]@/.test(value) ? undefined : value;
    case 'here-double':
      return /["\u201c-\u201e]@/.test(value) ? undefined : value.replace(/[`$]/g, '`$&');
    case 'bare':
      return /^[\w.:\\/][\w.:\\/-]*$/.test(value) ? value : undefined;
    default:
      return undefined;
  }
}

/** The innermost string, argument or comment at an offset; undefined at the name of a command and anywhere else. */
function surroundingsIn(text: string): (offset: number) => Surroundings | undefined {
  const { statements, comments } = parse(text);
  return (offset) => {
    const holds = ({ start, end }: { readonly start: number; readonly end: number }) =>
      start <= offset && offset < end;
    if (comments.some(holds)) return 'comment';
    let around: Text['quote'] | undefined;
    for (const { statement } of statements) {
      walk(statement, (node) => {
        if (!holds(node)) return false;
        if (node.kind === 'text') around = node.quote;
        else if (node.kind === 'command' && holds(node.elements[0]!) && node.elements[0]!.kind === 'text') {
          around = node.elements[0].quote === 'bare' ? undefined : node.elements[0].quote;
          return false;
        } else around = undefined;
        return true;
      });
    }
    return around;
  };
}

import { parse } from './parse.ts';
import type { Text } from './tree.ts';
import { walk } from './walk.ts';

/**
 * How `value` is written at `offset` of `text`, by what stands around that place: quotes doubled in a single-quoted string,
 * escaped by a backtick in a double-quoted one, plain words as they are. Undefined where it cannot be written there safely.
 */
export function quote(value: string, text: string, offset: number): string | undefined {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return undefined;
  const place = placeOf(text, offset);
  if (place === 'comment') return value.includes('#>') ? undefined : value;
  // Digits mean the same everywhere.
  if (/^\d+$/.test(value)) return value;
  switch (place) {
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
function placeOf(text: string, offset: number): Text['quote'] | 'comment' | undefined {
  const { statements, comments } = parse(text);
  const holds = ({ start, end }: { readonly start: number; readonly end: number }) =>
    start <= offset && offset < end;
  if (comments.some(holds)) return 'comment';
  let place: Text['quote'] | undefined;
  for (const { statement } of statements) {
    walk(statement, (node) => {
      if (!holds(node)) return false;
      if (node.kind === 'text') place = node.quote;
      else if (node.kind === 'command' && holds(node.elements[0]!) && node.elements[0]!.kind === 'text') {
        place = node.elements[0].quote === 'bare' ? undefined : node.elements[0].quote;
        return false;
      } else place = undefined;
      return true;
    });
  }
  return place;
}

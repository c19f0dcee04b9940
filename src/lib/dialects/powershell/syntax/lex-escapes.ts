import { charAt } from './lexer-state.ts';
import type { Lexer } from './lexer-state.ts';

/** A backtick and what follows it. `` `e `` and `` `u{…} `` came with PowerShell 6; before, they are the letter. */
export function readBacktick(lexer: Lexer, at: number): { end: number; value: string } {
  const next = charAt(lexer, at + 1);
  if (next === 'e' && lexer.version < 6) return { end: at + 2, value: next };
  if (next === 'u' && lexer.version >= 6) return readUnicode(lexer, at);
  return { end: at + 2, value: escapes[next] ?? next };
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** `` `u{…} `` with one to six hexadecimal digits; what is wrong with it is reported where the engine tells it. */
function readUnicode(lexer: Lexer, at: number): { end: number; value: string } {
  const hint = 'Write for example `` `u{1F600} ``.';
  const fail = (start: number, message: string) => {
    lexer.fail({ start, end: start + 1, message, hint });
    return { end: Math.max(start, at + 2), value: '' };
  };
  if (charAt(lexer, at + 2) !== '{') return fail(at, 'An opening brace was expected after `` `u ``.');
  let end = at + 3;
  while (end < at + 9 && /[\da-f]/i.test(charAt(lexer, end))) end++;
  const digits = lexer.text.slice(at + 3, end);
  const next = charAt(lexer, end);
  if (next !== '}')
    return fail(
      end,
      digits.length < 6 ? 'This is no hexadecimal digit.' : 'A closing brace was expected after six digits.',
    );
  if (digits === '') return { ...fail(at, 'A hexadecimal number was expected in the braces.'), end: end + 1 };
  const point = Number.parseInt(digits, 16);
  if (point > 0x10ffff)
    return { ...fail(at + 3, `There is no character with the number ${digits}.`), end: end + 1 };
  return { end: end + 1, value: String.fromCodePoint(point) };
}

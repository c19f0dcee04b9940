import { endsNumber, endsToken, isDash } from './characters.ts';
import { scanWord } from './lex-words.ts';
import { charAt, token } from './lexer-state.ts';
import type { Lexer } from './lexer-state.ts';
import type { Token } from './token.ts';

export function scanDigit(lexer: Lexer, start: number): Token {
  const char = lexer.text[start]!;
  // In an expression a number before the sign stays a number: `1..3>file`.
  if (char >= '1' && char <= '6' && charAt(lexer, start + 1) === '>' && lexer.mode !== 'expression')
    return scanRedirection(lexer, start, start + 1);
  return scanNumber(lexer, start);
}

export function scanRedirection(lexer: Lexer, start: number, arrow: number): Token {
  let at = arrow + 1;
  if (charAt(lexer, at) === '>') at++;
  else if (arrow > start && charAt(lexer, at) === '&' && /[12]/.test(charAt(lexer, at + 1))) {
    return token(lexer, 'redirection', start, at + 2, 'merge');
  }
  return token(lexer, 'redirection', start, at, 'file');
}

const numberForm =
  /(?:0[xX]([\da-fA-F]*)|0[bB]([01]+)|((?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+\-\u2013-\u2015]?\d+)?))([dDlL]|[uU][lLsSyY]?|[sSyYnN])?([kKmMgGtTpP][bB])?/y;
const multipliers: Readonly<Record<string, number>> = {
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

export function scanNumber(lexer: Lexer, start: number): Token {
  const { text } = lexer;
  const negative = isDash(text[start]!);
  const signLength = negative || text[start] === '+' ? 1 : 0;
  numberForm.lastIndex = start + signLength;
  const match = numberForm.exec(text);
  const end = match ? Math.min(numberForm.lastIndex, lexer.limit) : start;
  const after = charAt(lexer, end);
  const ends =
    endsToken(after) ||
    (lexer.mode === 'expression' &&
      (endsNumber(after) || isDash(after) || (lexer.ternary && (after === '?' || after === ':'))));
  if (!match || !ends) return scanWord(lexer, start);
  const [, hex, binary, decimal, , multiplier] = match;
  const digits =
    hex !== undefined
      ? Number.parseInt(`0${hex}`, 16)
      : binary !== undefined
        ? Number.parseInt(binary, 2)
        : Number(decimal!.replace(/[\u2013-\u2015]/g, '-'));
  const size = multiplier ? multipliers[multiplier[0]!.toLowerCase()]! : 1;
  return {
    kind: 'number',
    start,
    end,
    value: text.slice(start, end),
    number: (negative ? -digits : digits) * size,
  };
}

import { endsNumber, endsToken, isDash } from './characters.ts';
import { scanWord } from './lex-words.ts';
import { charAt, token } from './lexer-state.ts';
import type { Lexer } from './lexer-state.ts';
import { numberAt } from './number-form.ts';
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

export function scanNumber(lexer: Lexer, start: number): Token {
  const { text } = lexer;
  const found = numberAt(text, start);
  const end = found ? Math.min(found.end, lexer.limit) : start;
  const after = charAt(lexer, end);
  const ends =
    endsToken(after) ||
    (lexer.mode === 'expression' &&
      (endsNumber(after) || isDash(after) || (lexer.ternary && (after === '?' || after === ':'))));
  if (!found || !ends) return scanWord(lexer, start);
  return { kind: 'number', start, end, value: text.slice(start, end), number: found.number };
}

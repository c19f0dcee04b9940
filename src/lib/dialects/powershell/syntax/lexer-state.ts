import type { Mode, Token, TokenKind } from './token.ts';
import type { SyntaxProblem } from './tree.ts';

/**
 * The lexer's state, changed by the parser. PowerShell has no one way to cut a text into tokens: `-eq` is an operator in an
 * expression and a parameter in a command, so the parser says in which mode the next token is to be read.
 */
export interface Lexer {
  readonly text: string;
  /** Characters from here on do not exist. The parser draws it in after an error, so that every open rule ends at once. */
  limit: number;
  mode: Mode;
  /** `-1` and `+1` are numbers here. */
  signed: boolean;
  /** A `?` or `:` ends a number here (the operands of a conditional expression). */
  ternary: boolean;
  /** A name ends at the first character that is none of a name's, even in a command. */
  simpleName: boolean;
  /** Of PowerShell: 3, 4, 5 (for 5.1) or 7. */
  readonly version: number;
  readonly comments: { readonly start: number; readonly end: number }[];
  readonly budget: ParseBudget;
  fail(problem: SyntaxProblem): void;
}

/** What may still be read of a text, whatever reads it. */
export interface ParseBudget {
  /** Rules that read a text anew draw on them too, and scans that lead nowhere, so that no text takes more than linear time. */
  tokens: number;
  statements: number;
}

/** The character at an offset; empty from the limit on. */
export function charAt(lexer: Lexer, at: number): string {
  return at < lexer.limit ? lexer.text[at]! : '';
}

export function token(
  lexer: Lexer,
  kind: TokenKind,
  start: number,
  end: number,
  value = lexer.text.slice(start, end),
): Token {
  return { kind, start, end, value };
}

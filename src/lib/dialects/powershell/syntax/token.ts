/** Where the lexer stands: what a character means depends on it. */
export type Mode = 'command' | 'expression' | 'signature' | 'type';

export type TokenKind =
  | 'end'
  | 'newline'
  | 'variable'
  | 'splat'
  | 'number'
  | 'string'
  | 'expandable'
  | 'word'
  | 'name'
  | 'type'
  | 'keyword'
  | 'parameter'
  | 'operator'
  | 'assignment'
  | 'redirection'
  | 'input-redirection'
  | 'label'
  | 'unknown'
  // Punctuation is its own kind.
  | ';'
  | ','
  | '('
  | ')'
  | '{'
  | '}'
  | '['
  | ']'
  | '@('
  | '@{'
  | '$('
  | '|'
  | '||'
  | '&'
  | '&&'
  | '.'
  | '::'
  | ':'
  | '?'
  | '?.'
  | '?['
  | '++'
  | '--'
  | '!';

/** A variable or subexpression inside an expandable string or word. */
export interface Embedded {
  readonly kind: 'variable' | 'subexpression';
  readonly start: number;
  readonly end: number;
  /** Name of the variable, without `$` and braces. */
  readonly name: string;
}

/** Offsets are into the parsed text, the end exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /**
   * Strings and words: the text they stand for, escapes resolved. Variables, parameters, labels: the name. Keywords and
   * operators: lower case, operators with a plain dash.
   */
  readonly value: string;
  readonly embedded?: readonly Embedded[];
  /** How a string is quoted. */
  readonly quote?: 'single' | 'double' | 'here-single' | 'here-double';
  /** A parameter written with a colon after it. */
  readonly colon?: true;
  /** Numbers. */
  readonly number?: number;
}

export const keywords: ReadonlySet<string> = new Set(
  (
    'begin break catch class configuration continue data define do dynamicparam else elseif end enum exit filter finally ' +
    'for foreach from function hidden if in param parallel process return sequence static switch throw trap try until using ' +
    'var while workflow'
  ).split(' '),
);

/** Binary operators written with a dash, without it, and how strongly they bind. */
export const dashOperators: ReadonlyMap<string, number> = new Map([
  ...precedence('and or xor', 1),
  ...precedence('band bor bxor', 2),
  ...caseVariants(
    'eq ne ge gt lt le like notlike match notmatch replace contains notcontains in notin split',
    3,
  ),
  ...precedence('is isnot as join shl shr', 3),
  ...precedence('f', 7),
]);

/** Unary operators written with a dash, without it. */
export const dashUnary: ReadonlySet<string> = new Set(['not', 'bnot', 'join', 'split', 'isplit', 'csplit']);

/** Binary operators written with signs. */
export const signOperators: ReadonlyMap<string, number> = new Map([
  ['+', 4],
  ['-', 4],
  ['*', 5],
  ['/', 5],
  ['%', 5],
  ['..', 6],
  ['??', 8],
]);

function precedence(words: string, level: number): [string, number][] {
  return words.split(' ').map((word) => [word, level]);
}

function caseVariants(words: string, level: number): [string, number][] {
  return words
    .split(' ')
    .flatMap((word) => [word, `i${word}`, `c${word}`].map((one): [string, number] => [one, level]));
}

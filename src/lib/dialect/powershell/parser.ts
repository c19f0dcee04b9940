import type { Lexer } from './lexer.ts';
import { nextToken } from './lexer.ts';
import type { SyntaxProblem } from './tree.ts';
import type { Mode, Token, TokenKind } from './token.ts';

/** The state the parsing functions share: a lexer, one token looked ahead, and what went wrong first. */
export interface Parser extends Lexer {
  /** Past the last token taken. */
  at: number;
  ahead: Token | undefined;
  /** A comma separates here (arguments of a method, parameters) and makes no array. */
  noComma: boolean;
  /** Brackets of every kind that are open. */
  depth: number;
  problem: SyntaxProblem | undefined;
  /** How many were open where the problem is. */
  problemDepth: number;
  /** Nesting of rules, kept within what the stack holds. */
  nesting: number;
}

export function createParser(text: string, start: number, version: number): Parser {
  const parser: Parser = {
    text,
    limit: text.length,
    mode: 'command',
    signed: false,
    ternary: false,
    simpleName: false,
    comments: [],
    at: start,
    ahead: undefined,
    noComma: false,
    depth: 0,
    problem: undefined,
    problemDepth: 0,
    nesting: 0,
    version,
    fail(problem) {
      if (parser.problem) return;
      parser.problem = problem;
      parser.problemDepth = parser.depth;
      // The text ends here: every rule that is open comes to its end, and what was read so far stays.
      parser.limit = Math.max(start, Math.min(parser.limit, parser.at));
      parser.ahead = undefined;
    },
  };
  return parser;
}

export function peek(parser: Parser): Token {
  // A failing lexer empties the look-ahead, so it is read twice at most.
  const token = parser.ahead ?? nextToken(parser, parser.at);
  parser.ahead = parser.problem ? { kind: 'end', start: parser.at, end: parser.at, value: '' } : token;
  return parser.ahead;
}

export function take(parser: Parser): Token {
  const token = peek(parser);
  parser.at = token.end;
  parser.ahead = undefined;
  return token;
}

/** Goes back to before `token`, which is then read again. */
export function giveBack(parser: Parser, token: Token): void {
  parser.at = token.start;
  parser.ahead = parser.problem ? undefined : token;
}

export function goTo(parser: Parser, at: number): void {
  parser.at = at;
  parser.ahead = undefined;
}

export function takeIf(parser: Parser, kind: TokenKind): Token | undefined {
  return peek(parser).kind === kind ? take(parser) : undefined;
}

export function isKeyword(token: Token, word: string): boolean {
  return token.kind === 'keyword' && token.value === word;
}

export function skipNewlines(parser: Parser): void {
  while (peek(parser).kind === 'newline') take(parser);
}

export function skipSeparators(parser: Parser): void {
  while (peek(parser).kind === 'newline' || peek(parser).kind === ';') take(parser);
}

/** Reads with the lexer in `mode`; the look-ahead is read anew on both sides. */
export function inMode<T>(parser: Parser, mode: Mode, read: () => T): T {
  const before = parser.mode;
  setMode(parser, mode);
  const result = read();
  setMode(parser, before);
  return result;
}

function setMode(parser: Parser, mode: Mode): void {
  if (parser.mode !== mode) parser.ahead = undefined;
  parser.mode = mode;
}

/** Reads with commas as separators or as the array operator. */
export function withComma<T>(parser: Parser, noComma: boolean, read: () => T): T {
  const before = parser.noComma;
  parser.noComma = noComma;
  const result = read();
  parser.noComma = before;
  return result;
}

/** More levels than any script has; beyond it the text is refused rather than the stack used up. */
const deepest = 400;

/** Reads one level deeper; undefined, with a problem reported, where the nesting has no end. */
export function deeper<T>(parser: Parser, read: () => T): T | undefined {
  if (parser.nesting >= deepest) {
    const { start } = peek(parser);
    parser.fail({
      start,
      end: start + 1,
      message: `Brackets and blocks are nested more than ${deepest} levels deep.`,
      hint: 'Break the command up.',
    });
    return undefined;
  }
  parser.nesting++;
  const result = read();
  parser.nesting--;
  return result;
}

/** Reports what is missing, at the end of what came before it. */
export function failAfter(
  parser: Parser,
  end: number,
  message: string,
  hint: string,
  unclosedFrom?: number,
): void {
  parser.fail({
    start: end,
    end: end + 1,
    message,
    hint,
    ...(unclosedFrom === undefined ? {} : { unclosed: true }),
  });
}

export function failAt(parser: Parser, token: Token, message: string, hint: string): void {
  parser.fail({ start: token.start, end: Math.max(token.end, token.start + 1), message, hint });
}

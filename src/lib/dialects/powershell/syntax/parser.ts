import type { Lexer, ParseBudget } from './lexer-state.ts';
import { isLineBreak } from './characters.ts';
import { nextToken, skipTrivia } from './lexer.ts';
import { token } from './lexer-state.ts';
import type { SyntaxProblem } from './tree.ts';
import type { Mode, Token, TokenKind } from './token.ts';

/** The state the parsing functions share: a lexer, one token looked ahead, and what went wrong. */
export interface Parser extends Lexer {
  /** Past the last token consumed. */
  at: number;
  ahead: Token | undefined;
  /** Tokens consumed and not unread, in order. What is expanded in a string or word comes after it. */
  readonly consumed: Token[];
  /** A comma separates here (arguments of a method, parameters) and makes no array. */
  noComma: boolean;
  /** In the order they were found, which is not that of their places: an open brace is found at the end of what it holds. */
  readonly problems: SyntaxProblem[];
  /** Nesting of rules, kept within what the stack holds. */
  nesting: number;
  /** Told where the text is not read to its end. */
  givenUp: SyntaxProblem | undefined;
}

export function createParser(
  text: string,
  start: number,
  version: number,
  budget: ParseBudget = { tokens: 2000 + 6 * text.length, statements: mostStatements },
): Parser {
  const problems: SyntaxProblem[] = [];
  // What is read anew, after a look ahead that led nowhere, is reported once.
  const reported = new Set<string>();
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
    consumed: [],
    noComma: false,
    problems,
    nesting: 0,
    givenUp: undefined,
    budget,
    version,
    fail(problem) {
      // What is open where the reading ends may be closed in the rest.
      if (parser.givenUp) return;
      const key = `${problem.start} ${problem.end} ${problem.message}`;
      if (reported.has(key)) return;
      reported.add(key);
      problems.push(problem);
      if (problems.length === mostProblems)
        giveUp(
          parser,
          `More than ${mostProblems} things are wrong up to here, and the rest is not read.`,
          'Mend these first.',
        );
    },
  };
  return parser;
}

/** Mistakes after which a text is hardly PowerShell. */
const mostProblems = 2000;

/** Statements of a script, those within others counted: the longest one that is read has half of them. */
const mostStatements = 30_000;

/** Counts a statement that is about to be read. */
export function countStatement(parser: Parser): void {
  if (--parser.budget.statements >= 0 || parser.givenUp) return;
  giveUp(
    parser,
    `More than ${mostStatements} commands and expressions stand up to here, and the rest is not read.`,
    'Split the script into parts.',
  );
}

function giveUp(parser: Parser, message: string, hint: string): void {
  const { at } = parser;
  parser.givenUp = { start: at, end: at + 1, message, hint, unclosed: true };
  parser.problems.push(parser.givenUp);
  parser.limit = at;
  parser.ahead = undefined;
}

/** Draws the end of the text in to here, so that every open rule comes to its end. */
function stop(parser: Parser, message: string, hint: string): void {
  if (parser.limit <= parser.at) return;
  parser.fail({ start: parser.at, end: parser.at + 1, message, hint, unclosed: true });
  parser.limit = parser.at;
  parser.ahead = undefined;
}

export function peek(parser: Parser): Token {
  if (parser.ahead) return parser.ahead;
  if (--parser.budget.tokens < 0)
    stop(parser, 'The text is nested in too complicated a way to be read.', 'Break the command or block up.');
  parser.ahead = nextToken(parser, parser.at);
  // A long token costs more, for it may be read again from each of its parts.
  parser.budget.tokens -= (parser.ahead.end - parser.at) >> 2;
  return parser.ahead;
}

export function consume(parser: Parser): Token {
  const token = peek(parser);
  parser.at = token.end;
  parser.ahead = undefined;
  parser.consumed.push(token);
  return token;
}

/** Consumes what was found by its characters, or is another thing here than the lexer can tell. */
export function consumeAt(parser: Parser, kind: TokenKind, start: number, end: number): Token {
  goTo(parser, end);
  const found = token(parser, kind, start, end);
  parser.consumed.push(found);
  return found;
}

/** Goes back to before `token`, which is then read again. */
export function unread(parser: Parser, token: Token): void {
  goTo(parser, token.start);
  parser.ahead = token;
}

export function goTo(parser: Parser, at: number): void {
  const { consumed } = parser;
  while (consumed.length > 0 && consumed[consumed.length - 1]!.start >= at) consumed.pop();
  parser.at = at;
  parser.ahead = undefined;
}

export function consumeIf(parser: Parser, kind: TokenKind): Token | undefined {
  return peek(parser).kind === kind ? consume(parser) : undefined;
}

export function isKeyword(token: Token, word: string): boolean {
  return token.kind === 'keyword' && token.value === word;
}

/** Passes over line ends, blanks and comments, without looking at the token after them. */
export function skipNewlines(parser: Parser): void {
  skipEmpty(parser, false);
}

/** As `skipNewlines`, and over semicolons. */
export function skipSeparators(parser: Parser): void {
  skipEmpty(parser, true);
}

function skipEmpty(parser: Parser, semicolons: boolean): void {
  const { ahead } = parser;
  if (ahead && ahead.kind !== 'newline' && !(semicolons && ahead.kind === ';')) return;
  if (ahead) consume(parser);
  let at = skipTrivia(parser, parser.at);
  for (; at < parser.limit; at = skipTrivia(parser, at + 1)) {
    if (semicolons && parser.text[at] === ';') consumeAt(parser, ';', at, at + 1);
    else if (!isLineBreak(parser.text[at]!)) break;
  }
  goTo(parser, Math.min(at, parser.limit));
}

/** Reads with the lexer in `mode`; a look-ahead that means something else in another mode is read anew on both sides. */
export function inMode<T>(parser: Parser, mode: Mode, read: () => T): T {
  const before = parser.mode;
  setMode(parser, mode);
  const result = read();
  setMode(parser, before);
  return result;
}

const sameInEveryMode: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...(['end', 'newline', 'string', 'expandable', '(', ')', '{', '}', ']', '@(', '@{', '$('] as const),
  ...([';', '&&', '||', '&', '|', ',', 'input-redirection'] as const),
]);

function setMode(parser: Parser, mode: Mode): void {
  if (parser.mode !== mode && parser.ahead && !sameInEveryMode.has(parser.ahead.kind))
    parser.ahead = undefined;
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
    stop(parser, `Brackets and blocks are nested more than ${deepest} levels deep.`, 'Break the command up.');
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

/**
 * Passes over what cannot be read, up to a token of one of `kinds` outside of brackets; a closing bracket among them closes one
 * that was open before. That bracket is consumed where `consumesClosing`, every other token always.
 */
export function synchronize(parser: Parser, consumesClosing: boolean, kinds: readonly TokenKind[]): void {
  const open = {
    ')': kinds.includes(')') ? 1 : 0,
    '}': kinds.includes('}') ? 1 : 0,
    ']': kinds.includes(']') ? 1 : 0,
  };
  for (;;) {
    const token = peek(parser);
    if (token.kind === 'end') return;
    consume(parser);
    if (token.kind === '(') open[')']++;
    else if (token.kind === '{') open['}']++;
    else if (token.kind === '[') open[']']++;
    else if (token.kind === ')' || token.kind === '}' || token.kind === ']') {
      open[token.kind]--;
      if (open[token.kind] === 0 && kinds.includes(token.kind)) {
        if (!consumesClosing) unread(parser, token);
        return;
      }
    }
    if (kinds.includes(token.kind) && open[')'] === 0 && open['}'] === 0 && open[']'] === 0) return;
  }
}

/** The place before a token, where the engine sees what is missing there; before the end of the text that is the end. */
export function placeBefore({ kind, start }: Token): number {
  return kind === 'end' ? start : Math.max(0, start - 1);
}

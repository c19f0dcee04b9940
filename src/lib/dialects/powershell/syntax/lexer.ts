import {
  endsToken,
  isBlank,
  isDash,
  isDigit,
  isDoubleQuote,
  isLetter,
  isLineBreak,
  isNameStart,
  isSingleQuote,
  isVariableStart,
} from './characters.ts';
import { scanDigit, scanNumber, scanRedirection } from './lex-numbers.ts';
import { scanDoubleQuoted, scanHereString, scanSingleQuoted } from './lex-strings.ts';
import { scanColon, scanName, scanParameter, scanVariable, scanWord } from './lex-words.ts';
import type { Lexer } from './lexer-state.ts';
import { charAt, token } from './lexer-state.ts';
import type { Token, TokenKind } from './token.ts';

/** The token at or after `from`; blanks, comments and continued line ends before it are passed over. */
export function nextToken(lexer: Lexer, from: number): Token {
  const at = skipTrivia(lexer, from);
  const char = charAt(lexer, at);
  const next = charAt(lexer, at + 1);
  const command = lexer.mode === 'command';
  // An operator glued to more characters is a word in a command: `=x`, `*.txt`, `+foo`.
  const sign = (kind: TokenKind, length: number): Token =>
    command && !endsToken(charAt(lexer, at + length))
      ? scanWord(lexer, at)
      : token(lexer, kind, at, at + length);
  if (char === '')
    return { kind: 'end', start: Math.min(at, lexer.limit), end: Math.min(at, lexer.limit), value: '' };
  if (isLineBreak(char)) return token(lexer, 'newline', at, char === '\r' && next === '\n' ? at + 2 : at + 1);
  if (isSingleQuote(char)) return scanSingleQuoted(lexer, at);
  if (isDoubleQuote(char)) return scanDoubleQuoted(lexer, at);
  if (isDash(char)) return scanDash(lexer, at, sign);
  if (isLetter(char) || char === '_') return scanName(lexer, at);
  if (isDigit(char)) return scanDigit(lexer, at);
  switch (char) {
    case '@':
      return scanAt(lexer, at);
    case '$':
      return next === '(' ? token(lexer, '$(', at, at + 2) : scanVariable(lexer, at);
    case '=':
      return sign('assignment', 1);
    case '+':
      if (next === '+') return sign('++', 2);
      if (next === '=') return sign('assignment', 2);
      if (lexer.signed && (isDigit(next) || next === '.')) return scanNumber(lexer, at);
      return sign('operator', 1);
    case '*':
      if (next === '>') return scanRedirection(lexer, at, at + 1);
      return next === '=' ? sign('assignment', 2) : sign('operator', 1);
    case '/':
    case '%':
      return next === '=' ? sign('assignment', 2) : sign('operator', 1);
    case '<':
      return token(lexer, 'input-redirection', at, at + 1);
    case '>':
      return scanRedirection(lexer, at, at);
    case '(':
    case ')':
    case '{':
    case '}':
    case ';':
    case ',':
    case ']':
      return token(lexer, char, at, at + 1);
    case '[':
      return command && !endsToken(next) ? scanWord(lexer, at) : token(lexer, '[', at, at + 1);
    case '.':
      return scanDot(lexer, at);
    case '&':
      return next === '&' ? token(lexer, '&&', at, at + 2) : token(lexer, '&', at, at + 1);
    case '|':
      return next === '|' ? token(lexer, '||', at, at + 2) : token(lexer, '|', at, at + 1);
    case '!':
      if (command ? !endsToken(next) : isNameStart(next)) return scanWord(lexer, at);
      return token(lexer, '!', at, at + 1);
    case ':':
      return scanColon(lexer, at);
    case '?':
      if (lexer.mode !== 'expression') return scanWord(lexer, at);
      if (next === '?') {
        return charAt(lexer, at + 2) === '='
          ? token(lexer, 'assignment', at, at + 3)
          : token(lexer, 'operator', at, at + 2);
      }
      return token(lexer, '?', at, at + 1);
    default:
      return scanWord(lexer, at);
  }
}

/** Past blanks, comments and line ends after a backtick. */
export function skipTrivia(lexer: Lexer, from: number): number {
  let at = from;
  for (;;) {
    const char = charAt(lexer, at);
    if (char === ' ' || char === '\t') at++;
    else if (char === '#') at = skipLineComment(lexer, at);
    else if (char === '<' && charAt(lexer, at + 1) === '#') at = skipBlockComment(lexer, at);
    else if (char === '`') {
      const next = charAt(lexer, at + 1);
      if (next === '\r' && charAt(lexer, at + 2) === '\n') at += 3;
      else if (isLineBreak(next)) at += 2;
      else if (next !== '' && isBlank(next)) at += 2;
      else if (next === '') {
        lexer.fail({
          start: at + 1,
          end: at + 2,
          message: 'The text ends in a backtick, which continues a command on a next line that is not there.',
          hint: 'Remove the backtick, or add the line that belongs to it.',
          endsText: true,
        });
        return at + 1;
      } else return at;
    } else if (char !== '' && isBlank(char)) at++;
    else return at;
  }
}

function skipLineComment(lexer: Lexer, from: number): number {
  let at = from;
  while (at < lexer.limit && !isLineBreak(lexer.text[at]!)) at++;
  lexer.comments.push({ start: from, end: at });
  return at;
}

export function skipBlockComment(lexer: Lexer, from: number): number {
  const close = lexer.text.indexOf('#>', from + 2);
  if (close < 0 || close + 2 > lexer.limit) {
    lexer.fail({
      start: from,
      end: from + 2,
      message: 'The block comment that opens here is never closed.',
      hint: 'Close it with `#>`.',
      unclosed: true,
      swallows: true,
    });
    return lexer.limit;
  }
  lexer.comments.push({ start: from, end: close + 2 });
  return close + 2;
}

function scanAt(lexer: Lexer, at: number): Token {
  const next = charAt(lexer, at + 1);
  if (next === '{') return token(lexer, '@{', at, at + 2);
  if (next === '(') return token(lexer, '@(', at, at + 2);
  if (isSingleQuote(next)) return scanHereString(lexer, at, isSingleQuote);
  if (isDoubleQuote(next)) return scanHereString(lexer, at, isDoubleQuote);
  if (isVariableStart(next)) {
    const variable = scanVariable(lexer, at);
    return variable.kind === 'variable' ? { ...variable, kind: 'splat' } : variable;
  }
  lexer.fail({
    start: at,
    end: at + 1,
    message: 'A lone `@` means nothing here.',
    hint: 'Write `@(…)` for an array, `@{…}` for a hashtable, `@name` to splat one, or put text that begins with @ in quotes.',
  });
  return token(lexer, 'unknown', at, at + 1);
}

function scanDash(lexer: Lexer, start: number, sign: (kind: TokenKind, length: number) => Token): Token {
  const next = charAt(lexer, start + 1);
  if (isDash(next)) return sign('--', 2);
  if (next === '=') return sign('assignment', 2);
  if (isLetter(next) || next === '_' || next === '?') return scanParameter(lexer, start);
  if (lexer.signed && (isDigit(next) || next === '.')) return scanNumber(lexer, start);
  return sign('operator', 1);
}

function scanDot(lexer: Lexer, start: number): Token {
  const next = charAt(lexer, start + 1);
  const command = lexer.mode === 'command';
  if (next === '.') {
    if (command && !endsToken(charAt(lexer, start + 2))) return scanWord(lexer, start);
    return token(lexer, 'operator', start, start + 2);
  }
  if (isDigit(next)) return scanNumber(lexer, start);
  if (command && !endsToken(next) && next !== '$' && next !== '"' && next !== "'")
    return scanWord(lexer, start);
  return token(lexer, '.', start, start + 1);
}

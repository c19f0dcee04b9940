import {
  endsToken,
  isBlank,
  isDoubleQuote,
  isLetter,
  isNameFollow,
  isNameStart,
  isSingleQuote,
} from './characters.ts';
import { readBacktick } from './lex-escapes.ts';
import { readDollar, readDoubleQuoted, readSingleQuoted } from './lex-strings.ts';
import { readVariable } from './lex-variables.ts';
import { charAt, token } from './lexer-state.ts';
import type { Lexer } from './lexer-state.ts';
import { dashOperators, dashUnary, keywords } from './token.ts';
import type { Embedded, Token } from './token.ts';

/** From a `$` (or the `@` of a splat). */
export function scanVariable(lexer: Lexer, start: number): Token {
  return readVariable(lexer, start) ?? scanWord(lexer, start);
}

/**
 * A word of a command: up to a blank, a line end or one of `& ( ) , ; { | }`, quotes and variables inside it included. Characters
 * before `from` stand for themselves.
 */
export function scanWord(lexer: Lexer, start: number, from = start): Token {
  const { text } = lexer;
  const embedded: Embedded[] = [];
  let value = text.slice(start, from);
  let at = from;
  while (at < lexer.limit) {
    const char = text[at]!;
    if (char === '`' && at + 1 < lexer.limit) {
      const escape = readBacktick(lexer, at);
      value += escape.value;
      at = escape.end;
    } else if (isSingleQuote(char)) {
      const string = readSingleQuoted(lexer, at);
      value += string.value;
      at = string.end;
    } else if (isDoubleQuote(char)) {
      const string = readDoubleQuoted(lexer, at, embedded);
      value += string.value;
      at = string.end;
    } else if (char === '$') {
      const end = readDollar(lexer, at, embedded, false);
      value += text.slice(at, end ?? at + 1);
      at = end ?? at + 1;
    } else if (endsToken(char)) break;
    else {
      value += char;
      at++;
    }
  }
  return {
    kind: 'word',
    start,
    end: Math.max(at, Math.min(start + 1, lexer.limit)),
    value,
    ...(embedded.length > 0 ? { embedded } : {}),
  };
}

export function scanName(lexer: Lexer, start: number): Token {
  const { text, mode } = lexer;
  let at = start + 1;
  while (at < lexer.limit && isNameFollow(text[at]!)) at++;
  if (mode === 'type') {
    while (at < lexer.limit && (isNameFollow(text[at]!) || '.`_+#\\'.includes(text[at]!))) at++;
    return token(lexer, 'type', start, at);
  }
  if (lexer.simpleName) return token(lexer, 'name', start, at);
  if (mode === 'command' && !endsToken(charAt(lexer, at))) return scanWord(lexer, start);
  if (mode === 'command' || mode === 'signature') {
    const word = text.slice(start, at).toLowerCase();
    if (keywords.has(word)) return token(lexer, 'keyword', start, at, word);
  }
  return token(lexer, 'name', start, at);
}

export function scanParameter(lexer: Lexer, start: number): Token {
  const { text } = lexer;
  const command = lexer.mode === 'command';
  let at = start + 1;
  for (; at < lexer.limit; at++) {
    const char = text[at]!;
    if (isLetter(char) && char < '\u007f') continue;
    if (isBlank(char) || '{}();,|&.[\r\n\0'.includes(char)) break;
    if (char === ':') {
      if (!command) break;
      return { kind: 'parameter', start, end: at + 1, value: text.slice(start + 1, at), colon: true };
    }
    if (!command) break;
    if (isSingleQuote(char) || isDoubleQuote(char)) return scanWord(lexer, start);
  }
  const value = text.slice(start + 1, at);
  if (lexer.mode === 'expression') {
    const word = value.toLowerCase();
    if (dashOperators.has(word) || dashUnary.has(word))
      return token(lexer, 'operator', start, at, `-${word}`);
  }
  if (value === '') return token(lexer, 'operator', start, at, '-');
  return token(lexer, 'parameter', start, at, value);
}

export function scanColon(lexer: Lexer, start: number): Token {
  const command = lexer.mode === 'command';
  if (charAt(lexer, start + 1) === ':') {
    if (command && !lexer.simpleName && !endsToken(charAt(lexer, start + 2))) return scanWord(lexer, start);
    return token(lexer, '::', start, start + 2);
  }
  if (!command) return token(lexer, ':', start, start + 1);
  let at = start + 1;
  if (!isNameStart(charAt(lexer, at))) return scanWord(lexer, start);
  while (at < lexer.limit && isNameFollow(lexer.text[at]!)) at++;
  // The engine has taken the character already: a quote there opens no string.
  if (!endsToken(charAt(lexer, at))) return scanWord(lexer, start, at + 1);
  return token(lexer, 'label', start, at, lexer.text.slice(start + 1, at));
}

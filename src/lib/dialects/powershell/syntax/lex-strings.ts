import { isBlank, isDoubleQuote, isLineBreak, isSingleQuote, isVariableStart } from './characters.ts';
import { readBacktick } from './lex-escapes.ts';
import { readVariable } from './lex-variables.ts';
import { charAt } from './lexer-state.ts';
import type { Lexer } from './lexer-state.ts';
import type { Embedded, Token } from './token.ts';

export function scanSingleQuoted(lexer: Lexer, start: number): Token {
  const { end, value } = readSingleQuoted(lexer, start);
  return { kind: 'string', start, end, value, quote: 'single' };
}

export function readSingleQuoted(lexer: Lexer, start: number): { end: number; value: string } {
  const { text, limit } = lexer;
  let value = '';
  for (let at = start + 1; at < limit; at++) {
    const char = text[at]!;
    if (isSingleQuote(char)) {
      if (!isSingleQuote(charAt(lexer, at + 1))) return { end: at + 1, value };
      at++;
    }
    value += text[at]!;
  }
  failUnclosed(lexer, start, "'");
  return { end: limit, value };
}

function failUnclosed(lexer: Lexer, start: number, quote: string): void {
  lexer.fail({
    start,
    end: start + 1,
    message: `The string that opens here is never closed; a ${quote} was expected.`,
    hint:
      quote === "'"
        ? "Close it with ', and write '' for an apostrophe inside."
        : 'Close it with ", and write `" for a quote inside.',
    unclosed: true,
    swallows: true,
  });
}

export function scanDoubleQuoted(lexer: Lexer, start: number): Token {
  const embedded: Embedded[] = [];
  const { end, value } = readDoubleQuoted(lexer, start, embedded);
  return embedded.length > 0
    ? { kind: 'expandable', start, end, value, quote: 'double', embedded }
    : { kind: 'string', start, end, value, quote: 'double' };
}

export function readDoubleQuoted(
  lexer: Lexer,
  start: number,
  embedded: Embedded[],
): { end: number; value: string } {
  const { text } = lexer;
  let value = '';
  let at = start + 1;
  while (at < lexer.limit) {
    const char = text[at]!;
    if (isDoubleQuote(char)) {
      if (!isDoubleQuote(charAt(lexer, at + 1))) return { end: at + 1, value };
      value += text[at + 1]!;
      at += 2;
    } else if (char === '$') {
      const end = readDollar(lexer, at, embedded, false);
      value += text.slice(at, end ?? at + 1);
      at = end ?? at + 1;
    } else if (char === '`' && at + 1 < lexer.limit) {
      const escape = readBacktick(lexer, at);
      value += escape.value;
      at = escape.end;
    } else {
      value += char;
      at++;
    }
  }
  failUnclosed(lexer, start, '"');
  return { end: lexer.limit, value };
}

/** A `$` inside a string or word: where the variable or subexpression ends; undefined where it is only a dollar sign. */
export function readDollar(
  lexer: Lexer,
  at: number,
  embedded: Embedded[],
  here: boolean,
): number | undefined {
  const next = charAt(lexer, at + 1);
  if (next === '(') {
    const end = endOfSubexpression(lexer, at, here);
    embedded.push({ kind: 'subexpression', start: at, end, name: '' });
    return end;
  }
  if (next !== '{' && !isVariableStart(next)) return undefined;
  const { mode } = lexer;
  lexer.mode = 'expression';
  const variable = readVariable(lexer, at);
  lexer.mode = mode;
  if (!variable) return undefined;
  embedded.push({ kind: 'variable', start: at, end: variable.end, name: variable.value });
  return variable.end;
}

/** Inside a string only the parentheses count: a quote does not hide them. */
function endOfSubexpression(lexer: Lexer, start: number, here: boolean): number {
  let depth = 0;
  for (let at = start + 1; at < lexer.limit; at++) {
    const char = lexer.text[at]!;
    if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at + 1;
    else if (!here && (char === '`' || isDoubleQuote(char)) && isDoubleQuote(charAt(lexer, at + 1))) at++;
  }
  lexer.budget.tokens -= lexer.limit - start;
  lexer.fail({
    start,
    end: start + 2,
    message: 'The subexpression `$(` that opens here is never closed.',
    hint: 'Close it with `)`.',
    unclosed: true,
    swallows: true,
  });
  return lexer.limit;
}

export function scanHereString(lexer: Lexer, start: number, closes: (char: string) => boolean): Token {
  const { text } = lexer;
  const single = closes("'");
  const quote = single ? 'here-single' : 'here-double';
  const mark = single ? "'@" : '"@';
  let at = start + 2;
  while (at < lexer.limit && !isLineBreak(text[at]!) && isBlank(text[at]!)) at++;
  if (at >= lexer.limit) {
    failUnclosedHere(lexer, start, mark);
    return { kind: 'string', start, end: at, value: '', quote };
  }
  if (!isLineBreak(text[at]!)) {
    lexer.fail({
      start: at,
      end: at + 1,
      message: 'Text follows the opening of a here-string on the same line; it must begin on the next one.',
      hint: 'Break the line after the quote.',
      unclosed: true,
    });
    // What closes it may stand on the same line; else the line is passed over.
    while (at < lexer.limit && !isLineBreak(text[at]!) && text.slice(at, at + 2) !== mark) at++;
    if (at < lexer.limit && !isLineBreak(text[at]!)) at += 2;
    return { kind: 'string', start, end: Math.min(at, lexer.limit), value: '', quote };
  }
  const embedded: Embedded[] = [];
  at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  const from = at;
  let value = '';
  let lineStart = true;
  let indented = -1;
  while (at < lexer.limit) {
    const char = text[at]!;
    if (lineStart) {
      if (closes(char) && charAt(lexer, at + 1) === '@') {
        value = value.replace(/\r?\n$|\r$/, '');
        return embedded.length > 0
          ? { kind: 'expandable', start, end: at + 2, value, quote, embedded }
          : { kind: 'string', start, end: at + 2, value, quote };
      }
      const close = skipBlanks(lexer, at);
      if (indented < 0 && close > at && closes(charAt(lexer, close)) && charAt(lexer, close + 1) === '@')
        indented = close;
      lineStart = false;
    }
    if (isLineBreak(char)) {
      lineStart = !(char === '\r' && charAt(lexer, at + 1) === '\n');
      value += char;
      at++;
    } else if (!single && char === '$') {
      const end = readDollar(lexer, at, embedded, true);
      value += text.slice(at, end ?? at + 1);
      at = end ?? at + 1;
    } else if (!single && char === '`' && at + 1 < lexer.limit && !isLineBreak(text[at + 1]!)) {
      const escape = readBacktick(lexer, at);
      value += escape.value;
      at = escape.end;
    } else {
      value += char;
      at++;
    }
  }
  if (indented < 0) failUnclosedHere(lexer, start, mark);
  else
    lexer.fail({
      start: indented,
      end: indented + 2,
      message: `Blanks stand before the ${mark} that should close the here-string.`,
      hint: `Put ${mark} at the very beginning of its line.`,
      unclosed: true,
      swallows: true,
    });
  return { kind: 'string', start, end: lexer.limit, value: text.slice(from, lexer.limit), quote };
}

function failUnclosedHere(lexer: Lexer, start: number, mark: string): void {
  lexer.fail({
    start,
    end: start + 2,
    message: `The here-string that opens here is never closed; a line that begins with ${mark} was expected.`,
    hint: `Put ${mark} at the beginning of a line of its own.`,
    unclosed: true,
    swallows: true,
  });
}

function skipBlanks(lexer: Lexer, from: number): number {
  let at = from;
  while (at < lexer.limit && !isLineBreak(lexer.text[at]!) && isBlank(lexer.text[at]!)) at++;
  return at;
}

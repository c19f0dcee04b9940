import {
  endsNumber,
  endsToken,
  isBlank,
  isDash,
  isDigit,
  isDoubleQuote,
  isLetter,
  isLineBreak,
  isNameFollow,
  isNameStart,
  isSingleQuote,
  isVariableStart,
} from './characters.ts';
import type { SyntaxProblem } from './tree.ts';
import type { Embedded, Mode, Token, TokenKind } from './token.ts';
import { dashOperators, dashUnary, keywords } from './token.ts';

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
  fail(problem: SyntaxProblem): void;
}

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

export function charAt(lexer: Lexer, at: number): string {
  return at < lexer.limit ? lexer.text[at]! : '';
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
          start: at,
          end: at + 1,
          message: 'The text ends in a backtick, which continues a command on a next line that is not there.',
          hint: 'Remove the backtick, or add the line that belongs to it.',
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
    });
    return lexer.limit;
  }
  lexer.comments.push({ start: from, end: close + 2 });
  return close + 2;
}

function token(
  lexer: Lexer,
  kind: TokenKind,
  start: number,
  end: number,
  value = lexer.text.slice(start, end),
): Token {
  return { kind, start, end, value };
}

function scanSingleQuoted(lexer: Lexer, start: number): Token {
  const { end, value } = readSingleQuoted(lexer, start);
  return { kind: 'string', start, end, value, quote: 'single' };
}

function readSingleQuoted(lexer: Lexer, start: number): { end: number; value: string } {
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
  });
}

function scanDoubleQuoted(lexer: Lexer, start: number): Token {
  const embedded: Embedded[] = [];
  const { end, value } = readDoubleQuoted(lexer, start, embedded);
  return embedded.length > 0
    ? { kind: 'expandable', start, end, value, quote: 'double', embedded }
    : { kind: 'string', start, end, value, quote: 'double' };
}

function readDoubleQuoted(lexer: Lexer, start: number, embedded: Embedded[]): { end: number; value: string } {
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

/** A backtick and what follows it. `` `e `` and `` `u{…} `` came with PowerShell 6; before, they are the letter. */
function readBacktick(lexer: Lexer, at: number): { end: number; value: string } {
  const next = charAt(lexer, at + 1);
  if (next === 'e' && lexer.version < 6) return { end: at + 2, value: next };
  if (next === 'u' && lexer.version >= 6) {
    const code = /^\{([\da-f]{1,6})\}/i.exec(lexer.text.slice(at + 2, Math.min(at + 10, lexer.limit)));
    const point = Number.parseInt(code?.[1] ?? '110000', 16);
    if (code && point <= 0x10ffff)
      return { end: at + 2 + code[0].length, value: String.fromCodePoint(point) };
  }
  return { end: at + 2, value: escapes[next] ?? next };
}

/** A `$` inside a string or word: where the variable or subexpression ends; undefined where it is only a dollar sign. */
function readDollar(lexer: Lexer, at: number, embedded: Embedded[], here: boolean): number | undefined {
  const next = charAt(lexer, at + 1);
  if (next === '(') {
    const end = endOfSubexpression(lexer, at, here);
    embedded.push({ kind: 'subexpression', start: at, end, name: '' });
    return end;
  }
  if (next !== '{' && !isVariableStart(next)) return undefined;
  const { mode } = lexer;
  lexer.mode = 'expression';
  const variable = scanVariable(lexer, at);
  lexer.mode = mode;
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
  lexer.fail({
    start,
    end: start + 2,
    message: 'The subexpression `$(` that opens here is never closed.',
    hint: 'Close it with `)`.',
    unclosed: true,
  });
  return lexer.limit;
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

function scanHereString(lexer: Lexer, start: number, closes: (char: string) => boolean): Token {
  const { text } = lexer;
  const single = closes("'");
  const quote = single ? 'here-single' : 'here-double';
  const mark = single ? "'@" : '"@';
  let at = start + 2;
  while (at < lexer.limit && !isLineBreak(text[at]!) && isBlank(text[at]!)) at++;
  if (at >= lexer.limit || !isLineBreak(text[at]!)) {
    const atEnd = at >= lexer.limit;
    lexer.fail({
      start: atEnd ? start : at,
      end: atEnd ? start + 2 : at + 1,
      message: atEnd
        ? `The here-string that opens here is never closed; a line that begins with ${mark} was expected.`
        : 'Text follows the opening of a here-string on the same line; it must begin on the next one.',
      hint: atEnd ? `Put ${mark} at the beginning of a line of its own.` : 'Break the line after the quote.',
      unclosed: true,
    });
    return { kind: 'string', start, end: at, value: '', quote };
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
  lexer.fail({
    start: indented < 0 ? start : indented,
    end: (indented < 0 ? start : indented) + 2,
    message:
      indented < 0
        ? `The here-string that opens here is never closed; a line that begins with ${mark} was expected.`
        : `Blanks stand before the ${mark} that should close the here-string.`,
    hint: `Put ${mark} at the very beginning of its line.`,
    unclosed: true,
  });
  return { kind: 'string', start, end: lexer.limit, value: text.slice(from, lexer.limit), quote };
}

function skipBlanks(lexer: Lexer, from: number): number {
  let at = from;
  while (at < lexer.limit && !isLineBreak(lexer.text[at]!) && isBlank(lexer.text[at]!)) at++;
  return at;
}

/** From a `$` (or the `@` of a splat). */
function scanVariable(lexer: Lexer, start: number): Token {
  const { text } = lexer;
  const command = lexer.mode === 'command';
  const first = charAt(lexer, start + 1);
  if (first === '{') return scanBracedVariable(lexer, start);
  if (!isVariableStart(first)) return scanWord(lexer, start);
  let at = start + 2;
  if (first === '$' || first === '?' || first === '^') {
    if (command && !endsToken(charAt(lexer, at)) && !'.['.includes(charAt(lexer, at)))
      return scanWord(lexer, start);
    return token(lexer, 'variable', start, at, first);
  }
  if (first === ':' && charAt(lexer, at) === ':') at = start + 1;
  for (; at < lexer.limit; at++) {
    const char = text[at]!;
    if (isNameFollow(char) || char === '?') continue;
    if (char === ':' && charAt(lexer, at + 1) !== ':') continue;
    break;
  }
  const after = charAt(lexer, at);
  if (command && !endsToken(after) && !'.[=:'.includes(after)) return scanWord(lexer, start);
  const name = text.slice(start + 1, at);
  if (name === '' || name.endsWith(':')) {
    lexer.fail({
      start,
      end: at,
      message: `\`${text.slice(start, at)}\` is no variable: a name was expected after the colon.`,
      hint: `Write \`\${${name.replace(/:+$/, '')}}:\` where the colon is text.`,
    });
  }
  return token(lexer, 'variable', start, at, name);
}

function scanBracedVariable(lexer: Lexer, start: number): Token {
  const { text } = lexer;
  let name = '';
  let at = start + 2;
  while (at < lexer.limit && text[at] !== '}') {
    if (text[at] === '`' && at + 1 < lexer.limit) {
      const escape = readBacktick(lexer, at);
      name += escape.value;
      at = escape.end;
      continue;
    }
    if (text[at] === '{') {
      lexer.fail({
        start: at,
        end: at + 1,
        message: 'An opening brace inside a variable name in braces must be escaped.',
        hint: 'Write `` `{ ``, or use a name without braces.',
      });
    }
    name += text[at]!;
    at++;
  }
  if (at >= lexer.limit) {
    lexer.fail({
      start,
      end: start + 2,
      message: 'The variable name that opens with `${` is never closed.',
      hint: 'Close it with `}`.',
      unclosed: true,
    });
    return token(lexer, 'variable', start, lexer.limit, name);
  }
  if (name === '')
    lexer.fail({
      start,
      end: at + 1,
      message: '`${}` names no variable.',
      hint: 'Write the name between the braces.',
    });
  at++;
  const after = charAt(lexer, at);
  if (lexer.mode === 'command' && !endsToken(after) && !'.['.includes(after)) return scanWord(lexer, start);
  return token(lexer, 'variable', start, at, name);
}

/** A word of a command: up to a blank, a line end or one of `& ( ) , ; { | }`, quotes and variables inside it included. */
function scanWord(lexer: Lexer, start: number): Token {
  const { text } = lexer;
  const embedded: Embedded[] = [];
  let value = '';
  let at = start;
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

function scanName(lexer: Lexer, start: number): Token {
  const { text, mode } = lexer;
  let at = start + 1;
  while (at < lexer.limit && isNameFollow(text[at]!)) at++;
  if (mode === 'type') {
    while (at < lexer.limit && (isNameFollow(text[at]!) || '.`_+#\\'.includes(text[at]!))) at++;
    return token(lexer, 'name', start, at);
  }
  if (lexer.simpleName) return token(lexer, 'name', start, at);
  if (mode === 'command' && !endsToken(charAt(lexer, at))) return scanWord(lexer, start);
  if (mode === 'command' || mode === 'signature') {
    const word = text.slice(start, at).toLowerCase();
    if (keywords.has(word)) return token(lexer, 'keyword', start, at, word);
  }
  return token(lexer, 'name', start, at);
}

function scanDash(lexer: Lexer, start: number, sign: (kind: TokenKind, length: number) => Token): Token {
  const next = charAt(lexer, start + 1);
  if (isDash(next)) return sign('--', 2);
  if (next === '=') return sign('assignment', 2);
  if (isLetter(next) || next === '_' || next === '?') return scanParameter(lexer, start);
  if (lexer.signed && (isDigit(next) || next === '.')) return scanNumber(lexer, start);
  return sign('operator', 1);
}

function scanParameter(lexer: Lexer, start: number): Token {
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

function scanDigit(lexer: Lexer, start: number): Token {
  const char = lexer.text[start]!;
  if (char >= '1' && char <= '6' && charAt(lexer, start + 1) === '>')
    return scanRedirection(lexer, start, start + 1);
  return scanNumber(lexer, start);
}

function scanRedirection(lexer: Lexer, start: number, arrow: number): Token {
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

function scanNumber(lexer: Lexer, start: number): Token {
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

function scanColon(lexer: Lexer, start: number): Token {
  const command = lexer.mode === 'command';
  if (charAt(lexer, start + 1) === ':') {
    if (command && !lexer.simpleName && !endsToken(charAt(lexer, start + 2))) return scanWord(lexer, start);
    return token(lexer, '::', start, start + 2);
  }
  if (!command) return token(lexer, ':', start, start + 1);
  let at = start + 1;
  if (!isNameStart(charAt(lexer, at))) return scanWord(lexer, start);
  while (at < lexer.limit && isNameFollow(lexer.text[at]!)) at++;
  if (!endsToken(charAt(lexer, at))) return scanWord(lexer, start);
  return token(lexer, 'label', start, at, lexer.text.slice(start + 1, at));
}

import { entityAt } from '../../text-checks/entities.ts';
import type { LexicalRegions, QuotedString, Region } from '../../text-checks/lexical-regions.ts';
import { isCurlyQuote, straightQuote } from '../../text-checks/quotes.ts';

/** Deeper `$(…)` in strings than anybody writes is read as text, so that no input can exhaust the stack. */
const deepest = 10;
/** A text with more broken quotes than this is not worth another search to its end. */
const mostUnclosed = 10;

/** Comments, strings and here-strings as PowerShell's tokenizer finds them, with recovery where a quote has no partner. */
export function powershellRegions(text: string): LexicalRegions {
  const regions: Region[] = [];
  const strings: QuotedString[] = [];
  const apostrophes: number[] = [];
  let unclosed = 0;
  // Where no here-string of this quote ends behind, none does behind any later place.
  const openHereStrings = new Set<string>();
  // Up to here no quote of its kind closes a curly one.
  const withoutPartner = new Map<string, number>();

  // From the first to the second no line ends: a line of many quotes is not gone through for each of them.
  let sameLine: readonly [from: number, end: number] = [0, -1];

  readCode(0, 0);
  return { regions, strings: strings.sort((a, b) => a.open - b.open), apostrophes };

  /** Reads code from `at`; within `$(…)` (depth above 0) up to its closing parenthesis, which is returned. */
  function readCode(at: number, depth: number): number {
    let parentheses = 0;
    while (at < text.length) {
      const character = text[at]!;
      if (character === '`') at += 2;
      else if (character === '&') at += entityAt(text, at)?.length ?? 1;
      else if (character === '#' && startsToken(text, at)) at = region('comment', at, lineEnd(at));
      else if (character === '<' && text[at + 1] === '#') {
        const end = text.indexOf('#>', at + 2);
        at = region('comment', at, end < 0 ? text.length : end + 2);
      } else if (character === '@' && straightQuote(text[at + 1] ?? '')) at = readHereString(at);
      else if (straightQuote(character)) at = readString(at, depth);
      else if (depth > 0 && character === '(') {
        parentheses++;
        at++;
      } else if (depth > 0 && character === ')') {
        if (parentheses-- === 0) return at;
        at++;
      } else at++;
    }
    return at;
  }

  function readHereString(at: number): number {
    const quote = straightQuote(text[at + 1]!)!;
    const header = blanksEnd(text, at + 2);
    if (openHereStrings.has(quote) || (header < text.length && !/[\r\n]/.test(text[header]!))) return at + 1;
    for (let line = header; line < text.length; line = lineEnd(line + 1)) {
      if (straightQuote(text[line + 1] ?? '') === quote && text[line + 2] === '@') {
        strings.push({ open: at + 1, close: line + 1, straight: quote });
        return region('here-string', at, line + 3);
      }
    }
    openHereStrings.add(quote);
    return at + 1;
  }

  function readString(open: number, depth: number): number {
    const straight = straightQuote(text[open]!)!;
    const curly = isCurlyQuote(text[open]!);
    const worn = unclosed > mostUnclosed;
    if (curly && worn && open < (withoutPartner.get(straight) ?? 0)) return alone(open, straight);
    const limit = curly || worn ? lineEnd(open) : text.length;
    const found = [regions.length, strings.length, apostrophes.length] as const;
    let start = open;
    let at = open + 1;
    while (at < limit) {
      const character = text[at]!;
      if (straight === '"' && character === '`') at += 2;
      else if (straight === '"' && character === '$' && text[at + 1] === '(' && depth < deepest && !worn) {
        region('string', start, at);
        start = readCode(at + 2, depth + 1);
        at = start + 1;
      } else if (straightQuote(character) !== straight) at++;
      else if (isApostrophe(at)) {
        apostrophes.push(at);
        at++;
      } else if (straightQuote(text[at + 1] ?? '') === straight && !isCurlyQuote(character)) at += 2;
      else {
        strings.push({ open, close: at, straight });
        return region('string', start, at + 1);
      }
    }
    // No partner: what was read as string and `$(…)` counts for nothing, and the line's rest is the string.
    unclosed++;
    [regions.length, strings.length, apostrophes.length] = found;
    if (curly) {
      withoutPartner.set(straight, limit);
      return alone(open, straight);
    }
    strings.push({ open, close: undefined, straight });
    return region('string', open, lineEnd(open));
  }

  /** A curly quote without a partner spoils no more than itself. */
  function alone(open: number, straight: '"' | "'"): number {
    strings.push({ open, close: undefined, straight });
    return open + 1;
  }

  /** In `'don’t'`: a curly apostrophe between letters, with the string's own end after it on the line. */
  function isApostrophe(at: number): boolean {
    if (text[at] !== '’' || !/\p{L}/u.test(text[at - 1] ?? '') || !/\p{L}/u.test(text[at + 1] ?? ''))
      return false;
    endBehind.lastIndex = at + 1;
    return endBehind.test(text);
  }

  function lineEnd(at: number): number {
    const [from, known] = sameLine;
    if (from <= at && at <= known) return known;
    let end = at;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    sameLine = [at, end];
    return end;
  }

  function region(kind: Region['kind'], start: number, end: number): number {
    if (end > start) regions.push({ kind, start, end });
    return end;
  }
}

/** The next single quote of the line, if it is one that may end a string. */
const endBehind = /[^'‘’\r\n]*['’]/y;

function startsToken(text: string, at: number): boolean {
  return at === 0 || /[\s;|&(){},=]/.test(text[at - 1]!);
}

/** The first character from `at` on that is no blank of its line. */
function blanksEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[^\S\r\n]/.test(text[end]!)) end++;
  return end;
}

import type { DialectId } from '../../platforms/platform.ts';
import { powershellRegions } from '../powershell/syntax/lexical-regions.ts';

/**
 * Where in a text comments, strings and quotes are: just enough to tell a character that is content from one that is code.
 * Reads any text, broken ones too; the dialect's own parser says what is wrong with it.
 */
export interface LexicalRegions {
  /** In order, apart from each other. What is between them is code. */
  readonly regions: readonly Region[];
  readonly strings: readonly QuotedString[];
  /** Curly apostrophes within single-quoted strings, which would end the string. */
  readonly apostrophes: readonly number[];
}

export interface Region {
  readonly kind: 'comment' | 'string' | 'here-string';
  readonly start: number;
  readonly end: number;
}

export interface QuotedString {
  /** Offset of the opening quote. */
  readonly open: number;
  /** Offset of the closing quote; undefined where there is none. */
  readonly close: number | undefined;
  readonly straight: '"' | "'";
}

export function lexicalRegions(text: string, dialect: DialectId): LexicalRegions {
  return dialect === 'powershell' ? powershellRegions(text) : layOutIos(text);
}

/** The region that holds `offset`; undefined in code. */
export function regionAt({ regions }: LexicalRegions, offset: number): Region | undefined {
  let low = 0;
  let high = regions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const region = regions[middle]!;
    if (offset < region.start) high = middle - 1;
    else if (offset >= region.end) low = middle + 1;
    else return region;
  }
  return undefined;
}

/** Comments are lines that begin with `!`; a banner's text runs to the character it began with. Quotes mean little. */
function layOutIos(text: string): LexicalRegions {
  const regions: Region[] = [];
  const pattern = /^[ \t]*!.*|^[ \t]*banner [a-z-]+ (\^C|\S)/gim;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    if (match[1] === undefined) {
      regions.push({ kind: 'comment', start, end: start + match[0].length });
      continue;
    }
    const opened = start + match[0].length;
    const close = text.indexOf(match[1], opened);
    if (close < 0) continue;
    regions.push({ kind: 'here-string', start: opened, end: close });
    pattern.lastIndex = close + match[1].length;
  }
  return { regions, strings: [], apostrophes: [] };
}

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

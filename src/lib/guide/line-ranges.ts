/** What is said of the lines of a listing: marked, new, or removed. */
export const lineMarks = ['mark', 'ins', 'del'] as const;
export type LineMark = (typeof lineMarks)[number];

/** From one line to another, counted from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A piece of a list of lines, as written. */
export interface LinePiece {
  readonly written: string;
  /** Offset within the list. */
  readonly at: number;
  /** Undefined where it is neither a number nor two with a hyphen between. */
  readonly range: LineRange | undefined;
}

/** The pieces of `2,4-5`. Blanks around them do not count. */
export function lineListPieces(list: string): LinePiece[] {
  return [...list.matchAll(/[^,]+/g)].flatMap((match) => {
    const written = match[0].trim();
    if (written === '') return [];
    const at = match.index + match[0].indexOf(written);
    const [, first, last] = /^(\d{1,6})(?:\s*-\s*(\d{1,6}))?$/.exec(written) ?? [];
    const range = first === undefined ? undefined : { first: Number(first), last: Number(last ?? first) };
    return [{ written, at, range }];
  });
}

/** `2,4-5` */
export function writeLines(ranges: readonly LineRange[]): string {
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** The lines that a list names which was read before. */
export function linesOf(list: string): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { range } of lineListPieces(list))
    for (let line = range?.first ?? 1; line <= (range?.last ?? 0); line++) lines.add(line);
  return lines;
}

import type { Range, SourceFile } from './source-file.ts';
import { rangeAt } from './source-file.ts';

/**
 * Text that comes from a file but is not one run of it: a code block inside a list loses its indentation, a `{{value}}` is
 * filled in. Every character can still be traced to the place it came from.
 */
export interface Slice {
  readonly file: SourceFile;
  readonly text: string;
  /** In order, without gaps in `text`. */
  readonly pieces: readonly Piece[];
}

/** A run of a slice. Verbatim where `length` equals `fromLength` and nothing was filled in. */
export interface Piece {
  /** Offset in the slice's text. */
  readonly at: number;
  readonly length: number;
  /** Offset in the file's text. */
  readonly from: number;
  readonly fromLength: number;
  /** The run stands for something else, for example `{{vswitch}}`: positions inside it are those of the whole. */
  readonly substituted?: true;
}

export interface Replacement {
  /** Offsets in the slice's text, end exclusive; replacements must not overlap and be in order. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The run of `file` from `start` up to `end`; the whole file when both are left out. */
export function sliceOf(file: SourceFile, start = 0, end = file.text.length): Slice {
  const length = end - start;
  return {
    file,
    text: file.text.slice(start, end),
    pieces: [{ at: 0, length, from: start, fromLength: length }],
  };
}

/** The runs given by file offsets, one after the other. */
export function sliceOfRuns(
  file: SourceFile,
  runs: readonly { readonly start: number; readonly end: number }[],
): Slice {
  const pieces: Piece[] = [];
  let text = '';
  for (const { start, end } of runs) {
    pieces.push({ at: text.length, length: end - start, from: start, fromLength: end - start });
    text += file.text.slice(start, end);
  }
  return { file, text, pieces };
}

/** The same slice with other text at some places; what was put in is traced to the place it replaced. */
export function replaceInSlice(slice: Slice, replacements: readonly Replacement[]): Slice {
  if (replacements.length === 0) return slice;
  const pieces: Piece[] = [];
  let text = '';
  // The first piece that may still be kept: both the pieces and the replacements come in order.
  let next = 0;
  const keep = (start: number, end: number) => {
    for (; next < slice.pieces.length; next++) {
      const piece = slice.pieces[next]!;
      const from = Math.max(start, piece.at);
      const to = Math.min(end, piece.at + piece.length);
      if (from < to) {
        const at = text.length;
        text += slice.text.slice(from, to);
        pieces.push(
          piece.substituted
            ? { ...piece, at, length: to - from }
            : { at, length: to - from, from: piece.from + (from - piece.at), fromLength: to - from },
        );
      }
      // The rest of it may be kept behind the next replacement.
      if (piece.at + piece.length > end) return;
    }
  };
  let done = 0;
  for (const { start, end, text: replacement } of replacements) {
    keep(done, start);
    const origin = originSpan(slice, start, end);
    pieces.push({
      at: text.length,
      length: replacement.length,
      from: origin.start,
      fromLength: origin.end - origin.start,
      substituted: true,
    });
    text += replacement;
    done = end;
  }
  keep(done, slice.text.length);
  return { file: slice.file, text, pieces };
}

/**
 * The file offset of a slice offset. At the seam of two pieces an `end` belongs to the piece before and a `start` to the
 * piece after it; inside substituted text both are the edges of what was replaced.
 */
export function originOffset(slice: Slice, offset: number, edge: 'start' | 'end'): number {
  const { pieces } = slice;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { at } = pieces[middle]!;
    if (edge === 'start' ? at <= offset : at < offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return 0;
  if (piece.substituted)
    return edge === 'start' && offset < piece.at + piece.length ? piece.from : piece.from + piece.fromLength;
  return piece.from + Math.max(0, Math.min(offset - piece.at, piece.length));
}

/**
 * The file offsets that a run of the slice came from, `start` never behind `end`. An empty run at the seam of two pieces, between which
 * text of the file was left out, stands before the second one.
 */
export function originSpan(
  slice: Slice,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = originOffset(slice, start, 'start');
  return { start: from, end: end > start ? originOffset(slice, end, 'end') : from };
}

/** The range in the file that a run of the slice came from. */
export function originRange(slice: Slice, start: number, end: number): Range {
  const origin = originSpan(slice, start, end);
  return rangeAt(slice.file, origin.start, origin.end);
}

/** The slice offset that came from a file offset; undefined where that character is not in the slice as it was. */
export function sliceOffset({ pieces }: Slice, fileOffset: number): number | undefined {
  for (let index = firstReaching(pieces, fileOffset); index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (piece.from > fileOffset) return undefined;
    if (!piece.substituted) return piece.at + (fileOffset - piece.from);
    if (fileOffset === piece.from) return piece.at;
  }
  return undefined;
}

/** Index of the first piece whose origin reaches up to a file offset; pieces are in the order of the file as well. */
function firstReaching(pieces: readonly Piece[], fileOffset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { from, fromLength } = pieces[middle]!;
    if (from + fromLength < fileOffset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a run begins or ends in substituted text. What was filled in is the lab's, and is judged there, not where it is used. */
export function touchesSubstituted(slice: Slice, start: number, end: number): boolean {
  return isFilled(slice, start) || (end > start && isFilled(slice, end - 1));
}

function isFilled({ pieces }: Slice, offset: number): boolean {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { at, length, substituted } = pieces[middle]!;
    if (offset < at) high = middle - 1;
    // An empty piece holds no character.
    else if (offset >= at + length) low = middle + 1;
    else return substituted === true;
  }
  return false;
}

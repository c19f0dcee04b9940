import { diffArrays } from 'diff';
import type { DiffPiece } from './diff-words.ts';
import { diffWords } from './diff-words.ts';
import { pairLines } from './pair-lines.ts';
import type { ProjectionLine } from './projection-lines.ts';
import { readProjection } from './projection-lines.ts';

/** What stayed, line by line; a line that is gone; one that is new; one that is worded anew. */
export type DiffPart =
  | { readonly kind: 'same'; readonly lines: readonly ProjectionLine[] }
  | { readonly kind: 'removed' | 'added'; readonly line: ProjectionLine }
  | { readonly kind: 'changed'; readonly code: boolean; readonly pieces: readonly DiffPiece[] };

/** Lines that nobody reads on their own: their number, and the last heading among them, which says where what follows stands. */
export interface FoldedLines {
  readonly kind: 'folded';
  readonly count: number;
  readonly heading: string | undefined;
}

/** How many lines may be other ones before what follows the first of them is taken for changed as a whole. */
const mostEdits = 1500;

/**
 * What changed between two source projections, in the order of the text: lines that are alike enough are paired and compared word by
 * word, in code token by token. `same`, `removed` and the pieces ` ` and `-` of `changed` are the lines before; `same`, `added` and the
 * pieces ` ` and `+` are the lines after. No two parts `same` follow each other.
 */
export function diffProjections(before: readonly string[], after: readonly string[]): DiffPart[] {
  return diffReadings(readProjection(before), readProjection(after));
}

/** `diffProjections` of what was read before: of several revisions each is read once, and so are its words. */
export function diffReadings(old: readonly ProjectionLine[], fresh: readonly ProjectionLine[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let from = 0;
  let to = 0;
  for (const { same, removed, added } of stretches(old, fresh)) {
    if (same > 0) parts.push({ kind: 'same', lines: fresh.slice(to, to + same) });
    from += same;
    to += same;
    for (const part of changed(old.slice(from, from + removed), fresh.slice(to, to + added)))
      parts.push(part);
    from += removed;
    to += added;
  }
  return parts;
}

/** Folds what stayed, but for `context` lines beside each change; where nothing changed, nothing but one fold is left. */
export function foldUnchanged(parts: readonly DiffPart[], context: number): (DiffPart | FoldedLines)[] {
  return parts.flatMap((part, index): (DiffPart | FoldedLines)[] => {
    if (part.kind !== 'same') return [part];
    const { lines } = part;
    const start = index === 0 ? 0 : context;
    const end = lines.length - (index === parts.length - 1 ? 0 : context);
    // One line takes no more room than to say that it is left out.
    if (end - start < 2) return [part];
    const hidden = lines.slice(start, end);
    const heading = hidden.findLast(({ text, code }) => !code && text.startsWith('#'))?.text;
    const shown = (some: readonly ProjectionLine[]): DiffPart[] =>
      some.length > 0 ? [{ kind: 'same', lines: some }] : [];
    return [
      ...shown(lines.slice(0, start)),
      { kind: 'folded', count: hidden.length, heading },
      ...shown(lines.slice(end)),
    ];
  });
}

/** Numbers of lines, in turn: so many stay, then so many are taken away and so many added. */
interface Stretch {
  readonly same: number;
  readonly removed: number;
  readonly added: number;
}

function stretches(before: readonly ProjectionLine[], after: readonly ProjectionLine[]): Stretch[] {
  const texts = (lines: readonly ProjectionLine[]) => lines.map(({ text }) => text);
  const changes = diffArrays(texts(before), texts(after), { maxEditLength: mostEdits });
  if (!changes) return [restAsChanged(before, after)];
  const found: Stretch[] = [];
  let [same, removed, added] = [0, 0, 0];
  for (const change of changes) {
    const { length } = change.value;
    if (change.removed) removed += length;
    else if (change.added) added += length;
    else {
      if (removed + added > 0) found.push({ same, removed, added });
      [same, removed, added] = [length, 0, 0];
    }
  }
  return [...found, { same, removed, added }];
}

/** What begins both texts, and all the rest as another one: texts that have that little in common are no two states of one post. */
function restAsChanged(before: readonly ProjectionLine[], after: readonly ProjectionLine[]): Stretch {
  const other = before.findIndex((line, index) => line !== after[index]);
  const same = other < 0 ? before.length : other;
  return { same, removed: before.length - same, added: after.length - same };
}

function changed(old: readonly ProjectionLine[], fresh: readonly ProjectionLine[]): DiffPart[] {
  return pairLines(old, fresh).map(({ before, after }): DiffPart => {
    if (before && after)
      return {
        kind: 'changed',
        code: after.code,
        pieces: diffWords(before.text, after.text, after.code),
      };
    return before ? { kind: 'removed', line: before } : { kind: 'added', line: after! };
  });
}

import { diffProjections } from './diff-lines.ts';
import type { DiffPiece } from './diff-words.ts';

/** A line of a projection that is not as it was: absent where it is new or gone. */
export interface ChangedPassage {
  readonly was?: string;
  readonly now?: string;
}

/** The lines that differ, in the order of the text; one that is worded anew is one passage. */
export function changedPassages(
  before: readonly string[],
  after: readonly string[],
): readonly ChangedPassage[] {
  return diffProjections(before, after).flatMap((part): ChangedPassage[] => {
    switch (part.kind) {
      case 'same':
        return [];
      case 'removed':
        return [{ was: part.line.text }];
      case 'added':
        return [{ now: part.line.text }];
      case 'changed':
        return [{ was: side(part.pieces, '-'), now: side(part.pieces, '+') }];
    }
  });
}

/** A line as it was (`-`) or is (`+`). */
export function side(pieces: readonly DiffPiece[], sign: '-' | '+'): string {
  return pieces.map((piece) => (piece.sign === ' ' || piece.sign === sign ? piece.text : '')).join('');
}

/** Words on each side of what differs. */
const around = 4;

/** What became of a passage, in a few words: `“… mode active …” has become “… mode on …”`. */
export function inFewWords(passage: ChangedPassage): string {
  const { was, now } = excerptsOf(passage);
  if (was === undefined) return `“${now ?? ''}” is new`;
  return now === undefined ? `“${was}” is gone` : `“${was}” has become “${now}”`;
}

/** Of a passage what differs, with a few words around it. */
export function excerptsOf({ was, now }: ChangedPassage): ChangedPassage {
  if (was === undefined || now === undefined)
    return {
      ...(was !== undefined && { was: shorten(was) }),
      ...(now !== undefined && { now: shorten(now) }),
    };
  const old = was.split(/(?<=\s)/);
  const fresh = now.split(/(?<=\s)/);
  let start = 0;
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const from = Math.max(0, start - around);
  const excerpt = (words: readonly string[]) => {
    const to = Math.min(words.length, words.length - end + around);
    const text = words.slice(from, to).join('').trim();
    return shorten(`${from > 0 ? '… ' : ''}${text}${to < words.length ? ' …' : ''}`);
  };
  return { was: excerpt(old), now: excerpt(fresh) };
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120).trimEnd()} …` : text;
}

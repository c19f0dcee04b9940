import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` was most likely meant to be, by edits without regard to case, where two letters that changed places
 * are one edit; undefined where none is near. Near is a third of the word's length, at least one and at most three edits.
 * Of two that are equally near, one that begins alike is preferred, then the first.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  let best: string | undefined;
  let bestScore = Infinity;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const other = candidate.toLowerCase();
    const edits = editsBetween(wanted, other);
    if (edits > limit || edits >= other.length) continue;
    const score = edits + (other[0] === wanted[0] ? 0 : 0.5);
    if (score < bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Levenshtein's distance; one less for each pair of neighbours that changed places. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits < 2 || a.length !== b.length) return edits;
  let swaps = 0;
  for (let index = 0; index + 1 < a.length; index++) {
    if (a[index] !== b[index] && a[index] === b[index + 1] && a[index + 1] === b[index]) {
      swaps++;
      index++;
    }
  }
  return Math.max(1, edits - swaps);
}

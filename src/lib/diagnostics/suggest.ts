import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` was most likely meant to be, by edits without regard to case, where two letters that changed places
 * are one edit; undefined where none is near. Near is a third of the word's length, at least one and at most three edits.
 * Of two that are equally near, one that begins alike is preferred, then the first. Where none is near by its letters, the one is
 * whose words are short or long for those of `word`, one by one: `IncludeManageTools`, `IncludeManagementTools`.
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
  return best ?? sameInWords(word, candidates);
}

/** The only candidate with as many words, of which each begins as its counterpart does; a word has three letters and more in common. */
function sameInWords(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = wordsOf(word);
  if (wanted.length < 2) return undefined;
  let found: string | undefined;
  for (const candidate of candidates) {
    const words = wordsOf(candidate);
    if (words.length !== wanted.length || !words.every((one, at) => isShortFor(one, wanted[at]!))) continue;
    if (found !== undefined) return undefined;
    found = candidate;
  }
  return found;
}

function isShortFor(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // `Manage` and `Management` have a stem in common, whose last letter may go.
  const stem = short.length > 4 ? short.slice(0, -1) : short;
  return stem.length >= 3 && long.startsWith(stem);
}

/** `NetAdapterQos` as `net adapter qos`. */
function wordsOf(name: string): readonly string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
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

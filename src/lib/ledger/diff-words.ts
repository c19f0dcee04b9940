import { diffArrays } from 'diff';

/** A stretch of a line: on both sides, on the old one alone, or on the new one alone. */
export interface DiffPiece {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** In prose a number, a version, an address and a word with a hyphen are a word each; white space and every other sign stand alone. */
const proseWord = /\s+|[\p{L}\p{M}\p{N}]+(?:['’.,:/\-_@]+[\p{L}\p{M}\p{N}]+)*|./gsu;

/** In code also what leads a name: `$vswitch`, `-Name`, `@splat`. White space is a token, for in code it can matter. */
const codeToken = /\s+|(?:--?(?=\p{L})|[$@%])?[\p{L}\p{M}\p{N}_]+(?:[.:/\-]+[\p{L}\p{M}\p{N}_]+)*|./gsu;

/** The text in its words or, of a line of code, in its tokens; joined, they are the text. */
export function wordsOf(text: string, code: boolean): string[] {
  return text.match(code ? codeToken : proseWord) ?? [];
}

/** How many words may be other ones before two lines are not compared any more: the work grows with their square. */
const mostEdits = 1000;

/**
 * What changed between two lines, word by word: the pieces ` ` and `-` joined are the old line, ` ` and `+` the new one. In each change
 * what was taken away stands before what was added, and neither a blank alone nor, in prose, a word by
 * chance stands between two changes.
 */
export function diffWords(before: string, after: string, code: boolean): DiffPiece[] {
  const changes = diffArrays(wordsOf(before, code), wordsOf(after, code), { maxEditLength: mostEdits }) ?? [
    { value: [before], removed: true, added: false },
    { value: [after], removed: false, added: true },
  ];
  const found: WordChange[] = [];
  let next: WordChange = { same: '', old: '', fresh: '' };
  for (const [index, { value, added, removed }] of changes.entries()) {
    const text = value.join('');
    if (removed) next = { ...next, old: next.old + text };
    else if (added) next = { ...next, fresh: next.fresh + text };
    else if (next.old + next.fresh !== '' && text.trim() === '' && index < changes.length - 1)
      next = joined(next, { same: text, old: '', fresh: '' });
    else {
      found.push(next);
      next = { same: text, old: '', fresh: '' };
    }
  }
  found.push(next);
  return (code ? found : withoutChance(found)).flatMap(piecesOf);
}

/** What stayed, and the change that follows it. */
interface WordChange {
  readonly same: string;
  readonly old: string;
  readonly fresh: string;
}

/** One change of two and of what stands between them. */
function joined(one: WordChange, { same, old, fresh }: WordChange): WordChange {
  return { same: one.same, old: one.old + same + old, fresh: one.fresh + same + fresh };
}

/** A word or two that stand on both sides by chance, between changes of many words, would only be hard to read. */
function withoutChance(changes: readonly WordChange[]): WordChange[] {
  const found: WordChange[] = [];
  for (const change of changes) {
    const before = found.at(-1);
    const isByChance =
      before !== undefined &&
      (change.same.match(/[\p{L}\p{N}]+/gu) ?? []).length <= 2 &&
      Math.min(sizeOf(before), sizeOf(change)) > 2 * change.same.length;
    if (isByChance) found[found.length - 1] = joined(before, change);
    else found.push(change);
  }
  return found;
}

function sizeOf({ old, fresh }: WordChange): number {
  return Math.max(old.length, fresh.length);
}

function piecesOf({ same, old, fresh }: WordChange): DiffPiece[] {
  const all: DiffPiece[] = [
    { sign: ' ', text: same },
    { sign: '-', text: old },
    { sign: '+', text: fresh },
  ];
  return all.filter(({ text }) => text !== '');
}

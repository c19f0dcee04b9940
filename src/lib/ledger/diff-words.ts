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
  const changes = changesBetween(before, after, code);
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

/** Words that stayed at either end, which in a long line is most of them, are not looked at one by one. */
function changesBetween(before: string, after: string, code: boolean) {
  const { start, end } = commonEnds(before, after);
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  const changes = diffArrays(wordsOf(old, code), wordsOf(fresh, code), { maxEditLength: mostEdits }) ?? [
    { value: [old], removed: true, added: false },
    { value: [fresh], removed: false, added: true },
  ];
  const stayed = (text: string) => (text === '' ? [] : [{ value: [text], removed: false, added: false }]);
  return joinSame([
    ...stayed(before.slice(0, start)),
    ...changes,
    ...stayed(before.slice(before.length - end)),
  ]);
}

interface ArrayChange {
  readonly value: readonly string[];
  readonly removed: boolean;
  readonly added: boolean;
}

/** No two that stayed follow each other. */
function joinSame(changes: readonly ArrayChange[]): ArrayChange[] {
  const found: ArrayChange[] = [];
  for (const change of changes) {
    const last = found.at(-1);
    if (last && !last.removed && !last.added && !change.removed && !change.added)
      found[found.length - 1] = { ...last, value: [...last.value, ...change.value] };
    else found.push(change);
  }
  return found;
}

/** How many characters two texts begin and end with alike, cut where words end: before white space, and behind it. */
export function commonEnds(one: string, other: string): { readonly start: number; readonly end: number } {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  // White space that both have ends a word of both.
  do start--;
  while (start > 0 && !isBlank(one[start]));
  while (start > 0 && isBlank(one[start - 1])) start--;
  start = Math.max(0, start);
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  do end--;
  while (end > 0 && !isBlank(one.at(-1 - end)));
  while (end > 0 && isBlank(one.at(-end))) end--;
  return { start, end: Math.max(0, end) };
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
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

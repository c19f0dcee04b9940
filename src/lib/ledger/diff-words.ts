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
 * what was taken away stands before what was added, and no blank alone stands between two changes.
 */
export function diffWords(before: string, after: string, code: boolean): DiffPiece[] {
  const changes = diffArrays(wordsOf(before, code), wordsOf(after, code), { maxEditLength: mostEdits }) ?? [
    { value: [before], removed: true, added: false },
    { value: [after], removed: false, added: true },
  ];
  const found: DiffPiece[] = [];
  let same = '';
  let old = '';
  let fresh = '';
  for (const [index, { value, added, removed }] of changes.entries()) {
    const text = value.join('');
    if (removed) old += text;
    else if (added) fresh += text;
    else if ((old || fresh) && text.trim() === '' && index < changes.length - 1) {
      old += text;
      fresh += text;
    } else {
      add(found, same, old, fresh);
      same = text;
      old = fresh = '';
    }
  }
  add(found, same, old, fresh);
  return found;
}

/** What stayed, and the change that follows it. */
function add(pieces: DiffPiece[], same: string, old: string, fresh: string): void {
  if (same !== '') pieces.push({ sign: ' ', text: same });
  if (old !== '') pieces.push({ sign: '-', text: old });
  if (fresh !== '') pieces.push({ sign: '+', text: fresh });
}

import type { ScriptTree } from './parse.ts';

/**
 * The prompt before each line, as a console shows it: `PS>` where a line begins a statement (or holds only a comment, or
 * nothing), `>>` where it goes on with one. A block comment goes on too.
 */
export function promptsOf(text: string, { statements, problems, comments }: ScriptTree): string[] {
  const starts = lineStarts(text);
  const inside = new Array<boolean>(starts.length).fill(false);
  const mark = (start: number, end: number) => {
    for (let line = lineOf(starts, start) + 1; line < starts.length && starts[line]! < end; line++)
      inside[line] = true;
  };
  for (const { statement } of statements) mark(statement.start, statement.end);
  for (const { start, end } of comments) mark(start, end);
  // What is never closed swallows the rest of the text.
  for (const { start, unclosed } of problems) if (unclosed) mark(start, text.length + 1);
  return inside.map((goesOn) => (goesOn ? '>>' : 'PS>'));
}

/** Offsets where lines begin; a line break at the end of the text begins no further line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: found } of text.matchAll(/\r\n|\r|\n/g))
    if (index + found.length < text.length) starts.push(index + found.length);
  return starts;
}

/** Index of the line that holds `offset`. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

import type { Code } from 'mdast';
import type { Piece, Slice } from '../source/slice.ts';
import type { SourceFile } from '../source/source-file.ts';
import { positionAt } from '../source/source-file.ts';

export const lineBreak = /\r\n|\n|\r/;

/**
 * The code of a block, every character traced to its file; lines are joined by LF whatever the file's line ends. What is
 * stripped off by lists, quotes and the indentation of the fence stands before the code of a line, which reaches to the line's end.
 */
export function sliceOfCode(file: SourceFile, code: Code): Slice {
  const pieces: Piece[] = [];
  let text = '';
  const add = (piece: Omit<Piece, 'at'>, added: string) => {
    const last = pieces.at(-1);
    if (last && !last.substituted && !piece.substituted && last.from + last.length === piece.from) {
      const length = last.length + piece.length;
      pieces[pieces.length - 1] = { at: last.at, length, from: last.from, fromLength: length };
    } else pieces.push({ at: text.length, ...piece });
    text += added;
  };
  // A block without a line and one with a blank line are the same to the parser.
  if (code.value === '') return { file, text, pieces };
  const first = lineOf(file, code.position?.start.offset) + (isFenced(file, code) ? 1 : 0);
  code.value.split(lineBreak).forEach((value, index) => {
    const line = first + index;
    if (index > 0) {
      // Of CR LF only the LF is kept.
      const from = file.lineStarts[line - 1]! - 1;
      const isSubstituted = file.text[from] !== '\n';
      add({ length: 1, from, fromLength: 1, ...(isSubstituted && { substituted: true as const }) }, '\n');
    }
    const { start, end, blanks } = findCode(file, line, value);
    if (blanks > 0) {
      // The indentation of the block ends within this tab: what is left of it is blanks.
      add({ length: blanks, from: start - 1, fromLength: 1, substituted: true }, ' '.repeat(blanks));
    }
    if (end > start)
      add({ length: end - start, from: start, fromLength: end - start }, file.text.slice(start, end));
  });
  return { file, text, pieces };
}

/** Whether code stands between fences; in Markdown it may be indented as well. */
export function isFenced({ text }: SourceFile, { position }: Code): boolean {
  const start = position?.start.offset ?? 0;
  return /^(?:```|~~~)/.test(text.slice(start, start + 3));
}

/** Whether the block ends with a fence, and not with what is around it. */
export function isClosed(file: SourceFile, code: Code): boolean {
  const start = code.position?.start.offset ?? 0;
  const end = code.position?.end.offset ?? 0;
  const firstLine = lineOf(file, start);
  const lastLine = lineOf(file, end);
  const marks = /^(?:`+|~+)/.exec(file.text.slice(start, start + 1000))?.[0] ?? '';
  const last = file.text.slice(file.lineStarts[lastLine - 1], end).trimEnd();
  if (lastLine === firstLine || marks === '' || !last.endsWith(marks)) return false;
  return code.value === '' || lastLine - firstLine === code.value.split(lineBreak).length + 1;
}

function lineOf(file: SourceFile, offset = 0): number {
  return positionAt(file, offset).line;
}

/** Where the code of a line stands, and how many blanks of a tab before it belong to it. */
function findCode(file: SourceFile, line: number, value: string) {
  const end = endOfLine(file, line);
  let blanks = 0;
  while (blanks < 3 && value[blanks] === ' ' && !isAt(file, value, end, blanks)) blanks++;
  return { start: end - value.length + blanks, end, blanks };
}

/** Whether the line ends with the code, but for blanks that are left of a tab before it. The parser replaces NUL. */
function isAt({ text }: SourceFile, value: string, end: number, blanks: number): boolean {
  const start = end - value.length + blanks;
  if (blanks > 0 && text[start - 1] !== '\t') return false;
  return text.slice(start, end).replaceAll('\0', '\uFFFD') === value.slice(blanks);
}

/** The offset of the line's end, its line break left out. */
function endOfLine({ text, lineStarts }: SourceFile, line: number): number {
  let end = lineStarts[line] ?? text.length;
  if (line < lineStarts.length) {
    if (text[end - 1] === '\n') end--;
    if (text[end - 1] === '\r') end--;
  }
  return end;
}

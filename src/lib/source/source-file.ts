/** A text with a name. Everything the engine reads is one of these; it never opens a file itself. */
export interface SourceFile {
  /** As the user gave it, with `/` between folders; shown in diagnostics. */
  readonly path: string;
  readonly text: string;
  /** Offset of the first character of every line. Lines end at CR LF, LF or CR. */
  readonly lineStarts: readonly number[];
}

/** A place in a file. Line and column count from 1, the offset from 0; columns and offsets are UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export function createSourceFile(path: string, text: string): SourceFile {
  // Sought when they are asked for: of most files nothing is said.
  let lineStarts: readonly number[] | undefined;
  return {
    path,
    text,
    get lineStarts() {
      lineStarts ??= lineStartsOf(text);
      return lineStarts;
    },
  };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The position of `offset`, which is clamped to the file. */
export function positionAt({ text, lineStarts }: SourceFile, offset: number): Position {
  const at = Math.max(0, Math.min(offset, text.length));
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - lineStarts[low]! + 1, offset: at };
}

export function rangeAt(file: SourceFile, start: number, end: number): Range {
  return { start: positionAt(file, start), end: positionAt(file, Math.max(start, end)) };
}

/** The text of a line (from 1), without its line break; empty past the end. */
export function lineAt(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1];
  if (start === undefined) return '';
  return file.text.slice(start, file.lineStarts[line] ?? file.text.length).replace(/[\r\n]+$/, '');
}

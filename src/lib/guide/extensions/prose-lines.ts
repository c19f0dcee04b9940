/** A line of a post that is neither front matter nor in a fenced block, as far as its own beginning shows it. */
export interface ProseLine {
  /** Offset of its first character. */
  readonly start: number;
  /** Without its line break. */
  readonly text: string;
}

const fence = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}(?=[^`]*$)|~{3,})/;

/** The lines of a post that are read as prose. A fence that only its list or quote ends is open to the end of the post. */
export function* proseLines(text: string): Generator<ProseLine> {
  let open: string | undefined;
  for (let start = endOfFrontMatter(text); start < text.length;) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end);
    const marks = fence.exec(line)?.[2];
    if (open !== undefined) {
      if (marks && marks[0] === open[0] && marks.length >= open.length && line.trimEnd().endsWith(marks))
        open = undefined;
    } else if (marks) open = marks;
    else yield { start, text: line };
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
}

function endOfFrontMatter(text: string): number {
  return (
    /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??---[ \t]*(?:\r\n|\n|\r|$)/.exec(text)?.[0]
      .length ?? 0
  );
}

function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** What a terminal shows at once. `rows` 0: all of it. */
export interface PageSize {
  readonly rows: number;
  readonly columns: number;
}

export interface Page {
  readonly shown: readonly string[];
  /** What waits for a key. */
  readonly rest: readonly string[];
}

/** The lines that fit above the prompt of the pager; a line that is longer than the terminal is wide takes several rows. */
export function firstPage(lines: readonly string[], { rows, columns }: PageSize): Page {
  if (rows === 0) return { shown: lines, rest: [] };
  let left = Math.max(1, rows - 1);
  for (const [index, line] of lines.entries()) {
    left -= columns === 0 ? 1 : Math.max(1, Math.ceil(line.length / columns));
    if (left < 0 && index > 0) return { shown: lines.slice(0, index), rest: lines.slice(index) };
  }
  return { shown: lines, rest: [] };
}

/** What a key at the pager's prompt has it do. */
export function turnPage(rest: readonly string[], key: string, size: PageSize): Page {
  if (key === ' ') return firstPage(rest, size);
  if (key === '\r') return { shown: rest.slice(0, 1), rest: rest.slice(1) };
  return { shown: [], rest: [] };
}

/** A run of the text in one class; offsets are into the whole text. */
export interface TokenRun {
  readonly start: number;
  readonly end: number;
  /** `keyword` of `tk-keyword`; undefined for what has none. */
  readonly name: string | undefined;
}

/**
 * The runs of every line (split at LF), which together spell it; neighbours of one class are one run. `tokens` are in order and do
 * not overlap; one over several lines is cut at their ends.
 */
export function runsOfLines(lines: readonly string[], tokens: readonly TokenRun[]): TokenRun[][] {
  let next = 0;
  let offset = 0;
  return lines.map((line) => {
    const end = offset + line.length;
    const runs: TokenRun[] = [];
    let at = offset;
    const add = (to: number, name: string | undefined) => {
      if (to <= at) return;
      const last = runs.at(-1);
      if (last && last.name === name) runs[runs.length - 1] = { ...last, end: to };
      else runs.push({ start: at, end: to, name });
      at = to;
    };
    for (let token = tokens[next]; token && token.start < end; token = tokens[++next]) {
      add(token.start, undefined);
      add(Math.min(token.end, end), token.name);
      if (token.end > end) break;
    }
    add(end, undefined);
    offset = end + 1;
    return runs;
  });
}

/** A text and the column where it begins, counted from 0. */
export type ColumnText = readonly [column: number, text: string];

/** One line of a table. A cell that the one before it reaches into begins one blank behind that; blanks at the end are left away. */
export function atColumns(...cells: readonly ColumnText[]): string {
  let line = '';
  for (const [column, text] of cells) {
    const gap = line.length < column ? column - line.length : line === '' || text === '' ? 0 : 1;
    line += ' '.repeat(gap) + text;
  }
  return line.trimEnd();
}

/** Lines of at most `width` characters made of `parts`; what stands between two parts ends the line that is broken there. */
export function wrapped(parts: readonly string[], width: number, between: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, part] of parts.entries()) {
    const more = index < parts.length - 1 ? part + between : part;
    if (line !== '' && (line + more).trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += more;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

export function centered(text: string, width: number): string {
  return ' '.repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;
}

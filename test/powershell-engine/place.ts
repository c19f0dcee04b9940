/** Line and column from 1, in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A place as the engine gives it, within the text: its end of the input lies a column past the end. */
export function placeInText(text: string, { line, column }: Place): Place {
  const lines = text.split(/\r\n|\r|\n/);
  return line < lines.length
    ? { line, column }
    : { line: lines.length, column: Math.min(column, lines[lines.length - 1]!.length + 1) };
}

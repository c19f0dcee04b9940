/** A run of a line without blanks; offsets within the line. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** A line as the device splits it: at blanks and tabs, quotes have no meaning for it. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < line.length) {
    while (at < line.length && isBlank(line.charCodeAt(at))) at++;
    const start = at;
    while (at < line.length && !isBlank(line.charCodeAt(at))) at++;
    if (at > start) {
      const text = line.slice(start, at);
      words.push({ text, lower: text.toLowerCase(), start, end: at });
    }
  }
  return words;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

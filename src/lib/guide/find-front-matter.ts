/** Offsets of the front matter of a post. */
export interface FrontMatterText {
  /** Of the first `---`: 1 after a byte order mark. */
  readonly head: number;
  /** Of the YAML between the two lines of `---`, its last line break included. */
  readonly start: number;
  readonly end: number;
  /** Where the text goes on after the second `---`. */
  readonly after: number;
}

/**
 * The one finder of front matter: YAML between two lines of `---`, each of which may end with blanks; lines end at LF, CR LF or CR
 * and at nothing else. Undefined where the text does not begin with it, or where it is not closed.
 */
export function findFrontMatter(text: string): FrontMatterText | undefined {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!opening) return undefined;
  const closing = /(?<=[\n\r])---[ \t]*(?:\r\n|\n|\r|$)/g;
  closing.lastIndex = opening[0].length;
  const found = closing.exec(text);
  if (!found) return undefined;
  return {
    head: text.startsWith('\uFEFF') ? 1 : 0,
    start: opening[0].length,
    end: found.index,
    after: found.index + found[0].length,
  };
}

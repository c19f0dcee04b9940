/**
 * Where something that was opened is closed in a text, each end looked for once: a text of openings alone takes no longer than its length.
 * Offsets are those behind the closing; -1 for none.
 */
export function closingsIn(text: string): (closing: RegExp, from: number) => number {
  const missing = new Set<string>();
  return (closing, from) => {
    if (missing.has(closing.source)) return -1;
    closing.lastIndex = from;
    const found = closing.exec(text);
    if (!found) missing.add(closing.source);
    return found ? found.index + found[0].length : -1;
  };
}

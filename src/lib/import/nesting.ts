// What stands in what, before anything is parsed: parsers and printers go down level by level, and what is nested without end would take
// all of their stack, or time that grows with the square of it.

/** Elements within elements, quotes within quotes. The deepest that somebody wrote by hand has some twenty. */
export const deepestNesting = 500;

const tag = /<(\/?)([a-z][a-z\d-]*)(?=[\s/>])/gi;
/** Elements that end by themselves, or have nothing in them. */
const without =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dt|dd|option|tbody|thead|tfoot)$/;

/** How deep elements stand in each other at most, as their tags say it. */
export function nestingOf(text: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let deepest = 0;
  for (const [, closing, written = ''] of text.matchAll(tag)) {
    const name = written.toLowerCase();
    if (without.test(name)) continue;
    const count = open.get(name) ?? 0;
    if (closing === '') {
      open.set(name, count + 1);
      depth++;
      deepest = Math.max(deepest, depth);
    } else if (count > 0) {
      open.set(name, count - 1);
      depth--;
    }
  }
  return deepest;
}

const marks = new RegExp(
  String.raw`^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${deepestNesting}}`,
  'm',
);

/** Whether a line of Markdown opens more quotes and lists than are read. */
export function hasDeepMarks(text: string): boolean {
  return marks.test(text);
}

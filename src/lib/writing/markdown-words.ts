// Words and code as they stand in a paragraph of GitHub's Markdown. The library mdast-util-to-markdown writes the same, and is the judge of
// this in tests; it is not used here because it weighs more than all else that a reader's browser needs to write a README.

/** What would be read as more than words in the text of a paragraph, and so gets a backslash. */
interface UnsafeWord {
  /** The group is what stands before the character, which is no part of it. */
  readonly pattern: RegExp;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** Sources: the lists `unsafe` of mdast-util-to-markdown 2.1 and of mdast-util-gfm 3.1, as far as they concern one line of a paragraph. */
const unsafe: readonly UnsafeWord[] = [
  // What opens or closes a construct anywhere in a line.
  ...['!(?:\\[)', '&(?:[#A-Za-z])', '<(?:[!/?A-Za-z])'].map((source) => anywhere(source, true)),
  ...['\\*', '\\[', '_', '`', '~'].map((source) => anywhere(source, false)),
  behind('\\]', '\\(', ''),
  // What GitHub makes a link of.
  behind('[+\\-.\\w]', '@', '[\\-.\\w]'),
  behind('[Ww]', '\\.', '[\\-.\\w]'),
  behind('[ps]', ':', '\\/'),
  // What opens a block at the beginning of a line.
  ...['#', '=', '>', '\\[', '_', '`', '~'].map((source) => behind('\n *', source, '')),
  behind('\n *\\d+', '\\)', ''),
  behind('\n *\\d+', '\\.', '[ \n]'),
  behind('\n *', '\\*', '[ \n*]'),
  behind('\n *', '\\+', '[ \n]'),
  behind('\n *', '-', '[ \n-]'),
  behind('\n *', '-', '[:|-]'),
  behind('\n *', ':', '-'),
  behind('\n *', '<', '[!/?A-Za-z]'),
  behind('\n *', '\\|', '[ :-]'),
  // It breaks a line at its end.
  anywhere('\\\\(?:\n)', true),
  // A blank at the end of a line is not shown.
  behind('\n', ' ', ''),
  anywhere(' (?:\n)', true),
];

function anywhere(source: string, hasAfter: boolean): UnsafeWord {
  return { pattern: new RegExp(source, 'g'), hasBefore: false, hasAfter };
}

function behind(before: string, character: string, after: string): UnsafeWord {
  const source = `(${before})${character}${after === '' ? '' : `(?:${after})`}`;
  return { pattern: new RegExp(source, 'g'), hasBefore: true, hasAfter: after !== '' };
}

/** One line of ASCII as the text of a paragraph, shown as it is written. */
export function markdownWords(line: string): string {
  // Most texts are words alone, and there are thousands of them in a bundle.
  if (plainWords.test(line)) return line;
  const value = `\n${line}\n`;
  const found = unsafePlaces(value);
  let written = '';
  let start = 1;
  for (const [index, place] of found.entries()) {
    const next = found[index + 1];
    const last = found[index - 1];
    // Where its neighbour gets a backslash whatever stands beside it, this one is read as words without.
    const isKept =
      place.at < start ||
      place.at >= value.length - 1 ||
      (next?.at === place.at + 1 && next.at < value.length - 1 && place.hasAfter && standsAlone(next)) ||
      (last?.at === place.at - 1 && place.hasBefore && standsAlone(last));
    if (isKept) continue;
    written += withBackslashes(value.slice(start, place.at), '\\');
    const isBlank = value[place.at] === ' ';
    written += isBlank ? '&#x20;' : '\\';
    start = isBlank ? place.at + 1 : place.at;
  }
  return written + withBackslashes(value.slice(start, -1), '\n');
}

/** One line of ASCII that is not empty, as code. */
export function markdownCode(line: string): string {
  let fence = '`';
  while (new RegExp(`(?:^|[^\`])${fence}(?:[^\`]|$)`).test(line)) fence += '`';
  const isPadded = line.trim() !== '' && (/^ .*(?<=.) $/.test(line) || /^`|`$/.test(line));
  return isPadded ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** Nothing of it is in `unsafe`, wherever it stands. */
const plainWords = /^[A-Za-z](?:[A-Za-z0-9 ,;'"%/()=$+{}?-]*[A-Za-z0-9,;'"%/()=$+{}?-])?$/;

interface UnsafePlace {
  readonly at: number;
  hasBefore: boolean;
  hasAfter: boolean;
}

function unsafePlaces(value: string): readonly UnsafePlace[] {
  const places = new Map<number, UnsafePlace>();
  for (const { pattern, hasBefore, hasAfter } of unsafe)
    for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
      const at = match.index + (hasBefore ? match[1]!.length : 0);
      const place = places.get(at);
      if (!place) places.set(at, { at, hasBefore, hasAfter });
      else {
        place.hasBefore &&= hasBefore;
        place.hasAfter &&= hasAfter;
      }
    }
  return [...places.values()].sort((a, b) => a.at - b.at);
}

function standsAlone({ hasBefore, hasAfter }: UnsafePlace): boolean {
  return !hasBefore && !hasAfter;
}

/** A backslash is one only where what follows cannot be escaped by it. */
function withBackslashes(words: string, next: string): string {
  return `${words}${next}`.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\').slice(0, -next.length);
}

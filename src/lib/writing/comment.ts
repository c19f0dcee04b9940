import { toAscii } from './ascii.ts';

/** How a script says what nobody is to run. */
export interface CommentSyntax {
  /** Begins a line that is a comment. */
  readonly mark: string;
  /** A line of ASCII without anything that does more, behind the mark, than to be read. */
  readonly harmless: (line: string) => string;
}

/** As wide as prose may be behind the mark; a word that is wider stands by itself, so that an address stays whole. */
const width = 100;
/** No line is longer, whatever stands in it: a switch takes 254 characters a line at most. */
const longest = 240;
/** Stands before what is taken on in the next line. */
const taken = '  ';

/** A text of one paragraph as comment lines. Blanks at its beginning are kept, and stand before each line of it. */
export function commentOf(text: string, syntax: CommentSyntax): string[] {
  return linesOf(text, width, syntax);
}

/** A line of commands that is shown and not run, in one piece wherever a line can be as long. */
export function commandAsComment(line: string, syntax: CommentSyntax): string[] {
  return linesOf(line, longest, syntax);
}

function linesOf(text: string, most: number, { mark, harmless }: CommentSyntax): string[] {
  const line = toAscii(text).trimEnd();
  const indent = /^ {0,8}/.exec(line)![0];
  const words = line.slice(indent.length).trimStart();
  const parts = words === '' ? [''] : wrap(words, most - indent.length);
  return parts.map((part, index) =>
    `${mark} ${harmless(`${indent}${index > 0 ? taken : ''}${part}`)}`.trimEnd(),
  );
}

/** `line` in parts of at most `most` characters, parted at blanks where there are some. */
function wrap(line: string, most: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const end = endOfPart(rest, most);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** At the last blank that fits, else at the first one, or in the middle of a word that no line takes. */
function endOfPart(rest: string, most: number): number {
  const last = rest.lastIndexOf(' ', most);
  if (last > 0) return last;
  const first = rest.indexOf(' ', most);
  return Math.min(first < 0 ? rest.length : first, Math.max(most, longest - 16));
}

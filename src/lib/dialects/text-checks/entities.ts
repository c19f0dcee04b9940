import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code, Spot } from './report.ts';
import { reportByLine } from './report.ts';

/** Character references that turn up where a page's source was copied, and what they stand for in a command. */
const named: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  ndash: '-',
  mdash: '-',
  minus: '-',
  hellip: '...',
  lsquo: "'",
  rsquo: "'",
  sbquo: "'",
  ldquo: '"',
  rdquo: '"',
  bdquo: '"',
  laquo: '"',
  raquo: '"',
  prime: "'",
  Prime: '"',
  lbrace: '{',
  rbrace: '}',
  dollar: '$',
  num: '#',
  lpar: '(',
  rpar: ')',
  bsol: '\\',
  vert: '|',
  grave: '`',
};

/** Encoded more than once (`&amp;gt;`) is still one. */
const pattern = /&(?:amp;)*(?:([A-Za-z]{2,8})|#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6}));/y;

/** The character reference that begins at `offset`. */
export function entityAt(
  text: string,
  offset: number,
): { readonly length: number; readonly character: string } | undefined {
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, name, decimal, hexadecimal] = match;
  const character =
    name === undefined
      ? plain(decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal))
      : Object.hasOwn(named, name)
        ? named[name]
        : undefined;
  return character === undefined ? undefined : { length: whole.length, character };
}

/** `&quot;`, `&gt;`, `&#39;` in code. In a string it may be meant (HTML and XML are strings too), and is only a warning. */
export function checkEntities(code: Code): Diagnostic[] {
  const { text, lexical } = code;
  const sure: Spot[] = [];
  const unsure: Spot[] = [];
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const entity = entityAt(text, at);
    if (!entity) continue;
    const spot = { start: at, end: at + entity.length, replacement: entity.character };
    const kind = regionAt(lexical, at)?.kind;
    if (kind === undefined) sure.push(spot);
    else if (kind === 'string' && !/[<>]/.test(lineAround(text, at))) unsure.push(spot);
    at += entity.length - 1;
  }
  const describe = ([first]: readonly Spot[]) => {
    const written = text.slice(first!.start, first!.end);
    const meant = first!.replacement === ' ' ? 'a space' : `\`${first!.replacement}\``;
    return {
      message: `\`${written}\` is HTML for ${meant}, and means something else in a command.`,
      label: 'HTML entity',
      hint: `Write ${meant} itself; copy from the rendered page, not from its source.`,
      title: 'Write the characters themselves',
    };
  };
  return [
    ...reportByLine(code, 'hygiene/html-entity', sure, describe),
    ...reportByLine(code, 'hygiene/html-entity', unsure, describe, { severity: 'warning', safety: 'unsafe' }),
  ];
}

function lineAround(text: string, at: number): string {
  // Markup shows its tags soon.
  const near = text.slice(Math.max(0, at - 200), at + 200);
  const here = Math.min(at, 200);
  const end = near.indexOf('\n', here);
  return near.slice(near.lastIndexOf('\n', here) + 1, end < 0 ? near.length : end);
}

/** The ASCII character that a code point is or stands for in a command. */
function plain(point: number): string | undefined {
  if (point >= 0x20 && point < 0x7f) return String.fromCharCode(point);
  if (point === 0xa0) return ' ';
  if (point === 0x2026) return '...';
  if (point >= 0x2010 && point <= 0x2015) return '-';
  if (point >= 0x2018 && point <= 0x201b) return "'";
  if (point >= 0x201c && point <= 0x201f) return '"';
  if (point === 0x2032) return "'";
  if (point === 0x2033) return '"';
  return undefined;
}

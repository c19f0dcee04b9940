import { toAscii } from './ascii.ts';
import { markdownCode, markdownWords } from './markdown-words.ts';

/**
 * Text of a Markdown file in ASCII, as only this module makes it: what comes from a post or a lab stands in it as words, whatever is
 * written in them.
 */
export interface Markdown {
  readonly markdown: string;
}

/** A piece of a paragraph: the template is Markdown; each text in it is one line, and is shown as it is written. */
export function prose(
  template: TemplateStringsArray,
  ...texts: readonly (string | number | Markdown)[]
): Markdown {
  const [first = '', ...rest] = template;
  return raw(first + rest.map((part, index) => written(texts[index]!) + part).join(''));
}

/** Words to be typed. */
export function code(text: string): Markdown {
  const value = lineOf(text);
  return raw(value === '' ? '' : markdownCode(value));
}

/** An address as it is, which every renderer makes a link. */
export function address(url: string): Markdown {
  return raw(new URL(url).href.replace(/[^\w:/.~%#?=&+@-]/g, (character) => percent(character)));
}

export function heading(depth: 1 | 2, text: Markdown): Markdown {
  // Number signs at the end of a heading are taken for its own.
  return raw(`${'#'.repeat(depth)} ${text.markdown.replace(/(?<!\\)#+$/, (signs) => `\\${signs}`)}`);
}

/** Each item may have more below it: a line, or items of its own. */
export function list(items: readonly ListItem[]): Markdown {
  return raw(items.map((item) => itemLines('-', item)).join('\n'));
}

export function numberedList(items: readonly ListItem[]): Markdown {
  return raw(items.map((item, index) => itemLines(`${index + 1}.`, item)).join('\n'));
}

export interface ListItem {
  readonly text: Markdown;
  readonly line?: Markdown | undefined;
  readonly items?: readonly Markdown[];
}

/** Lines to be typed, each shown as it is; after a paragraph, since after a list they would be taken for a part of it. */
export function codeBlock(lines: readonly string[]): Markdown {
  return raw(lines.map((line) => `    ${lineOf(line)}`).join('\n'));
}

/** A table of texts. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Markdown {
  const row = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`;
  return raw([row(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(row)].join('\n'));
}

/** Bars that are not escaped yet would end the cell. */
function cellOf(text: string): string {
  return written(text).replace(/\\.|\|/g, (found) => (found === '|' ? '\\|' : found));
}

/** Paragraphs, lists and so on, a blank line between each two. */
export function document(parts: readonly (Markdown | undefined)[]): Markdown {
  return raw(parts.flatMap((part) => (part && part.markdown !== '' ? part.markdown : [])).join('\n\n'));
}

function itemLines(mark: string, { text, line, items = [] }: ListItem): string {
  const indent = ' '.repeat(mark.length + 1);
  return [
    `${mark} ${text.markdown}`,
    ...(line ? [`${indent}${line.markdown}`] : []),
    ...items.map((item) => `${indent}- ${item.markdown}`),
  ].join('\n');
}

function written(text: string | number | Markdown): string {
  if (typeof text === 'object') return text.markdown;
  const line = lineOf(String(text));
  // Backslashes at the end would meet what the template goes on with.
  const words = line.replace(/\\+$/, '');
  const end = line.slice(words.length).replaceAll('\\', '\\\\');
  return markdownWords(words).trimEnd() + end;
}

function lineOf(text: string): string {
  return toAscii(text).replace(/ +/g, ' ').trim();
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function raw(markdown: string): Markdown {
  return { markdown };
}

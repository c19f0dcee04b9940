import type { Nodes as HastNodes } from 'hast';
import type { Nodes } from 'mdast';
import { parseMarkdown } from '../guide/parse-markdown.ts';
import { createSourceFile } from '../source/source-file.ts';
import { attributeOf, parseHtmlText } from './html-nodes.ts';
import type { Told } from './import-report.ts';

// Whatever a format's reader does: at its end the words of a post are counted as they stood and as they stand, and what nobody has told of
// is told here. So nothing is lost in silence, be it by a fault of ours.

/** Tells of the words of a source that are neither in what was written nor in what was told. */
export function accountForWords(before: string, after: string, line: number, told: Told): void {
  const left = counted(before);
  for (const word of wordsIn(after)) take(left, word);
  if (left.size === 0) return;
  const toldWords = [...told.lost.map(({ text }) => text), ...told.changed.map(({ was }) => was)].join(' ');
  for (const word of wordsIn(toldWords)) take(left, word);
  if (left.size === 0) return;
  const words = [...left].flatMap(([word, count]) => Array.from({ length: Math.min(count, 20) }, () => word));
  told.lose(
    'words',
    line,
    words.slice(0, 200).join(' '),
    'They stood in the source, and were not found in what was made of it.',
  );
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, word: string): void {
  const count = counts.get(word);
  if (count === undefined) return;
  if (count === 1) counts.delete(word);
  else counts.set(word, count - 1);
}

function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** All that can be read of a text in Markdown, blocks on lines of their own. */
export function textOfMarkdown(text: string): string {
  return textOf(parseMarkdown(createSourceFile('post.md', text)));
}

function textOf(node: Nodes): string {
  if (node.type === 'yaml') return '';
  if (node.type === 'html') return readableText(parseHtmlText(node.value));
  if (node.type === 'image') return ` ${node.alt ?? ''} ${node.title ?? ''} `;
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const isBlock =
    /^(?:root|paragraph|heading|blockquote|list|listItem|table|tableRow|tableCell|footnoteDefinition)$/.test(
      node.type,
    );
  const inside = (node.children as Nodes[]).map(textOf).join('');
  return isBlock ? `\n${inside}\n` : inside;
}

/** Elements that part no words. */
export const inLineElements: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** The words of HTML, with those that stand in the place of pictures; what runs, and how it looks, has none. */
export function readableText(node: HastNodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inside = node.children.map(readableText).join('');
  if (node.type !== 'element') return inside;
  if (node.tagName === 'img') return ` ${attributeOf(node, 'alt')} `;
  if (node.tagName === 'script' || node.tagName === 'style') return '';
  return inLineElements.has(node.tagName) ? inside : `\n${inside}\n`;
}

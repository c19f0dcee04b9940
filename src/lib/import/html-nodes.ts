import type {
  Element,
  ElementContent,
  Nodes as HastNodes,
  Root as HastRoot,
  RootContent as HastContent,
} from 'hast';
import { raw } from 'hast-util-raw';

/** HTML parsed as browsers parse it, each node with its place in the text. */
export function parseHtmlText(html: string): HastRoot {
  const start = { line: 1, column: 1, offset: 0 };
  const node = { type: 'raw', value: html, position: { start, end: start } } as unknown as HastContent;
  const tree = raw({ type: 'root', children: [node] }, { file: { toString: () => '' } as never });
  return tree.type === 'root' ? tree : { type: 'root', children: [tree as Element] };
}

/** The text of a listing: a break is a line, a smiley the signs that it was made of. */
export function codeOf(node: HastNodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'img')
    return /\b(?:wp-smiley|emoji)\b/.test(attributeOf(node, 'className')) ? attributeOf(node, 'alt') : '';
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map(codeOf).join('') : '';
}

/** All the words of a node, in one line. */
export function wordsOf(node: HastNodes): string {
  return codeOf(node).replace(/\s+/g, ' ').trim();
}

/** The first element of a name within a node. */
export function findElement(node: HastNodes, ...names: readonly string[]): Element | undefined {
  if (node.type === 'element' && names.includes(node.tagName)) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = findElement(child, ...names);
    if (found) return found;
  }
  return undefined;
}

export function isElement(node: HastNodes | ElementContent, ...names: readonly string[]): node is Element {
  return node.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** An attribute as text, empty where there is none. */
export function attributeOf(node: Element, name: string): string {
  const value = node.properties[name];
  return Array.isArray(value)
    ? value.join(' ')
    : value === undefined || value === null || value === false
      ? ''
      : String(value);
}

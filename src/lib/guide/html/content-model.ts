import type { Nodes, Parents } from 'mdast';
import { modelOf } from './html-schema.ts';

const phrasing: ReadonlySet<string> = new Set<Nodes['type']>([
  ...(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image'] as const),
  ...(['linkReference', 'imageReference', 'footnoteReference'] as const),
  ...(['mdxJsxTextElement', 'mdxTextExpression', 'formula'] as const),
]);

/** Whether a node stands in a line of text. */
export function isPhrasing(node: Nodes): boolean {
  if (node.type === 'htmlElement') return (modelOf(node.tagName)?.as ?? 'words') === 'words';
  return phrasing.has(node.type);
}

export function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

const lines: ReadonlySet<string> = new Set<Nodes['type']>([
  ...(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'linkReference'] as const),
]);

/** Whether a node holds words and nothing else. */
export function holdsWords(node: Parents): boolean {
  return node.type === 'htmlElement' ? modelOf(node.tagName)?.holds === 'words' : lines.has(node.type);
}

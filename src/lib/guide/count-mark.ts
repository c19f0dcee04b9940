import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';

/** Counts the byte order mark that a text begins with, which neither parser does. */
export function countMark(tree: Root): void {
  const shift = (node: { position?: Position | undefined }) => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point?.offset === undefined) continue;
      point.offset++;
      if (point.line === 1) point.column++;
    }
  };
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    shift(node);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      node.attributes.forEach(shift);
    if ('children' in node) for (const item of node.children) open.push(item);
  }
}

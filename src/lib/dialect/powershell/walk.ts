import type { Node } from './tree.ts';

/** Every node under `root` and itself, parents first; `enter` may hold back a node's inside by returning false. */
export function walk(root: Node, enter: (node: Node) => boolean | undefined): void {
  const waiting: unknown[] = [root];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (Array.isArray(item)) {
      for (let index = item.length - 1; index >= 0; index--)
        if (item[index] !== undefined) waiting.push(item[index]);
    } else if (isNode(item)) {
      if (enter(item) !== false) pushChildren(item, waiting);
    } else if (typeof item === 'object' && item !== null) pushChildren(item, waiting);
  }
}

function isNode(item: unknown): item is Node {
  return typeof item === 'object' && item !== null && 'kind' in item;
}

/** What `item` holds, the last first, onto a stack. */
export function pushChildren(item: object, waiting: unknown[]): void {
  const values = Object.values(item) as unknown[];
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index];
    if (typeof value === 'object' && value !== null) waiting.push(value);
  }
}

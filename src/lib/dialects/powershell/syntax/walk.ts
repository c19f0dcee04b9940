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
  const from = waiting.length;
  for (const key in item) {
    const value: unknown = item[key as keyof typeof item];
    if (typeof value === 'object' && value !== null) waiting.push(value);
  }
  reverseFrom(waiting, from);
}

/** Turns the end of a list around, so that what was put there first is taken from it first. */
export function reverseFrom(list: unknown[], from: number): void {
  for (let low = from, high = list.length - 1; low < high; low++, high--)
    [list[low], list[high]] = [list[high], list[low]];
}

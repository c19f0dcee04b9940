const offsetKeys: ReadonlySet<string> = new Set([
  'start',
  'end',
  'nameStart',
  'nameEnd',
  'paramStart',
  'whatStart',
]);

/** A copy of a tree with every offset moved; `rewrite` gives what is copied in the place of a part. */
export function moveTree<Tree extends object>(
  tree: Tree,
  place: (at: number) => number,
  rewrite: (part: object) => object = (part) => part,
): Tree {
  const copyOf = (part: object): object => (Array.isArray(part) ? [] : {});
  const moved = copyOf(tree);
  // Part by part, and not by recursion: a sum is as deep as it is long.
  const waiting: [from: object, to: object][] = [[tree, moved]];
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [from, to] = pair as [object, Record<string, unknown>];
    for (const [key, value] of Object.entries(from) as [string, unknown][]) {
      if (typeof value === 'object' && value !== null) {
        const part = rewrite(value);
        const copy = copyOf(part);
        to[key] = copy;
        waiting.push([part, copy]);
      } else to[key] = typeof value === 'number' && offsetKeys.has(key) ? place(value) : value;
    }
  }
  return moved as Tree;
}

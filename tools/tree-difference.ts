import type { Nodes, Root } from 'mdast';

/**
 * Where two trees of one text part, said shortly; undefined where they are the same in all that is read of them. Where remark tells no
 * place, as of an address it made a link of afterwards, the other may have one.
 */
export function firstDifference(remark: Root, other: Root): string | undefined {
  const open: [Nodes, Nodes][] = [[remark, other]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [a, b] = pair;
    if (ownFields(a) !== ownFields(b)) return `${a.type} ${ownFields(a)} is ${b.type} ${ownFields(b)}`;
    if (a.position && placeOf(a) !== placeOf(b)) return `${a.type} at ${placeOf(a)} is at ${placeOf(b)}`;
    if (!('children' in a) || !('children' in b)) continue;
    if (a.children.length !== b.children.length)
      return `${a.type} of ${a.children.length} has ${b.children.length} at ${placeOf(a)}`;
    a.children.forEach((child, index) => open.push([child, b.children[index]!]));
  }
  return undefined;
}

/** All fields of a node but its children, its place, and `data`, what a program in it was parsed to. */
function ownFields(node: Nodes): string {
  return JSON.stringify(sorted({ ...node, children: undefined, position: undefined }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => key !== 'data' && field !== null && field !== undefined)
      .map(([key, field]) => [key, sorted(field)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function placeOf({ position }: Nodes): string {
  if (!position) return 'no place';
  const { start, end } = position;
  return `${start.line}:${start.column}(${start.offset})-${end.line}:${end.column}(${end.offset})`;
}

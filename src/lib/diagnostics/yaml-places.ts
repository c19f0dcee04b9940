import { isMap, isPair, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { keyText, pairAt } from './yaml-keys.ts';

/** Offsets in the file; the end is exclusive. */
export type FieldPlace = readonly [start: number, end: number];

/**
 * Where the value of each field stands, by the field's path: `title`, `changes.1.id`; the whole is ``. Of a mapping it is the first
 * key, of a field without a value the empty place after its colon. Plain data, which may be stored and sent between threads.
 */
export type FieldPlaces = Readonly<Record<string, FieldPlace>>;

/** No schema nests deeper; what lies below is part of its field. */
const maxDepth = 8;

/** `start` is the offset of the YAML in its file. Of a key that is there twice the first holds. */
export function fieldPlaces(document: Document | undefined, start: number): FieldPlaces {
  const places = new Map<string, FieldPlace>();
  const visit = (node: unknown, path: string, depth: number, otherwise?: unknown) => {
    const range = rangeOfNode(node) ?? rangeOfNode(otherwise);
    if (range && !places.has(path))
      places.set(path, [start + range[0], start + Math.max(range[0], range[1])]);
    if (depth === maxDepth) return;
    const pathOf = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = keyText(key);
        // A name with a dot in it would be the path of something else.
        if (name !== undefined && !name.includes('.')) visit(value, pathOf(name), depth + 1, key);
      }
    }
    if (isSeq(node)) node.items.forEach((item, index) => visit(item, pathOf(index), depth + 1));
  };
  visit(document?.contents, '', 0);
  return Object.fromEntries(places);
}

/** Where the value of a field stands in a text of YAML that is all of its file; of the nearest parent where it is absent. */
export function fieldsOfYaml(text: string): (path: string) => FieldPlace {
  const places = fieldPlaces(parseDocument(text), 0);
  return (path) => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.'))))
      if (Object.hasOwn(places, at)) return places[at]!;
    return [0, 0];
  };
}

/** Offsets in the YAML of the node at `path`, or of its key; of the nearest parent where it is absent. */
export function placeOf(
  document: Document | undefined,
  path: readonly PropertyKey[],
  part: 'key' | 'value',
): FieldPlace | undefined {
  let node: unknown = document?.contents;
  let found = rangeOfNode(node);
  path.forEach((key, index) => {
    const child = childOf(node, key);
    if (!child) {
      node = undefined;
      return;
    }
    const last = index === path.length - 1;
    const target = isPair(child) ? (last && part === 'key' ? child.key : (child.value ?? child.key)) : child;
    found = rangeOfNode(target) ?? found;
    node = isPair(child) ? child.value : child;
  });
  return found;
}

/** The node at `path`; undefined where there is none. */
export function nodeAt(document: Document | undefined, path: readonly PropertyKey[]): unknown {
  let node: unknown = document?.contents;
  for (const key of path) {
    const child = childOf(node, key);
    node = isPair(child) ? child.value : child;
  }
  return node;
}

function childOf(node: unknown, key: PropertyKey): Pair | Node | undefined {
  if (isMap(node)) return pairAt(node, String(key));
  const items = (node as { items?: Node[] } | undefined)?.items;
  return typeof key === 'number' ? items?.[key] : undefined;
}

/** Of a whole mapping only its first key: a missing part is marked there and not over the entire text. */
function rangeOfNode(node: unknown): FieldPlace | undefined {
  if (isMap(node) && node.items[0]) return rangeOfNode(node.items[0].key);
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

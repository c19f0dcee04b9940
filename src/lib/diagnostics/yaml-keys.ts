import { isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';
import type { YamlProblem } from './parse-yaml.ts';
import { shortened } from './shortened.ts';

/** The text of a key; undefined for one that is a list or a mapping itself. */
export function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/** The pair of a mapping whose key this is; of several the first. */
export function pairAt(map: YAMLMap, key: string): Pair | undefined {
  let pairs = pairsOf.get(map);
  if (!pairs) {
    pairs = new Map();
    for (const pair of map.items) {
      const text = keyText(pair.key) ?? '';
      if (!pairs.has(text)) pairs.set(text, pair);
    }
    pairsOf.set(map, pairs);
  }
  return pairs.get(key);
}

const pairsOf = new WeakMap<YAMLMap, Map<string, Pair>>();

/** Keys that stand there twice, and keys that are no names of anything. `most` is how many are told at most. */
export function keyProblems(root: unknown, most: number): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(root);
  return problems;

  function visit(node: unknown): void {
    if (problems.length >= most) return;
    if (isSeq(node)) node.items.forEach(visit);
    if (!isMap(node)) return;
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      const problem = keyProblem(key, seen);
      if (problem && problems.length < most) problems.push({ ...placeOfKey(key, value), ...problem });
      visit(value);
    }
  }
}

function keyProblem(key: unknown, seen: Set<string>): Pick<YamlProblem, 'message' | 'hint'> | undefined {
  const text = keyText(key);
  if (text === undefined || text === '') {
    return {
      message: text === '' ? 'A key without a name stands here.' : 'A key is a list or a mapping here.',
      hint: 'Write a name before the colon; a text with “: ”, “? ” or brackets in it needs quotes.',
    };
  }
  // What it is given would become the prototype of the mapping, and nobody would see it.
  if (text === '__proto__') return { message: '“__proto__” cannot be a key.', hint: 'Give it another name.' };
  if (seen.has(text)) {
    return {
      message: `“${shortened(text)}” stands here a second time.`,
      hint: 'Remove one of the two, or give it another name.',
    };
  }
  seen.add(text);
  return undefined;
}

function placeOfKey(key: unknown, value: unknown): { readonly start: number; readonly end: number } {
  const ranged = [key, value].find((node) => hasRange(node));
  const [start, end] = hasRange(ranged) ? ranged.range : [0, 0];
  return { start, end: Math.max(end, start + 1) };
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return Array.isArray((node as { range?: unknown } | null | undefined)?.range) && !isPair(node);
}

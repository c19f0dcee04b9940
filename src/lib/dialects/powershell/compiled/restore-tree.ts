import { moveTree } from '../syntax/move-tree.ts';
import { numberAt } from '../syntax/number-form.ts';
import type { NumberLiteral, Text } from '../syntax/tree.ts';
import type { RestoredTree } from './compiled-script.ts';
import type { PlacedText } from '../../compiled-code.ts';
import { anySign, withoutSigns } from './compiled-script.ts';

/**
 * The tree of a script with values in it. What a value is written as means the value: so a text that has a sign in it has the value there, be
 * it quoted in the script however it must be, and a word that is digits is a number.
 */
export function restoreTree(tree: RestoredTree, values: readonly PlacedText[]): RestoredTree {
  if (values.length === 0) return tree;
  const place = placingIn(values);
  const texts = values.map(({ text }) => text);
  return moveTree(tree, place, (node) => {
    const { kind } = node as { readonly kind?: unknown };
    return kind === 'text' && anySign.test((node as Text).value) ? textOf(node as Text, texts) : node;
  });
}

function textOf(node: Text, values: readonly string[]): Text | NumberLiteral {
  const filled = withoutSigns(node.value, values);
  const found = node.quote === 'bare' && node.parts.length === 0 ? numberAt(filled, 0) : undefined;
  const { start, end } = node;
  return found?.end === filled.length
    ? { kind: 'number', value: found.number, written: filled, start, end }
    : { ...node, value: filled };
}

/** The offset with values of an offset with signs. */
export function placingIn(values: readonly PlacedText[]): (offset: number) => number {
  let shift = 0;
  const signs = values.map(({ start, end }) => {
    const sign = start - shift;
    shift += end - start - 1;
    return { sign, shift };
  });
  return (offset) => offset + (signs.findLast(({ sign }) => sign < offset)?.shift ?? 0);
}

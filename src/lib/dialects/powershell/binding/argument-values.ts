import type { Expression } from '../syntax/tree.ts';
import { literalOf } from './arguments.ts';

/** `-Confirm:$false`: a switch that is switched off. */
export function isOff({ value }: { readonly value: Expression | undefined }): boolean {
  return value?.kind === 'variable' && value.name.toLowerCase() === 'false';
}

/** The texts that an argument is known to be: one, or each of a list. Undefined where only running tells. */
export function textsOf(value: Expression | undefined): readonly string[] | undefined {
  const literal = value && literalOf(value);
  if (literal?.kind === 'text') return [literal.value];
  if (literal?.kind === 'number') return [literal.written];
  if (literal?.kind !== 'list') return undefined;
  const texts = literal.elements.map((element) => textsOf(element)?.[0]);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

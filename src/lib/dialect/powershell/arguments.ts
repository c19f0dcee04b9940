import type { CommandParameter, Expression } from './tree.ts';

/** What an argument is known to be before it runs. */
export type Literal =
  | { readonly kind: 'text'; readonly value: string; readonly bare: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly written: string }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'null' }
  | { readonly kind: 'hashtable' }
  | { readonly kind: 'script-block' }
  | { readonly kind: 'list'; readonly elements: readonly Expression[] };

/** The literal an expression is; undefined where only running it tells. */
export function literalOf(expression: Expression): Literal | undefined {
  switch (expression.kind) {
    case 'text':
      return expression.parts.length > 0
        ? undefined
        : { kind: 'text', value: expression.value, bare: expression.quote === 'bare' };
    case 'number':
      return { kind: 'number', value: expression.value, written: expression.written };
    case 'hashtable':
    case 'script-block':
      return { kind: expression.kind };
    case 'array':
      return { kind: 'list', elements: expression.elements };
    case 'variable': {
      const name = expression.name.toLowerCase();
      if (name === 'true' || name === 'false') return { kind: 'boolean' };
      return name === 'null' ? { kind: 'null' } : undefined;
    }
    default:
      return undefined;
  }
}

/** A bare word of letters, digits and dashes, as the name of a command is: no path, extension, wildcard or quote. */
export function isFlatWord(text: string): boolean {
  return /^[A-Za-z_][\w-]*(?:\\[A-Za-z_][\w-]*)?$/.test(text);
}

export function isSplat(element: Expression | CommandParameter): boolean {
  return element.kind === 'variable' && element.splat;
}

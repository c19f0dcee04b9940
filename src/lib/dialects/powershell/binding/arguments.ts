import type { CommandParameter, Expression, Hashtable, Statement } from '../syntax/tree.ts';

/** What an argument is known to be before it runs. */
export type Literal =
  | { readonly kind: 'text'; readonly value: string; readonly bare: boolean }
  /** Text for certain, of which only running tells the words. */
  | { readonly kind: 'some-text' }
  | { readonly kind: 'number'; readonly value: number; readonly written: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'hashtable' }
  | { readonly kind: 'script-block' }
  | { readonly kind: 'list'; readonly elements: readonly Expression[] };

/** The literal an expression is; undefined where only running it tells. */
export function literalOf(expression: Expression): Literal | undefined {
  switch (expression.kind) {
    case 'text':
      return expression.parts.length > 0
        ? { kind: 'some-text' }
        : { kind: 'text', value: expression.value, bare: expression.quote === 'bare' };
    case 'number':
      return { kind: 'number', value: expression.value, written: expression.written };
    case 'hashtable':
    case 'script-block':
      return { kind: expression.kind };
    case 'array':
      return { kind: 'list', elements: expression.elements };
    case 'parentheses': {
      const inner = expression.content && expressionOf(expression.content);
      return inner && literalOf(inner);
    }
    case 'array-expression': {
      const values = expression.body.map(expressionOf);
      if (!values.every((value) => value !== undefined)) return undefined;
      const lists = values.map((value) => (value.kind === 'array' ? value.elements : [value]));
      // What a variable holds may be a list itself.
      return lists.flat().every(literalOf) ? { kind: 'list', elements: lists.flat() } : undefined;
    }
    case 'variable': {
      const name = expression.name.toLowerCase();
      if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true' };
      return name === 'null' ? { kind: 'null' } : undefined;
    }
    default:
      return undefined;
  }
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

/** The expression that a statement is and nothing more; undefined where a command runs. */
export function expressionOf(statement: Statement): Expression | undefined {
  if (statement.kind !== 'pipeline' || statement.elements.length !== 1) return undefined;
  const [only] = statement.elements;
  return only?.kind === 'value' && only.redirections.length === 0 ? only.expression : undefined;
}

/** What stands in the place of an expression of a hashtable, where that is splatted. */
const splatted = new WeakMap<Expression, Expression>();

function copiedTo(
  expression: Expression,
  { start, end }: { readonly start: number; readonly end: number },
): Expression {
  const copy = { ...expression, start, end };
  splatted.set(copy, expression);
  return copy;
}

/** The expression of a hashtable that a value of a splatted argument is. */
export function splattedFrom(value: Expression): Expression | undefined {
  return splatted.get(value);
}

/** A hashtable's entries as parameters with their values, as splatting reads them; undefined where a name is not known. */
export function splattedEntries(
  { entries }: Hashtable,
  at: { readonly start: number; readonly end: number },
): readonly CommandParameter[] | undefined {
  const { start, end } = at;
  const parameters = entries.map(({ key, value }): CommandParameter | undefined => {
    const name = literalOf(key);
    if (name?.kind !== 'text') return undefined;
    const known = value && expressionOf(value);
    return {
      kind: 'parameter',
      name: name.value,
      // What goes wrong is reported where it is splatted: the hashtable may stand in another block.
      start,
      end,
      nameEnd: end,
      value: known ? copiedTo(known, at) : { kind: 'broken', start, end },
    };
  });
  return parameters.every((parameter) => parameter !== undefined) ? parameters : undefined;
}

/** A bare word of letters, digits and dashes, as the name of a command is: no path, extension, wildcard or quote. */
export function isFlatWord(text: string): boolean {
  return /^[A-Za-z_][\w-]*(?:\\[A-Za-z_][\w-]*)?$/.test(text);
}

export function isSplat(element: Expression | CommandParameter): boolean {
  return element.kind === 'variable' && element.splat;
}

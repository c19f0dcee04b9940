import type { Expression, Hashtable, Node } from '../syntax/tree.ts';
import { expressionOf } from './arguments.ts';

/**
 * Takes down what a node does to variables that hold hashtables, by lower-case name: a literal where one is assigned, undefined
 * where the variable is given anything else, is changed afterwards, or gets several literals, so that only running tells.
 */
export function noteTable(node: Node, tables: Map<string, Hashtable | undefined>, own: Set<string>): void {
  const set = (name: string, table: Hashtable | undefined) => {
    const lower = name.toLowerCase().replace(/^(?:global|script|local|private):/, '');
    tables.set(lower, own.has(lower) ? undefined : table);
    own.add(lower);
  };
  switch (node.kind) {
    case 'assignment': {
      const target = variableIn(node.target);
      if (!target) return;
      const value = node.value && expressionOf(node.value);
      const isWhole = target === node.target && node.operator === '=';
      set(target.name, isWhole && value?.kind === 'hashtable' ? value : undefined);
      return;
    }
    case 'member': {
      // `$table.Add('Name', 'x')`
      const target = node.arguments && variableIn(node.target);
      if (target && isWord(node.member, /^(?:Add|Remove|Clear|set_Item)$/i)) set(target.name, undefined);
      return;
    }
    case 'loop':
      if (node.variable) set(node.variable.name, undefined);
      return;
    case 'parameter-definition':
      set(node.name, undefined);
      return;
    default:
  }
}

/** The variable itself, behind a type, or whose member or element is meant; what a method gives is another value. */
function variableIn(expression: Expression): Extract<Expression, { kind: 'variable' }> | undefined {
  let inner = expression;
  while (
    inner.kind === 'conversion' ||
    inner.kind === 'index' ||
    (inner.kind === 'member' && inner.arguments === undefined)
  )
    inner = inner.kind === 'conversion' ? inner.operand : inner.target;
  return inner.kind === 'variable' ? inner : undefined;
}

function isWord(expression: Expression, pattern: RegExp): boolean {
  return expression.kind === 'text' && pattern.test(expression.value);
}

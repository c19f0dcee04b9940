import type { BindingProblem } from '../binding/binding.ts';
import { definedAlias } from '../binding/session.ts';
import { frameNames } from '../frame-names.ts';
import type { Node } from '../syntax/tree.ts';

const rule = 'powershell/reserved-name';
const ownVariable = new RegExp(`^${frameNames.prefix}\\w`, 'i');
const ownFunction = new RegExp(`^\\w+-${frameNames.prefix}\\w`, 'i');
const others: ReadonlySet<string> = new Set(frameNames.commands.map((name) => name.toLowerCase()));
const isCalled = (name: string) => ownFunction.test(name) || others.has(name.toLowerCase());

/** A name that the script of the bundle uses itself around the block. */
export function checkReservedName(node: Node): BindingProblem[] {
  if (node.kind === 'variable' && ownVariable.test(withoutScope(node.name)))
    return [found(node, `$${node.name} is a variable of the script that the bundle puts around this block.`)];
  if (node.kind === 'function' && node.keyword !== 'method' && isCalled(withoutScope(node.name))) {
    const place = { start: node.nameStart, end: node.nameStart + node.name.length };
    return [found(place, `The script that the bundle puts around this block calls ${node.name} itself.`)];
  }
  if (node.kind !== 'command') return [];
  const alias = definedAlias(node);
  if (!alias || !isCalled(alias.name)) return [];
  return [found(node, `The script that the bundle puts around this block calls ${alias.name} itself.`)];
}

function withoutScope(name: string): string {
  return name.replace(/^(?:global|script|local|private|using|variable|function):/i, '').toLowerCase();
}

function found(
  { start, end }: { readonly start: number; readonly end: number },
  message: string,
): BindingProblem {
  return { rule, start, end, message, hint: 'Choose another name.' };
}

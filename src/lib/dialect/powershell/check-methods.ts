import type { Place, Tell } from './check-tree.ts';
import type { Flow, FunctionDefinition, Statement, TypeDefinition } from './tree.ts';
import { walk } from './walk.ts';

const namedBlocks: ReadonlySet<string> = new Set(['begin', 'process', 'end', 'clean', 'dynamicparam']);

export function checkMethod(
  definition: FunctionDefinition,
  owner: TypeDefinition | undefined,
  tell: Tell,
): void {
  const { block, method, name, nameStart } = definition;
  if (!method) return;
  if (block.parameters)
    tell({
      start: block.paramStart ?? block.start,
      end: (block.paramStart ?? block.start) + 5,
      message: 'A method has its parameters in parentheses after its name, and no `param` block.',
      hint: 'Move them there.',
    });
  const named = block.statements.find((one) => one.kind === 'block' && namedBlocks.has(one.keyword));
  if (named)
    tell({
      start: named.start,
      end: named.end,
      message: 'A method has no begin, process and end blocks.',
      hint: 'Write its statements without them.',
    });
  if (method.isConstructor && method.type)
    tell({
      start: method.type.start,
      end: method.type.end,
      message: `A constructor of the class ${owner?.name ?? name} has no type.`,
      hint: 'Remove the type before it.',
    });
  if (!isVoid(definition) && !method.isConstructor && !mayReturn(block.statements))
    tell({
      start: nameStart,
      end: nameStart + name.length - name.lastIndexOf('.') - 1,
      message: `The method ${name} has a type, and never returns a value.`,
      hint: 'Write `return …` on every way through it; a value on a line of its own is not returned.',
    });
}

/** A method without a type returns nothing. */
function isVoid({ method }: FunctionDefinition): boolean {
  return !method?.type || /^(?:system\.)?void$/i.test(method.type.typeName);
}

/** Conservative: one `return` or `throw`, or a loop, is taken for enough. */
function mayReturn(statements: readonly Statement[]): boolean {
  let found = false;
  for (const statement of statements)
    walk(statement, (node) => {
      if (node.kind === 'script-block' || node.kind === 'function') return false;
      found ||=
        node.kind === 'loop' ||
        (node.kind === 'flow' &&
          (node.keyword === 'return' || node.keyword === 'throw' || node.keyword === 'exit'));
      return true;
    });
  return found;
}

/** `return` in a method gives a value where the method has a type, and none elsewhere. */
export function checkMethodReturn(place: Place, flow: Flow, tell: Tell): void {
  for (let one = place.above; one; one = one.above) {
    if (one.node.kind === 'script-block') return;
    if (one.node.kind !== 'function') continue;
    if (!one.node.method) return;
    const nothing = isVoid(one.node);
    if (nothing === (flow.value === undefined)) return;
    tell({
      start: flow.start,
      end: flow.end,
      message: nothing
        ? `The method ${one.node.name} has no type, so that \`return\` cannot give a value.`
        : `The method ${one.node.name} has a type, so that \`return\` must give a value.`,
      hint: nothing
        ? 'Write the type before its name, or `return` alone.'
        : 'Write the value after `return`.',
    });
    return;
  }
}

import type { ScriptTree } from './parse.ts';
import { walk } from './walk.ts';

/**
 * Whether the statements of a script mean something else one by one than together: a `param` that they share, a `trap` that watches over all of
 * them, or a `return` that leaves those behind it out.
 */
export function standsTogether({ statements, parameters, attributes }: ScriptTree): boolean {
  if (parameters || attributes.length > 0) return true;
  return statements.some(({ statement }) => {
    let found = false;
    walk(statement, (node) => {
      if (node.kind === 'function' || node.kind === 'script-block' || node.kind === 'type-definition')
        return false;
      found ||=
        (node.kind === 'flow' && node.keyword === 'return') ||
        (node.kind === 'block' && node.keyword === 'trap');
      return !found;
    });
    return found;
  });
}

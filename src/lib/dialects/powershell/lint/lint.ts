import type { BindingProblem } from '../binding/binding.ts';
import { checkAlias } from './alias.ts';
import { checkCasing } from './casing.ts';
import { checkDeprecated } from './deprecated.ts';
import { checkDestructive } from './destructive.ts';
import { checkPositional } from './positional.ts';
import { checkSecret } from './secret.ts';
import type { CommandCall } from './use.ts';

/** What a reader should be told of a command that PowerShell takes as it is. `optional`: the optional rules that were asked for. */
export function lint(use: CommandCall, optional: ReadonlySet<string>): BindingProblem[] {
  return [
    ...checkAlias(use),
    ...checkCasing(use),
    ...checkDeprecated(use),
    ...checkDestructive(use),
    ...checkSecret(use),
    ...(optional.has('powershell/positional-argument') ? checkPositional(use) : []),
  ];
}

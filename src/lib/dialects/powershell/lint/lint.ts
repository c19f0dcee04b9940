import { optionalRules } from '../rules.ts';
import type { BindingProblem } from '../binding/binding.ts';
import { checkAlias } from './alias-in-script.ts';
import { checkCasing } from './casing.ts';
import { checkDeprecated } from './deprecated.ts';
import { checkDestructive } from './destructive-without-guard.ts';
import { checkListInQuotes } from './list-in-quotes.ts';
import { checkPositional } from './positional-argument.ts';
import { checkSecret } from './plain-text-secret.ts';
import type { CommandCall } from './command-call.ts';

/** What is worth a warning in a command that PowerShell accepts as it is. `optional`: the optional rules that were asked for. */
export function lint(call: CommandCall, optional: ReadonlySet<string>): BindingProblem[] {
  const problems = [
    ...checkAlias(call),
    ...checkCasing(call),
    ...checkDeprecated(call),
    ...checkDestructive(call),
    ...checkSecret(call),
    ...checkListInQuotes(call),
    ...checkPositional(call),
  ];
  return problems.filter(({ rule }) => !optionalRules.has(rule) || optional.has(rule));
}

import type { BindingProblem } from '../binding/binding.ts';
import { deprecated } from './deprecated-commands.ts';
import type { CommandCall } from './command-call.ts';
import { commandName, isSameOrLater, nameSpan } from './command-call.ts';

/** A command or program that its makers advise against. */
export function checkDeprecated(call: CommandCall): BindingProblem[] {
  const { resolution, platform } = call;
  // A function of that name is somebody's own.
  if (resolution.kind === 'defined') return [];
  const name = commandName(call);
  const lower = name.toLowerCase().replace(/\.exe$/, '');
  const entry = deprecated.find(
    (one) =>
      isSameOrLater(platform, one.since) &&
      (typeof one.name === 'string' ? one.name === lower : one.name.test(lower)) &&
      (resolution.kind === 'command' || !lower.includes('-')),
  );
  if (!entry) return [];
  return [
    {
      rule: 'powershell/deprecated',
      ...nameSpan(call),
      message: `${name} ${entry.why}.`,
      hint: entry.instead,
      actual: name,
    },
  ];
}

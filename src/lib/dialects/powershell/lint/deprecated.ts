import type { BindingProblem } from '../binding/binding.ts';
import { deprecated } from './deprecated-commands.ts';
import type { CommandCall } from './use.ts';
import { isFrom, nameSpot, runs } from './use.ts';

/** A command or program that its makers advise against. */
export function checkDeprecated(use: CommandCall): BindingProblem[] {
  const { resolution, platform } = use;
  // A function of that name is somebody's own.
  if (resolution.kind === 'defined') return [];
  const name = runs(use);
  const lower = name.toLowerCase().replace(/\.exe$/, '');
  const entry = deprecated.find(
    (one) =>
      isFrom(platform, one.since) &&
      (typeof one.name === 'string' ? one.name === lower : one.name.test(lower)) &&
      (resolution.kind === 'command' || !lower.includes('-')),
  );
  if (!entry) return [];
  return [
    {
      rule: 'powershell/deprecated',
      ...nameSpot(use),
      message: `${name} ${entry.why}.`,
      hint: entry.instead,
      actual: name,
    },
  ];
}

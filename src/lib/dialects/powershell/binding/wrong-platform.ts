import type { PowerShellPlatform } from '../platforms.ts';
import { powershellPlatforms } from '../platforms.ts';
import type { CommandPlace } from '../catalogue/command-here.ts';
import { platformBit, versionsOf } from '../catalogue/versions.ts';
import { substitutes } from '../catalogue/overrides/substitutes.ts';
import type { CommandParameter } from '../syntax/tree.ts';
import type { BindContext, BindingProblem } from './binding.ts';

/** A command that other versions have and this platform has not; `at` is its name. */
export function commandElsewhere(
  { name, module, mask }: Pick<CommandPlace, 'name' | 'module' | 'mask'>,
  at: { readonly start: number; readonly end: number },
  platform: PowerShellPlatform,
): BindingProblem {
  const first = mask & -mask;
  const where =
    first > platformBit(platform) ? `came with ${versionsOf(first)}` : `exists on ${versionsOf(mask)}`;
  return {
    rule: 'powershell/wrong-platform',
    ...at,
    message: `${name} does not exist on ${powershellPlatforms[platform].title}; it ${where} (module ${module}).`,
    hint:
      substitutes.get(name.toLowerCase()) ??
      'Use another command here, or write the block for the version that has it.',
    actual: name,
  };
}

/** A parameter that its command has on other versions: `versions` as a mask of the catalogue. */
export function parameterElsewhere(
  { name, start, nameEnd }: CommandParameter,
  versions: number,
  { here, platform }: BindContext,
): BindingProblem {
  return {
    rule: 'powershell/wrong-platform',
    // A page that does not have it may be older than the parameter, or have forgotten it.
    ...(here.surelyLacks(name) ? {} : { severity: 'warning' as const }),
    start,
    end: nameEnd,
    message: `${here.name} has no -${name} on ${platform}; it exists on ${versionsOf(versions)}.`,
    hint:
      substitutes.get(`${here.name} -${name}`.toLowerCase()) ??
      `Leave -${name} out here, or do it another way on this version.`,
    actual: `-${name}`,
  };
}

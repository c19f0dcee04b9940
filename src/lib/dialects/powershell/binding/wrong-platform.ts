import type { PowerShellPlatform } from '../platforms.ts';
import { powershellPlatforms } from '../platforms.ts';
import type { CommandPlace } from '../catalogue/command-here.ts';
import { platformBit, versionsOf } from '../catalogue/versions.ts';
import { listedWith } from './listed-with.ts';
import { frameworkModules } from '../catalogue/overrides/moving-modules.ts';
import { substitutes } from '../catalogue/overrides/substitutes.ts';
import type { CommandParameter } from '../syntax/tree.ts';
import type { BindContext, BindingProblem } from './binding.ts';

export const wrongPlatformRule = 'powershell/wrong-platform';

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
    rule: wrongPlatformRule,
    ...at,
    message: `${name} does not exist on ${powershellPlatforms[platform].title}; it ${where} (module ${module}).`,
    hint: `${
      substitutes.get(name.toLowerCase()) ??
      'Use another command here, or write the block for the version that has it.'
    }${comesWithFramework(module, mask, platform) ? ' Windows Management Framework 5.1 brings it to this version as well.' : ''}`,
    actual: name,
  };
}

/** Whether an update of PowerShell alone brings a command here. */
function comesWithFramework(module: string, mask: number, platform: PowerShellPlatform): boolean {
  const framework = platformBit('windows-server-2016');
  return (mask & framework) !== 0 && platformBit(platform) < framework && frameworkModules.has(module);
}

/**
 * Parameters that their command has on other versions, all of them on the same ones: `versions` as a mask of the catalogue. They stand
 * in their order; the first is where it is told.
 */
export function parametersElsewhere(
  parameters: readonly [CommandParameter, ...CommandParameter[]],
  versions: number,
  { here, platform }: BindContext,
): BindingProblem {
  const [{ name, start, nameEnd }] = parameters;
  const names = parameters.map((parameter) => `-${parameter.name}`);
  const list = listedWith(names, 'and');
  return {
    rule: wrongPlatformRule,
    // A page that does not have it may be older than the parameter, or have forgotten it.
    ...(here.surelyLacks(name) ? {} : { severity: 'warning' as const }),
    start,
    end: nameEnd,
    message: here.isDoubted(name)
      ? `The page of ${here.name} has ${list} for ${platform}, and a running system did not; ${names.length === 1 ? 'it exists' : 'they exist'} on ${versionsOf(versions)}.`
      : `${here.name} has no ${list.replace(' and ', ' and no ')} on ${platform}; ${names.length === 1 ? 'it exists' : 'they exist'} on ${versionsOf(versions)}.`,
    hint:
      substitutes.get(`${here.name} -${name}`.toLowerCase()) ??
      `Leave ${list} out here, or do it another way on this version.`,
    actual: names.join(' '),
  };
}

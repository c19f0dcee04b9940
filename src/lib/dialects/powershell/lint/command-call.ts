import type { PowerShellPlatform } from '../platforms.ts';
import { powershellPlatformIds } from '../platforms.ts';
import type { ArgumentBinding } from '../binding/binding.ts';
import type { Resolution } from '../binding/names.ts';
import type { PowerShellSession } from '../binding/session.ts';
import type { CommandNode, Expression, ValueElement } from '../syntax/tree.ts';

/** A command where it stands, as it was read: for what PowerShell would take and a reader should be told all the same. */
export interface CommandCall {
  /** The name first. */
  readonly elements: CommandNode['elements'];
  /** As written. */
  readonly name: string;
  readonly resolution: Resolution;
  readonly arguments: readonly ArgumentBinding[];
  /** False where something is given that only running tells. */
  readonly isKnown: boolean;
  /** Nothing speaks against its name and its arguments. */
  readonly binds: boolean;
  readonly platform: PowerShellPlatform;
  readonly session: PowerShellSession;
  /** What stands before it in the pipeline. */
  readonly before: CommandNode | ValueElement | undefined;
  /** It runs only where a test lets it: under `if` or `switch`, or after a filter. */
  readonly tested: boolean;
}

/** The arguments of a command that nothing is known of: a value after a name is taken for its own. */
export function unboundArguments(elements: CommandNode['elements']): ArgumentBinding[] {
  const found: ArgumentBinding[] = [];
  for (let at = 1; at < elements.length; at++) {
    const element = elements[at]!;
    const { start } = element;
    if (element.kind !== 'parameter') {
      const { end } = element;
      found.push({ start, end, element: undefined, parameter: undefined, how: 'position', value: element });
      continue;
    }
    const next = elements[at + 1];
    const after = !element.value && next && next.kind !== 'parameter' ? next : undefined;
    if (after) at++;
    const { end } = after ?? element;
    found.push({ start, end, element, parameter: undefined, how: 'name', value: element.value ?? after });
  }
  return found;
}

/** The argument of a parameter, by its full name. A switch that is given as `$false` is not given. */
export function givenArgument({ arguments: all }: CommandCall, name: string): ArgumentBinding | undefined {
  const argument = all.find(({ parameter }) => parameter?.name.toLowerCase() === name.toLowerCase());
  return argument && isSwitchedOff(argument) ? undefined : argument;
}

/** `-Confirm:$false`: a switch that is switched off. */
export function isSwitchedOff({ value }: { readonly value: Expression | undefined }): boolean {
  return value?.kind === 'variable' && value.name.toLowerCase() === 'false';
}

/** Whether `platform` is `since` or a later one. */
export function isSameOrLater(platform: PowerShellPlatform, since: PowerShellPlatform): boolean {
  return powershellPlatformIds.indexOf(platform) >= powershellPlatformIds.indexOf(since);
}

/** The name of the command that will run; as written where that is not known. */
export function commandName({ resolution }: CommandCall): string {
  return resolution.kind === 'command' ? resolution.command.name : resolution.name;
}

/** Where the name of the command stands. */
export function nameSpan({ elements }: CommandCall): { readonly start: number; readonly end: number } {
  const { start, end } = elements[0]!;
  return { start, end };
}

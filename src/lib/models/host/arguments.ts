import type { PowerShellArgument, PowerShellCommand } from '../../dialects/powershell/command.ts';
import { textsOf as textsOfValue } from '../../dialects/powershell/binding/arguments.ts';
import { isSwitchedOff } from '../../dialects/powershell/lint/command-call.ts';

/** The argument of a parameter, by its full name. A switch that is given as `$false` is not given. */
export function argumentOf(command: PowerShellCommand, name: string): PowerShellArgument | undefined {
  const argument = command.arguments.find((one) => one.name?.toLowerCase() === name.toLowerCase());
  return argument && isSwitchedOff(argument) ? undefined : argument;
}

/** The texts that an argument is known to be: one, or each of a list. Undefined where only running tells, or it is not given. */
export function textsOf(command: PowerShellCommand, name: string): readonly string[] | undefined {
  return textsOfValue(command.arguments.find((one) => one.name === name)?.value);
}

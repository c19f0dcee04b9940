import type { PowerShellArgument, PowerShellCommand } from '../../dialects/powershell/command.ts';
import { isOff, textsOf as textsOfValue } from '../../dialects/powershell/binding/argument-values.ts';

/** The argument of a parameter, by its full name. A switch that is given as `$false` is not given. */
export function argumentOf(command: PowerShellCommand, name: string): PowerShellArgument | undefined {
  const argument = command.arguments.find((one) => one.name?.toLowerCase() === name.toLowerCase());
  return argument && isOff(argument) ? undefined : argument;
}

/** The texts that an argument is known to be: one, or each of a list. Undefined where only running tells, or it is not given. */
export function textsOf(command: PowerShellCommand, name: string): readonly string[] | undefined {
  return textsOfValue(command.arguments.find((one) => one.name === name)?.value);
}

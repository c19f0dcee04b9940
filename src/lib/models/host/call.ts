import type { PowerShellArgument, PowerShellCommand } from '../../dialects/powershell/command.ts';
import type { Environment, KnownValue } from '../../dialects/powershell/evaluation/value.ts';
import { textsIn, valueOf } from '../../dialects/powershell/evaluation/value.ts';
import { isSwitchedOff } from '../../dialects/powershell/lint/command-call.ts';

/** One run of a command, its arguments as they are then. Parameters are named by their full names, as the facts write them. */
export interface HostCall {
  readonly name: string;
  /** The parameters that are given, but for switches that are switched off. */
  readonly given: readonly string[];
  has(parameter: string): boolean;
  /** Undefined where it is not given, and where only running tells. */
  value(parameter: string): KnownValue | undefined;
  text(parameter: string): string | undefined;
  texts(parameter: string): readonly string[] | undefined;
  /** A switch, or a parameter that takes true or false. */
  flag(parameter: string): boolean | undefined;
}

/** What every command takes, and what says nothing of its effect. Source: about_CommonParameters. */
const common = new Set(
  [
    ...['Confirm', 'Debug', 'ErrorAction', 'ErrorVariable', 'InformationAction', 'InformationVariable'],
    ...['OutBuffer', 'OutVariable', 'PipelineVariable', 'ProgressAction', 'Verbose', 'WarningAction'],
    ...['WarningVariable', 'PassThru', 'Passthru', 'Force', 'AsJob', 'ThrottleLimit'],
  ].map((name) => name.toLowerCase()),
);

/** A command as it runs once, with what variables hold then. */
export function callOf(command: PowerShellCommand, env: Environment): HostCall {
  const find = (parameter: string) =>
    command.arguments.find((one) => one.name?.toLowerCase() === parameter.toLowerCase());
  const value = (parameter: string) => {
    const argument = find(parameter);
    // A switch is given by its name alone.
    return argument && (argument.value === undefined ? true : valueOf(argument.value, env));
  };
  const texts = (parameter: string) => {
    const argument = find(parameter);
    return argument?.value && textsIn(argument.value, env);
  };
  return {
    name: command.name,
    given: command.arguments.flatMap((argument) =>
      argument.name === undefined || isSwitchedOff(argument) || common.has(argument.name.toLowerCase())
        ? []
        : [argument.name],
    ),
    has: (parameter) => find(parameter) !== undefined,
    value,
    texts,
    text: (parameter) => {
      const found = texts(parameter);
      return found?.length === 1 ? found[0] : undefined;
    },
    flag: (parameter) => {
      const found = value(parameter);
      return typeof found === 'boolean' ? found : undefined;
    },
  };
}

/** The argument of a parameter, by its full name. A switch that is given as `$false` is not given. */
export function argumentOf(command: PowerShellCommand, name: string): PowerShellArgument | undefined {
  const argument = command.arguments.find((one) => one.name?.toLowerCase() === name.toLowerCase());
  return argument && isSwitchedOff(argument) ? undefined : argument;
}

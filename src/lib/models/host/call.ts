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

/** What every command takes, and what says nothing of its effect: whose it is done as. Source: about_CommonParameters. */
const common = new Set(
  [
    ...['Confirm', 'Debug', 'ErrorAction', 'ErrorVariable', 'InformationAction', 'InformationVariable'],
    ...['OutBuffer', 'OutVariable', 'PipelineVariable', 'ProgressAction', 'Verbose', 'WarningAction'],
    ...['WarningVariable', 'PassThru', 'Passthru', 'Force', 'AsJob', 'ThrottleLimit', 'Credential'],
  ].map((name) => name.toLowerCase()),
);

/** A command as it runs once, with what variables hold then. */
export function callOf(command: PowerShellCommand, env: Environment): HostCall {
  const { byName, given } = argumentsOf(command);
  const find = (parameter: string) => byName.get(lowerCase(parameter));
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
    given,
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

interface ArgumentsByName {
  readonly byName: ReadonlyMap<string, PowerShellArgument>;
  /** See `HostCall.given`. */
  readonly given: readonly string[];
}

/** A command is asked for its arguments many times, and once more for each time that it runs. */
const named = new WeakMap<PowerShellCommand, ArgumentsByName>();

function argumentsOf(command: PowerShellCommand): ArgumentsByName {
  const known = named.get(command);
  if (known) return known;
  const byName = new Map<string, PowerShellArgument>();
  const given: string[] = [];
  for (const argument of command.arguments) {
    if (argument.name === undefined) continue;
    const key = lowerCase(argument.name);
    if (!byName.has(key)) byName.set(key, argument);
    if (!common.has(key) && !isSwitchedOff(argument)) given.push(argument.name);
  }
  const found = { byName, given };
  named.set(command, found);
  return found;
}

/** The names that the facts and the effects write, of which there are few, in lower case. */
const lowered = new Map<string, string>();

export function lowerCase(parameter: string): string {
  let found = lowered.get(parameter);
  if (found === undefined) lowered.set(parameter, (found = parameter.toLowerCase()));
  return found;
}

/** The argument of a parameter, by its full name. A switch that is given as `$false` is not given. */
export function argumentOf(command: PowerShellCommand, name: string): PowerShellArgument | undefined {
  const argument = argumentsOf(command).byName.get(lowerCase(name));
  return argument && isSwitchedOff(argument) ? undefined : argument;
}

/**
 * A name that commands take for a pattern: with a wildcard it stands for others, and with brackets or a backtick not even for itself. Source:
 * about_Wildcards.
 */
export function isPattern(name: string): boolean {
  return /[*?[`]/.test(name);
}

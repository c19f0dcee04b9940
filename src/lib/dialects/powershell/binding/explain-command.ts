import type { BoundArgument, BoundCommand } from '../../dialect.ts';
import type { PowerShellCommand } from '../command.ts';
import type { PowerShellPlatform } from '../platforms.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { CommandNode } from '../syntax/tree.ts';

/** How a command binds on a platform, and why: what an author is shown. Plain data. */
export interface CommandExplanation {
  /** As written: an alias, or the name. */
  readonly written: string;
  readonly command: PowerShellCommand;
  /** Objects come in from the command before. */
  readonly piped: boolean;
  /** Undefined where the command is not known on the platform, so that nothing can be said of its arguments. */
  readonly binding: ExplainedBinding | undefined;
}

export interface ExplainedBinding {
  readonly module: string;
  /** False where the facts do not settle which parameters there are. */
  readonly complete: boolean;
  /** Variables that are splatted and hold what is not known. */
  readonly splatted: readonly string[];
  readonly arguments: readonly ExplainedArgument[];
  /** The parameter sets, the chosen one first. */
  readonly sets: readonly ExplainedSet[];
}

export interface ExplainedArgument extends BoundArgument {
  /** From 1, among the values that are bound by their position. */
  readonly position: number | undefined;
  /** What the parameter takes; undefined where the argument binds to none. */
  readonly takes: AcceptedValues | undefined;
}

export interface AcceptedValues {
  /** As .NET names it, without namespace. */
  readonly type: string;
  readonly isSwitch: boolean;
  /** The only values, where there is a list of them. */
  readonly values: readonly string[] | undefined;
  readonly range: readonly [number, number] | undefined;
}

/** `chosen`; or why not: `conflict`, a parameter given is not in it; `missing`, a mandatory one is not given; `fits`, it could be. */
export type SetVerdict = 'chosen' | 'conflict' | 'missing' | 'fits';

export interface ExplainedSet {
  /** Undefined where it has none, as a command with a single set may. */
  readonly name: string | undefined;
  readonly isDefault: boolean;
  readonly verdict: SetVerdict;
  /** Parameters given that are not in it. */
  readonly foreign: readonly string[];
  readonly mandatory: readonly {
    readonly parameter: string;
    readonly by: 'argument' | 'pipeline' | 'nothing';
  }[];
}

/** Explains commands as they were read. */
export function explainCommands(
  commands: readonly PowerShellCommand[],
  platform: PowerShellPlatform,
  catalogue: Catalogue,
): readonly CommandExplanation[] {
  return commands.map((command) => {
    const { node, piped } = command;
    const name = node?.elements[0];
    const here = command.binding && catalogue.command(command.name, platform, command.binding.module);
    return {
      written: name?.kind === 'text' ? name.value : command.name,
      command,
      piped,
      binding: command.binding && here ? explainBinding(command.binding, here, piped, node) : undefined,
    };
  });
}

function explainBinding(
  { module, parameterSet, arguments: bound }: BoundCommand,
  here: CommandHere,
  piped: boolean,
  node: CommandNode | undefined,
): ExplainedBinding {
  const parameterOf = ({ parameter }: BoundArgument) =>
    parameter === undefined ? undefined : here.parameters.get(parameter.toLowerCase());
  const given = new Set(bound.flatMap((argument) => parameterOf(argument) ?? []));
  let position = 0;
  return {
    module,
    complete: here.complete,
    splatted: bound.some(({ how }) => how === 'splat')
      ? []
      : (node?.elements ?? []).flatMap((element) =>
          element.kind === 'variable' && element.splat ? [element.name] : [],
        ),
    arguments: bound.map((argument): ExplainedArgument => {
      const parameter = parameterOf(argument);
      return {
        ...argument,
        position: argument.how === 'position' ? (position += 1) : undefined,
        takes: parameter && acceptedValuesOf(parameter),
      };
    }),
    sets: withChosen(
      here.sets.map((set, index) => explainSet(set, index, here, given, piped)),
      parameterSet,
    ),
  };
}

/** The sets with the chosen one first. One without a name is chosen where no other fits. */
function withChosen(sets: readonly ExplainedSet[], name: string | undefined): readonly ExplainedSet[] {
  const fitting = sets.filter(({ verdict }) => verdict === 'fits');
  const [only] = fitting;
  const chosen =
    name === undefined
      ? fitting.length === 1 && (sets.length === 1 || only!.name === undefined)
        ? only
        : undefined
      : sets.find((set) => set.name === name);
  if (!chosen) return sets;
  return [{ ...chosen, verdict: 'chosen' }, ...sets.filter((set) => set !== chosen)];
}

function acceptedValuesOf({ type, values, range }: ParameterHere): AcceptedValues {
  return { type, isSwitch: type === 'SwitchParameter', values: values?.names, range };
}

function explainSet(
  { name, isDefault }: CommandHere['sets'][number],
  index: number,
  here: CommandHere,
  given: ReadonlySet<ParameterHere>,
  piped: boolean,
): ExplainedSet {
  const foreign = [...given].filter(({ places }) => !places.has(index)).map((parameter) => parameter.name);
  const mandatory = [...here.parameters.values()].flatMap((parameter): ExplainedSet['mandatory'] => {
    const place = parameter.places.get(index);
    if (!place?.mandatory) return [];
    const isFed = piped && (place.fromPipeline || place.byPropertyName);
    return [
      { parameter: parameter.name, by: given.has(parameter) ? 'argument' : isFed ? 'pipeline' : 'nothing' },
    ];
  });
  const lacks = mandatory.some(({ by }) => by === 'nothing');
  return {
    name: name === '' ? undefined : name,
    isDefault,
    verdict: foreign.length > 0 ? 'conflict' : lacks ? 'missing' : 'fits',
    foreign,
    mandatory,
  };
}

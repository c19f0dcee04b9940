import type { Edit, Finding } from '../../../diagnostics/diagnostic.ts';
import type { PowerShellRuleId } from '../rules.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { CommandParameter, Expression, Hashtable } from '../syntax/tree.ts';

/** How the arguments of a command bind. */
export interface Binding {
  /** The first is what PowerShell itself would tell. */
  readonly problems: readonly BindingProblem[];
  /** False where a parameter was not known and nothing tells whether it exists, or where it depends on what is splatted. */
  readonly known: boolean;
  /** Index of the element that is the name of a second command on the same line. */
  readonly second: number | undefined;
  /** In the order they are written; what is splatted from a known hashtable last. */
  readonly arguments: readonly ArgumentBinding[];
  /** Mandatory parameters that are asked for at a console, as is their purpose: secrets. */
  readonly asks: readonly ParameterHere[];
  /** Index of the parameter set chosen; undefined where none is, or where it depends on what runs. */
  readonly set: number | undefined;
}

/** An argument with the parameter it binds to: `undefined` where it binds to none that is known. */
export interface ArgumentBinding extends Omit<GivenArgument, 'how'> {
  /** By the parameter's name, an alias, a beginning of either, a splatted hashtable, its position, or as one of what is left. */
  readonly how: GivenArgument['how'] | 'remaining';
}

export interface BindContext {
  readonly here: CommandHere;
  /** Title of the platform. */
  readonly platform: string;
  readonly isCommandName: (word: string) => boolean;
  /** Objects come in from the command before. */
  readonly piped: boolean;
  /** As PowerShell takes it, whatever seems to be meant: no parameter that is torn in two, no second command. */
  readonly asWritten?: true;
  /** The hashtable that a variable is known to hold. */
  readonly hashtable: (variable: string) => Hashtable | undefined;
}

/** An argument once names and values are reported apart. */
export interface GivenArgument {
  readonly start: number;
  readonly end: number;
  /** The name as written; undefined for a value by its position. */
  readonly element: CommandParameter | undefined;
  /** What the name leads to; undefined where it is not known. */
  readonly parameter: ParameterHere | undefined;
  readonly how: 'name' | 'alias' | 'prefix' | 'splat' | 'position';
  readonly value: Expression | undefined;
}

/** A finding before it has a place in a file: offsets into the parsed text. */
export type BindingProblem = Omit<Finding<PowerShellRuleId>, 'file' | 'range' | 'fix' | 'related'> & {
  readonly start: number;
  readonly end: number;
  /** What should stand at this place; a guess at what was meant. */
  readonly replace?: { readonly title: string; readonly text: string };
  /** Changes that are certain to be right. */
  readonly repair?: { readonly title: string; readonly edits: readonly Edit[] };
};

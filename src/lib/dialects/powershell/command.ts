import type { Command, CommandArgument } from '../dialect.ts';
import type { Runs } from './evaluation/evaluate.ts';
import type { CommandNode, Expression } from './syntax/tree.ts';

/** A command of a script with all that was read of it. */
export interface PowerShellCommand extends Command {
  readonly arguments: readonly PowerShellArgument[];
  /** It is known here, its arguments are known before it runs, and nothing speaks against them. */
  readonly binds: boolean;
  /** As parsed; undefined for a command that was run into the one before it on its line. */
  readonly node: CommandNode | undefined;
  /** Objects come in from the command before it. */
  readonly piped: boolean;
  /** The command whose objects those are. */
  readonly upstream: PowerShellCommand | undefined;
  /** Where its own objects go: to the next command, to whoever looks on, or to something within the script. */
  readonly goesTo: 'next' | 'screen' | 'elsewhere';
  /** What it finds is changed where it stands, as in `(Get-X).Name = 'a'`: it only looks, and the machine is changed all the same. */
  readonly isChanged: boolean;
  /** How often it runs, and what variables hold then, as far as that is known before the script runs. */
  readonly runs: Runs;
}

export interface PowerShellArgument extends CommandArgument {
  /** Undefined for a switch, and for a name without its value. */
  readonly value: Expression | undefined;
  /** Of the parameter's name; of the value where it has none. Offsets within the text of the slice. */
  readonly nameStart: number;
  readonly nameEnd: number;
}

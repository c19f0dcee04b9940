import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Slice } from '../source/slice.ts';
import type { Range } from '../source/source-file.ts';
import type { CodeToken } from './code-token.ts';
import type { TextConventions } from './text-checks/conventions.ts';
import type { DialectId, PlatformId } from '../platforms/platform.ts';

/** Where commands run. */
export interface Device {
  readonly name: string;
  readonly platform: PlatformId;
}

/**
 * What is known of a command on its platform: `supported`, command and parameters are known there; `unsupported`, there is
 * positive evidence against it, and a diagnostic says so; `unknown`, the facts are silent.
 */
export type Support = 'supported' | 'unsupported' | 'unknown';

/** One parsed instruction. */
export interface Command {
  /** The canonical name (`New-VMSwitch`, `switchport mode`) where known, else as written. */
  readonly name: string;
  readonly range: Range;
  /** Line within the analysed slice, from 0. */
  readonly line: number;
  readonly support: Support;
  /** How its arguments bind; missing where the dialect has no parameters, or the command is not known. */
  readonly binding?: BoundCommand;
}

/** What a command's name and arguments lead to. */
export interface BoundCommand {
  /** The module that the command comes from. */
  readonly module: string;
  /** The parameter set chosen; undefined where none is, where it has no name, or where only running tells. */
  readonly parameterSet: string | undefined;
  /** In the order they are written; the keys of a splatted hashtable last, where it stands. */
  readonly arguments: readonly BoundArgument[];
}

/** A parameter with its value, or a value alone. */
export interface BoundArgument {
  /** Full name of the parameter; undefined where it binds to none that is known. */
  readonly parameter: string | undefined;
  /** By the parameter's name, an alias, a beginning of either, a splatted hashtable, its position, or as one of all that is left. */
  readonly how: 'name' | 'alias' | 'prefix' | 'splat' | 'position' | 'remaining' | undefined;
  readonly range: Range;
  /** As written, with the lab's values in it. */
  readonly text: string;
}

export interface Analysis<Session> {
  readonly commands: readonly Command[];
  readonly diagnostics: readonly Diagnostic[];
  /** The prompt before each line of the slice, as the device shows it, without a blank at its end. */
  readonly prompts: readonly string[];
  /** Where the first line runs: `PowerShell 4.0`, `config-if`. */
  readonly context: string;
  /** What the parts of the slice's text are, in their order, none overlapping another; made of what was read when it is asked for. */
  readonly tokens: () => readonly CodeToken[];
  readonly session: Session;
}

/**
 * A language of command blocks, as a reducer: blocks of one device are analysed in order, each with the session the one before
 * left behind (functions defined, the mode a switch is in). Sessions are values and are never changed.
 */
export interface Dialect<Session = unknown> {
  readonly id: DialectId;
  /** What its text may hold that is no command. */
  readonly text: TextConventions;
  start(device: Device): Session;
  /** The session of a script of its own on the same device: what was defined is known, the mode is the first one. */
  restart(session: Session): Session;
  analyze(slice: Slice, session: Session): Analysis<Session>;
  /**
   * How `value` is written at `offset` of `text`, by the quotes that stand around that place; undefined where it cannot be
   * written there without changing its meaning (a line break, a control character, a blank outside of quotes).
   */
  quote(value: string, text: string, offset: number): string | undefined;
}

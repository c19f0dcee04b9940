import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Slice } from '../source/slice.ts';
import type { Range } from '../source/source-file.ts';
import type { CodeToken } from './code-token.ts';
import type { TextConventions } from './text-checks/conventions.ts';
import type { ValuePlace, WrittenValues } from './value-places.ts';

/** Where commands run. */
export interface Device {
  readonly name: string;
  /** Id of what it is; a dialect knows its own. */
  readonly platform: string;
}

/**
 * What is known of a command on its platform: `supported`, command and parameters are known there; `unsupported`, there is
 * positive evidence against it, and a diagnostic says so; `unknown`, the facts are silent.
 */
export type Support = 'supported' | 'unsupported' | 'unknown';

/** One parsed instruction. Each dialect adds what a model of its devices needs to know of it. */
export interface Command {
  /** The canonical name (`New-VMSwitch`, `switchport mode`) where known, else as written. */
  readonly name: string;
  readonly range: Range;
  /** Line within the slice that was read, from 0. */
  readonly line: number;
  /** Offsets within the text of that slice. */
  readonly start: number;
  readonly end: number;
  readonly support: Support;
  /** In the order they are written. */
  readonly arguments: readonly CommandArgument[];
  /** How its arguments bind; missing where the dialect has no parameters, or the command is not known. */
  readonly binding?: BoundCommand;
}

/** A value that a command is given. */
export interface CommandArgument {
  /** Of the parameter in PowerShell, of the place in the command's syntax on a switch; undefined where none is known. */
  readonly name: string | undefined;
  /** As written, with the lab's values in it. */
  readonly text: string;
  /** Offsets within the text of the slice. */
  readonly start: number;
  readonly end: number;
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

/** A block as its dialect read it, once: everything else that is said of the block stands on this. */
export interface CodeReading<Session, C extends Command> {
  readonly commands: readonly C[];
  readonly diagnostics: readonly Diagnostic[];
  /** The prompt before each line of the slice, as the device shows it, without a blank at its end. */
  readonly prompts: readonly string[];
  /** Where the first line runs: `PowerShell 4.0`, `config-if`. */
  readonly context: string;
  /** What the parts of the slice's text are, in their order, none overlapping another; made of what was read when it is asked for. */
  readonly tokens: () => readonly CodeToken[];
  /** The tree of the slice's text, for whoever writes in the language; undefined for one that makes none. */
  readonly syntax: () => unknown;
  readonly session: Session;
}

/** A language of command blocks, as far as it is known without facts about commands. */
export interface Language {
  /** The word of its fences. */
  readonly id: string;
  /** `PowerShell`, `IOS` */
  readonly title: string;
  /** Of files that hold nothing else: `.ps1`. */
  readonly extensions: readonly string[];
  /** What else its fences are called elsewhere, in lower case. */
  readonly otherNames: readonly string[];
  /** Names of commands that no other language has: what a listing of unknown origin is recognised by. */
  readonly ownNames: RegExp;
  /** Begins a comment that goes on to the end of its line. */
  readonly comment: string;
  /** What its text may hold that is no command. */
  readonly text: TextConventions;
  /** Arguments of its commands bind to parameters, which can be explained. */
  readonly bindsArguments: boolean;
  /** Its own engine can be asked about a block, apart from the check. */
  readonly hasEngine: boolean;
  /** Rules about what goes into scripts, which an example never does. */
  readonly scriptRules: ReadonlySet<string>;
  /** Rules about what stands among other blocks in the script of a bundle; nothing else is held to them. */
  readonly bundleRules: ReadonlySet<string>;
  /** Those of them that a script or configuration which is checked by itself is held to as well. */
  readonly fileRules: ReadonlySet<string>;
  /** Rules whose findings are errors in the script of a bundle, whatever they are elsewhere. */
  readonly strictRules: ReadonlySet<string>;
  /** What to do about a value that fits no place as it is written, in the imperative. */
  readonly quotingHint: string;
  /**
   * Writes values into `code` as each is written at its place on a device of `platform`, by the quotes that stand around it. A value is
   * left out where it cannot be written without changing its meaning (a line break, a control character, a blank outside of quotes).
   */
  writeValues(code: Slice, places: readonly ValuePlace[], platform: string): WrittenValues;
  /** The tokens of a text that stands for itself, on no device. */
  tokensOf(text: string): readonly CodeToken[];
}

/**
 * A language with what is known of its commands, as a reducer: blocks of one device are read in order, each with the session the one
 * before left behind (functions defined, the mode a switch is in). Sessions are values and are never changed.
 */
export interface Dialect<Session = unknown, C extends Command = Command> extends Language {
  /** The session of a device at which nothing was typed yet; `file`, where what follows is the whole text of a file. */
  start(device: Device, file?: string): Session;
  /** The session of a script of its own on the same device: what was defined is known, the mode is the first one. */
  restart(session: Session): Session;
  read(code: Slice, session: Session): CodeReading<Session, C>;
}

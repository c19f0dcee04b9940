import type { Slice } from '../source/slice.ts';
import type { Command, Device } from './dialect.ts';
import type { ValuePlace, WrittenValues } from './value-places.ts';

/**
 * A block as a dialect has read it once, in JSON and in a form of the dialect's own: what stands whatever the values are that are written
 * into it, and all that facts about commands have told.
 */
export type CompiledCode = unknown;

/** A value in a text: where it stands, written as it must be there, and what it is. */
export interface PlacedText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A block that is to be compiled. */
export interface CodeToCompile {
  /** With the marks of its values. */
  readonly code: Slice;
  readonly places: readonly ValuePlace[];
  /** What it does is there in the blocks behind it. */
  readonly lasts: boolean;
  /** The values, and how it was read with them in it. */
  readonly values: readonly PlacedText[];
  readonly commands: readonly Command[];
  readonly syntax: unknown;
}

/** A compiled block that is had again with values. */
export interface RestoredCode<Session, C extends Command> {
  readonly commands: readonly C[];
  readonly syntax: () => unknown;
  readonly session: Session;
}

/**
 * A dialect that reads compiled blocks: without facts about commands, without a word about what is wrong with them. Blocks of one device are
 * read in their order, each with the session the one before left behind.
 */
export interface CompiledDialect<Session = unknown, C extends Command = Command> {
  start(device: Device): Session;
  /** The session of a script of its own on the same device. */
  restart(session: Session): Session;
  /** What to do about a value that fits no place as it is written, in the imperative. */
  readonly quotingHint: string;
  /** Writes values into the code, as the language does it (`Language.writeValues`). */
  writeValues(code: Slice, places: readonly ValuePlace[], compiled: CompiledCode): WrittenValues;
  /** The commands of `code`, in which the values stand at `values`. */
  restore(
    code: Slice,
    values: readonly PlacedText[],
    compiled: CompiledCode,
    session: Session,
  ): RestoredCode<Session, C>;
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Slice } from '../source/slice.ts';
import type { Range } from '../source/source-file.ts';
import type { DialectId, PlatformId } from './platform.ts';

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
}

export interface Analysis<Session> {
  readonly commands: readonly Command[];
  readonly diagnostics: readonly Diagnostic[];
  /** The prompt before each line of the slice, as the device shows it, without a blank at its end. */
  readonly prompts: readonly string[];
  /** Where the first line runs: `PowerShell 4.0`, `config-if`. */
  readonly context: string;
  readonly session: Session;
}

/**
 * A language of command blocks, as a reducer: blocks of one device are analysed in order, each with the session the one before
 * left behind (functions defined, the mode a switch is in). Sessions are values and are never changed.
 */
export interface Dialect<Session = unknown> {
  readonly id: DialectId;
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

import type { Impact } from '../models/switch/capture/impact.ts';
import type { UnknownLine } from '../models/switch/capture/read-capture.ts';

export type { Impact, UnknownLine };

/** What a device is that had a life before the labwork, read from what its owner has written down of it. */
export interface OwnState {
  /** Of the platform's model. */
  readonly state: unknown;
  /** How many lines of configuration there are. */
  readonly lines: number;
  /** Those of which nobody knows what they do; they stay as they are. */
  readonly unknown: readonly UnknownLine[];
  /** Interfaces that it is known to have; none where that is not known. */
  readonly interfaces: ReadonlySet<string>;
  /** What the text does not say and a plan would need, a sentence each. */
  readonly missing: readonly string[];
}

/** Lines as they are typed into such a device. */
export interface OwnLines {
  readonly lines: readonly string[];
  readonly state: unknown;
  /** Lines that are typed in another form, so that they take nothing away. */
  readonly spared: readonly { readonly line: string; readonly typed: string }[];
  readonly refused: readonly { readonly line: string; readonly why: string }[];
}

/** Plans from a device as it is, in place of one that is fresh from the factory. */
export interface OwnStart {
  read(text: string, profile: unknown, name: string): OwnState;
  /** `before` is the state that the lines are typed in, `start` the one before all of them. */
  type(lines: readonly string[], before: unknown, start: OwnState): OwnLines;
  /** What the lines come to, held to what they come to on a fresh device. */
  impact(start: OwnState, after: unknown, fresh: FreshRun): readonly Impact[];
}

/** A labwork on a device that is fresh from the factory. */
export interface FreshRun {
  readonly before: unknown;
  readonly after: unknown;
}

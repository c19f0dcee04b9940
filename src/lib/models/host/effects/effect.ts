import type { HostCall } from '../call.ts';
import type { HostResourceKind, HostState } from '../state.ts';

/** What a command does to a host. */
export interface HostEffect {
  /** The parameters whose part in it is known; with any other one it is not. */
  readonly takes: readonly string[];
  /** The host afterwards; undefined where only running tells. What is refused is not asked here. */
  readonly run: (call: HostCall, state: HostState) => HostState | undefined;
  /** The parameters of which it does not matter what they are given: passwords, and who it is done as. */
  readonly secret?: readonly string[];
  /** What must be there before: a resource of this kind, named by this parameter. */
  readonly needs?: readonly Need[];
  /** What goes off the network meanwhile, in words that follow “offline: ”. */
  readonly offline?: (call: HostCall) => readonly string[];
  /** Why it is not done at once, with its source in a comment. */
  readonly lasts?: (call: HostCall) => string | undefined;
}

export interface Need {
  readonly parameter: string;
  readonly kind: HostResourceKind;
  /** Without it, the command is about something else. */
  readonly when?: string;
  /** Names of this kind are often nearly the same (LUN1, LUN2): that one of nearly the name is made proves nothing. */
  readonly alike?: true;
}

/** By the full names of commands. */
export type EffectTable = Readonly<Record<string, HostEffect>>;

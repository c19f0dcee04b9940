import type { SwitchRuleId } from './rules.ts';
import type { SwitchCommand } from './command.ts';
import { changed } from '../layered-map.ts';
import type { Configuration, InterfaceConfig, SwitchState } from './state.ts';

/** Something to tell about a command: why the switch refuses it, or what its effect will be. */
export interface SwitchProblem {
  readonly rule: SwitchRuleId;
  readonly message: string;
  /** What the switch prints, where its wording is known. */
  readonly reply?: string;
  readonly why?: string;
  readonly hint: string;
  readonly label?: string;
  /** The value to mark; the whole line where there is none. */
  readonly value?: string;
}

/** What a command makes of a state. A refused command makes nothing of it. */
export type Effect =
  | {
      readonly state: SwitchState;
      readonly replies?: readonly string[];
      /** A part of it that the switch refuses as the command is done; the block that it opens is open all the same. */
      readonly failed?: SwitchProblem;
      /** The line is stored as it stands, without knowing what it does. */
      readonly unmodelled?: true;
    }
  | { readonly refused: SwitchProblem };

/** Where configuration commands go: the interfaces, VLANs or lines that the last block opened. */
export type ConfigTarget =
  | { readonly kind: 'none' }
  | { readonly kind: 'interfaces'; readonly names: readonly string[] }
  | { readonly kind: 'vlans'; readonly ids: readonly number[] }
  /** Blocks by the lines that open them, those of the blocks around them in front. */
  | { readonly kind: 'lines'; readonly blocks: readonly string[] };

/** Absent values take a key away: what is absent is as the factory left it. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

export function patched<T extends object>(value: T, patch: Patch<T>): T {
  const next: { -readonly [K in keyof T]?: T[K] | undefined } = {};
  for (const key in value) {
    const part = key in patch ? patch[key] : value[key];
    if (part !== undefined) next[key] = part;
  }
  for (const key in patch) if (!(key in value) && patch[key] !== undefined) next[key] = patch[key];
  return next as T;
}

export function withRunning(state: SwitchState, patch: Patch<Configuration>): SwitchState {
  return { ...state, running: patched(state.running, patch) };
}

export function configOf({ running }: SwitchState, name: string): InterfaceConfig {
  return running.interfaces.get(name) ?? {};
}

/** Changes interfaces, each from its own settings. */
export function withInterfaces(
  state: SwitchState,
  names: readonly string[],
  change: (config: InterfaceConfig, name: string) => InterfaceConfig,
): SwitchState {
  const before = state.running.interfaces;
  const interfaces = changed(
    before,
    names.map((name) => [name, change(before.get(name) ?? {}, name)]),
  );
  return { ...state, running: { ...state.running, interfaces } };
}

/** What a command that sets one thing on each interface of the block changes there. */
export type InterfaceEffect = (
  config: InterfaceConfig,
  command: SwitchCommand,
  state: SwitchState,
) => Patch<InterfaceConfig>;

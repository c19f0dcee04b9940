import type { Console } from '../console.ts';
import type { Wiring } from '../wiring.ts';
import type { KeyReading } from './keys.ts';
import type { EditedLine } from './line-editor.ts';
import type { Pending } from './questions.ts';
import type { TerminalSettings } from './run-line.ts';

/**
 * Somebody at a terminal of a switch, over a line that carries bytes. A value: what is typed makes a new one. The switch itself is none of
 * it, since several sit at one: each call is given its state and gives back the state after it.
 */
export interface TerminalSession {
  /** Its state is that of the switch when something was last typed here. */
  readonly console: Console;
  readonly wiring: Wiring;
  readonly settings: TerminalSettings;
  /** What `enable` asks for where the configuration says nothing of it; undefined where it asks nothing. */
  readonly password: string | undefined;
  /** One command was sent without a terminal: neither echo nor prompts, and no pages. */
  readonly quiet: boolean;
  readonly keys: KeyReading;
  readonly line: EditedLine;
  /** Lines before, the newest last, and which of them is shown, counted from the end; 0 for none. */
  readonly history: readonly string[];
  readonly recalled: number;
  readonly waiting: Waiting;
}

/** What the next key is for. */
export type Waiting =
  | { readonly kind: 'line' }
  | { readonly kind: 'page'; readonly rest: readonly string[] }
  | { readonly kind: 'question'; readonly pending: Pending; readonly typed: EditedLine }
  | { readonly kind: 'password'; readonly typed: string; readonly tries: number };

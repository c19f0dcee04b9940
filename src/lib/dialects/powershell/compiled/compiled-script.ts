import type { PowerShellCommand } from '../command.ts';
import type { ScriptTree } from '../syntax/parse.ts';
import type { Surroundings } from '../syntax/quote-value.ts';
import type { Node } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';

/**
 * A block of PowerShell as it was parsed and bound, whatever values stand in it. Offsets are those of its text with one character at the
 * place of each value, which is what stands for it in the tree, too: see `signOf`.
 */
export interface CompiledScript {
  readonly tree: RestoredTree;
  /** What stands around each place. */
  readonly around: readonly (Surroundings | null)[];
  readonly commands: readonly CompiledCommand[];
}

/** What is kept of a parsed script: all but its tokens, and there are no problems. */
export type RestoredTree = Omit<ScriptTree, 'tokens'>;

export interface CompiledCommand extends Pick<
  PowerShellCommand,
  'name' | 'line' | 'start' | 'end' | 'support' | 'binds' | 'piped' | 'goesTo' | 'isChanged'
> {
  /** Its number among the nodes of the script (`nodesOf`); null for one that has none. */
  readonly node: number | null;
  /** The command that its objects come from, by its number. */
  readonly upstream: number | null;
  readonly arguments: readonly CompiledArgument[];
}

export interface CompiledArgument {
  readonly name: string | null;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Null for a switch. */
  readonly value: CompiledValue | null;
}

/** Where the value of an argument stands. */
export interface CompiledValue {
  /** How many blocks before this one. */
  readonly before: number;
  /** Its number among the nodes there; null for one of which only running tells what it is. */
  readonly node: number | null;
  /** It stands in a hashtable, and is taken to be where that is splatted. */
  readonly splatted: boolean;
}

/** What stands for the value at a place, by the number of the place: a character that no text has (Unicode, private use). */
export function signOf(place: number): string {
  return String.fromCharCode(firstSign + place);
}

const firstSign = 0xe000;
/** Values that one block can have. */
export const mostPlaces = 0xf8ff - firstSign + 1;

export const anySign = /[\uE000-\uF8FF]/;

/** The same text with what the signs in it stand for. */
export function withoutSigns(text: string, values: readonly string[]): string {
  return text.replace(/[\uE000-\uF8FF]/g, (sign) => values[sign.charCodeAt(0) - firstSign] ?? sign);
}

/** Every node of a script, in the order in which they are numbered. */
export function nodesOf({ statements }: Pick<ScriptTree, 'statements'>): readonly Node[] {
  const nodes: Node[] = [];
  for (const { statement } of statements)
    walk(statement, (node) => {
      nodes.push(node);
      return true;
    });
  return nodes;
}

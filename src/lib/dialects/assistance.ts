import type { Slice } from '../source/slice.ts';
import type { Command } from './dialect.ts';

// What an author is told of a block while it is written: what may come next, and what is there already.

/** Something that may stand where an author types. */
export interface CodeSuggestion {
  readonly label: string;
  readonly kind: 'command' | 'parameter' | 'value' | 'keyword';
  /** A few words beside it: a module, a type, what it is for. */
  readonly detail: string;
  /** The smaller, the nearer to the top. */
  readonly rank: number;
}

export interface CodeSuggestions {
  /** Offset in the text of what is being typed, which a suggestion takes the place of. */
  readonly start: number;
  readonly items: readonly CodeSuggestion[];
  /** There are more than these; further letters will tell. */
  readonly isCut: boolean;
}

/** What is known of a word of a command, as lines of Markdown. */
export interface CodeNote {
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Where the text of a block stands. */
export interface CodePlace {
  readonly platform: string;
  /** Its text, with the lab's values in it. */
  readonly code: Slice;
  /** What was read of the block. */
  readonly commands: readonly Command[];
}

/** A dialect, as far as it helps with writing. */
export interface Assistance {
  /** What may stand at an offset of the text of a block, which need not be whole yet. */
  suggest(offset: number, place: CodePlace): CodeSuggestions | undefined;
  /** What the word at an offset of the file is to the command that it belongs to. */
  describe(command: Command, offset: number, place: CodePlace): CodeNote | undefined;
}

/** As many suggestions are more than anybody reads. */
export const mostSuggestions = 200;

/** The first of what is found, by rank and name. */
export function firstSuggestions(start: number, found: readonly CodeSuggestion[]): CodeSuggestions {
  const items = [...found].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
  return { start, items: items.slice(0, mostSuggestions), isCut: items.length > mostSuggestions };
}

/** A text as code in Markdown, whatever is in it. */
export function asCode(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const longest = [...line.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(line) ? ' ' : '';
  return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`;
}

import type { Severity } from '../../diagnostics/diagnostic.ts';
import type { LexicalRegions } from './lexical-regions.ts';

/** What the checks of this room must know of a dialect's text. */
export interface TextConventions {
  /** Where in a text comments, strings and quotes are. */
  readonly regions: (text: string) => LexicalRegions;
  /** Quotes begin and end strings, curly ones as well; elsewhere they are text like any other. */
  readonly quotesDelimit: boolean;
  /** A long dash between the letters of an argument may be part of a name. */
  readonly dashesMayBeMeant: boolean;
  /** One long dash at the beginning of a word that is taken for a hyphen. */
  readonly dashTaken?: RegExp;
  /** Spaces of every kind, and line separators, stand between words as a blank does. */
  readonly spacesTaken?: true;
  readonly hasWindowsPaths: boolean;
  /** Characters of `line` that are a prompt, with the blank after it; 0 for none. `before` is the line above. */
  readonly promptLength: (line: string, before: string) => number;
  /** The rule of a prompt that was left in; `hygiene/prompt` where the dialect has none of its own. */
  readonly promptRule?: OwnRule;
  /** A line that only a device prints. */
  readonly printedLine: RegExp;
  /** Devices print lists of `Name : value`. */
  readonly printsLists: boolean;
  /** Beside tokens whose form says what they are in any dialect. */
  readonly secrets: readonly SecretPattern[];
  /** The rule of these; `hygiene/secret` where the dialect has none of its own. */
  readonly secretRule?: OwnRule;
  /** Whether a value is read from somewhere else; `before` is the character in front of it. */
  readonly isExpression: (value: string, before: string | undefined) => boolean;
  /** What to do about a secret, in the imperative. */
  readonly secretHint: string;
}

/** A rule that belongs to the dialect. */
export interface OwnRule {
  readonly id: string;
  readonly severity: Severity;
}

export interface SecretPattern {
  /** The group `secret`, or `word`, is what must not be there. */
  readonly pattern: RegExp;
  readonly noun: string;
  /** In comments and strings as well. */
  readonly everywhere?: true;
}

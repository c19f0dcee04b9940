import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Role } from './guide.ts';

/** One word of a fence's meta: a flag, `name=value` or `name="value"`. */
export interface MetaWord {
  readonly name: string;
  /** Undefined for a word without `=`. */
  readonly value: string | undefined;
  /** It has an opening quote without a closing one. */
  readonly open: boolean;
  readonly range: Range;
}

/** What the words of a fence say. */
export interface FenceMeta {
  readonly role: Role;
  /** By word: where it stands. */
  readonly ranges: Readonly<Record<string, Range>>;
  /** By word: its value, where it takes one. */
  readonly values: Readonly<Record<string, string>>;
}

/** The words that one sort of block may have: true where the word takes a value. */
export type FenceWords = Readonly<Record<string, boolean>>;

export const commandWords: FenceWords = {
  on: true,
  platform: true,
  verify: false,
  undo: false,
  example: false,
  because: true,
  'cannot-undo': true,
};

export const outputWords: FenceWords = { captured: true, after: true, partner: true };

/** The words that lie between two offsets. */
export function readWords(file: SourceFile, start: number, end: number): MetaWord[] {
  const words: MetaWord[] = [];
  const pattern = /([^\s="]+|"[^"]*"?)(?:=(?:"([^"]*)("?)|([^\s"]*)))?/g;
  const text = file.text.slice(start, end);
  for (const match of text.matchAll(pattern)) {
    const [whole, name = '', quoted, quote, bare] = match;
    words.push({
      name,
      value: quoted?.trim() ?? bare,
      open: quoted !== undefined && quote === '',
      range: rangeAt(file, start + match.index, start + match.index + whole.length),
    });
  }
  return words;
}

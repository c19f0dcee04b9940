import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Role } from './guide.ts';

/** One word of a fence's meta: a flag, `name=value`, `name="value"`, `name={lines}`, or `{lines}`, whose name is `mark`. */
export interface MetaWord {
  readonly name: string;
  /** Undefined for a word without `=`. */
  readonly value: string | undefined;
  /** What its value stands in. */
  readonly within: 'quotes' | 'braces' | undefined;
  /** It has an opening quote or brace without a closing one. */
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

/** How a word is written: alone, with a value, with lines in braces, or alone or with a number. */
export type WordForm = 'flag' | 'value' | 'lines' | 'number';
/** The words that one sort of block may have. */
export type FenceWords = Readonly<Record<string, WordForm>>;

export const commandWords: FenceWords = {
  on: 'value',
  platform: 'value',
  verify: 'flag',
  undo: 'flag',
  example: 'flag',
  because: 'value',
  'cannot-undo': 'value',
  allow: 'value',
  title: 'value',
  mark: 'lines',
  ins: 'lines',
  numbers: 'number',
};

export const outputWords: FenceWords = { captured: 'value', after: 'value', partner: 'value' };

export const staticWords: FenceWords = {
  title: 'value',
  mark: 'lines',
  ins: 'lines',
  del: 'lines',
  numbers: 'number',
};

/** The lines of a diff say themselves which are new and which are gone. */
export const diffWords: FenceWords = { lang: 'value', title: 'value', mark: 'lines', numbers: 'number' };

/** A word as an author writes it, for hints. */
export function writtenWord(name: string, form: WordForm): string {
  if (form === 'lines') return name === 'mark' ? '{2,4-5}' : `${name}={2,4-5}`;
  return form === 'value' ? `${name}=…` : name;
}

/** The words that lie between two offsets. */
export function readWords(file: SourceFile, start: number, end: number): MetaWord[] {
  return wordsIn(file.text.slice(start, end)).map(({ at, length, ...word }) => ({
    ...word,
    range: rangeAt(file, start + at, start + at + length),
  }));
}

/** What other programs mark within lines: `'a text'`, `/a pattern/`, `[[1, 2, "a text"]]`. It is one word, whatever it holds. */
const marked = String.raw`(?<!\S)(?:'[^']*'|\/(?:\\.|[^/\\])+\/|\[\[.*?\]\])(?!\S)`;
const name = String.raw`${marked}|[^\s="{]+|"[^"]*"?`;
const value = String.raw`"([^"]*)("?)|'([^']*)('?)|\{([^}]*)(\}?)|(\/(?:\\.|[^/\\])+\/(?!\S)|[^\s"]*)`;
const words = new RegExp(String.raw`(?:\{([^}]*)(\}?)|(${name})(?:=(?:${value}))?)`, 'g');

/** The words of a text, each with its place in it. */
export function wordsIn(
  text: string,
): (Omit<MetaWord, 'range'> & { readonly at: number; readonly length: number })[] {
  return [...text.matchAll(words)].map((match) => {
    const [
      whole,
      group,
      groupEnd,
      name = 'mark',
      double,
      doubleEnd,
      single,
      singleEnd,
      braces,
      bracesEnd,
      bare,
    ] = match;
    const [quoted, quoteEnd] = [double ?? single, doubleEnd ?? singleEnd];
    const [within, end] = [group ?? braces, groupEnd ?? bracesEnd];
    return {
      name,
      value: (quoted ?? within)?.trim() ?? bare,
      within: quoted !== undefined ? 'quotes' : within !== undefined ? 'braces' : undefined,
      open: (quoted !== undefined && quoteEnd === '') || (within !== undefined && end === ''),
      at: match.index,
      length: whole.length,
    };
  });
}

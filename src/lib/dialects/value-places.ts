import type { Replacement, Slice } from '../source/slice.ts';

/** A run of a text, such as `{{vswitch}}`, where a value is to stand. */
export interface ValuePlace {
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Undefined where there is none to write; the text then stays as it is. */
  readonly value: string | undefined;
}

/** A text with values in it. */
export interface WrittenValues {
  readonly slice: Slice;
  /** As each was written, by place; undefined where it was not. */
  readonly written: readonly (string | undefined)[];
}

/** `text` with a plain letter at every place, and the offsets of these letters. Places must be in order and apart. */
export function withLetters(
  text: string,
  places: readonly ValuePlace[],
): { readonly text: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let plain = '';
  let done = 0;
  for (const { start, end } of places) {
    plain += text.slice(done, start);
    offsets.push(plain.length);
    plain += 'X';
    done = end;
  }
  return { text: plain + text.slice(done), offsets };
}

/** What `written` puts in the place of the runs of `places`. */
export function replacementsOf(
  places: readonly ValuePlace[],
  written: WrittenValues['written'],
): readonly Replacement[] {
  return places.flatMap(({ start, end }, index) => {
    const text = written[index];
    return text === undefined ? [] : [{ start, end, text }];
  });
}

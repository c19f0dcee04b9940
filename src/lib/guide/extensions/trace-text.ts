import type { Text } from 'mdast';
import type { SourceFile } from '../../source/source-file.ts';

/** Where the characters of a text node stand in the file. */
export interface TextTrace {
  /** The offset of the character at an index of the node's value; of its length the offset of the end. */
  readonly offsetOf: (index: number) => number;
  /** Whether a backslash says that the character means nothing. */
  readonly isEscaped: (index: number) => boolean;
}

/**
 * Holds a text's value beside what is written: backslashes, character references, and what begins a line in quotes and lists are not
 * in the value. Where the two cannot be followed, the rest is taken to stand at the end.
 */
export function traceText(file: SourceFile, node: Text): TextTrace {
  const { value } = node;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const written = file.text.slice(start, end);
  if (written === value) return { offsetOf: (index) => start + index, isEscaped: () => false };
  const offsets: number[] = [];
  const escaped = new Set<number>();
  let at = 0;
  for (let index = 0; index < value.length; index++) {
    const character = value[index]!;
    if (written[at] === '\\' && written[at + 1] === character && /[!-/:-@[-`{-~]/.test(character)) {
      escaped.add(index);
      at++;
    } else if (
      written[at] === '&' &&
      (character !== '&' || /^&(?:amp|#38|#x26);/i.test(written.slice(at, at + 6)))
    ) {
      offsets.push(start + at);
      if (/[\uD800-\uDBFF]/.test(character) && index + 1 < value.length) {
        offsets.push(start + at);
        index++;
      }
      at = Math.max(at, written.indexOf(';', at)) + 1;
      continue;
    } else if (written[at] !== character) {
      const next = written.indexOf(character, at);
      at = next < 0 ? written.length : next;
    }
    offsets.push(start + at);
    at = Math.min(at + 1, written.length);
  }
  return {
    offsetOf: (index) => offsets[index] ?? end,
    isEscaped: (index) => escaped.has(index),
  };
}

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { codeOf } from './characters.ts';
import { asciiLike } from './confusables.ts';
import { regionAt } from './lexical-regions.ts';
import type { PlainCode, Spot } from './report.ts';
import { reportByLine } from './report.ts';

const words = /[\p{L}\p{N}_\-\uFF01-\uFF5E]+/gu;

/**
 * Letters of other scripts that look like ASCII, in a word that is otherwise ASCII. In code the repair is certain; in a string
 * such a name may exist, and it is a warning.
 */
export function checkHomoglyphs(code: PlainCode): Diagnostic[] {
  const { text, lexical } = code;
  const inCode: Spot[] = [];
  const inString: Spot[] = [];
  for (const match of text.matchAll(words)) {
    const kind = regionAt(lexical, match.index)?.kind;
    if (kind === 'comment' || kind === 'here-string') continue;
    const meant = toAscii(match[0]);
    if (meant === undefined || !/[A-Za-z]/.test(match[0])) continue;
    const spot = { start: match.index, end: match.index + match[0].length, replacement: meant };
    (kind === 'string' ? inString : inCode).push(spot);
  }
  const describe = ([first]: readonly Spot[]) => {
    const word = text.slice(first!.start, first!.end);
    const strange = [...new Set([...word].filter((character) => character > '\x7F'))];
    return {
      message: `“${word}” is not “${first!.replacement}”: ${strange
        .map(
          (character) =>
            `${character} is ${codeOf(character)}, which only looks like ${asciiLike(character)}`,
        )
        .join('; ')}.`,
      label: 'look-alike letters',
      hint: `Type the word again: ${first!.replacement}`,
      title: 'Write ASCII letters',
    };
  };
  return [
    ...reportByLine(code, 'hygiene/homoglyph', inCode, describe),
    ...reportByLine(code, 'hygiene/homoglyph', inString, describe, { severity: 'warning', safety: 'unsafe' }),
  ];
}

/** The word as it looks, where every letter of it is ASCII or looks it. */
function toAscii(word: string): string | undefined {
  let ascii = '';
  let changed = false;
  for (const character of word) {
    const like = character <= '\x7F' ? character : asciiLike(character);
    if (like === undefined) return undefined;
    changed ||= like !== character;
    ascii += like;
  }
  return changed ? ascii : undefined;
}

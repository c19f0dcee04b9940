import { z } from 'zod';

/**
 * Schema of a text that is shown on one line wherever it is shown: not empty, without blanks around it, without line breaks, control
 * characters and code points that no character has.
 */
export const singleLine = z.string().trim().min(1).superRefine(isOnOneLine);

/** Refines the schema of a text to one line, for those of which nothing may be cut off. */
export function isOnOneLine(text: string, context: z.RefinementCtx<string>): void {
  const [found] = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u.exec(text) ?? [];
  if (found === undefined) return;
  const message = `this is shown on one line, and there is ${nameOf(found)} in it`;
  context.addIssue({ code: 'custom', message, params: { hint: 'Write it on one line, with plain blanks.' } });
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (character === '\t') return 'a tab';
  const name = lineBreaks.test(character) ? 'a line break' : 'a character that cannot be shown';
  return `${name} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
}

/** What Unicode takes for the end of a line. Source: UAX 14, the classes BK, CR, LF and NL. */
const lineBreaks = /[\n\v\f\r\u0085\u2028\u2029]/;

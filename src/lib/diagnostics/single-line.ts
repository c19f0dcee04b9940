import { z } from 'zod';

/**
 * Schema of a text that is shown on one line wherever it is shown: not empty, without blanks around it, without line breaks, control
 * characters and code points that no character has.
 */
export const oneLine = z.string().trim().min(1).superRefine(isOnOneLine);

/** The same for a text that stands beside others on a page: controls of the writing direction in it end with it. */
export const singleLine = oneLine.superRefine(turnsNothingElse);

/** Refines the schema of a text to one line, for those of which nothing may be cut off. */
export function isOnOneLine(text: string, context: z.RefinementCtx<string>): void {
  const [found] = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u.exec(text) ?? [];
  if (found === undefined) return;
  const message = `this is shown on one line, and there is ${nameOf(found)} in it`;
  context.addIssue({ code: 'custom', message, params: { hint: 'Write it on one line, with plain blanks.' } });
}

function turnsNothingElse(text: string, context: z.RefinementCtx<string>): void {
  if (!turnsWhatFollows(text)) return;
  const message =
    'a control of the writing direction in this turns what is shown after it, or letters of its own';
  const hint = 'Delete it (U+202A to U+202E, U+2066 to U+2069): letters know their direction.';
  context.addIssue({ code: 'custom', message, params: { hint } });
}

/**
 * Whether controls of the writing direction override that of letters, or begin something that the text does not end, so that what stands
 * beside it on a page is turned too. Source: UAX 9, explicit directional embeddings, overrides and isolates.
 */
function turnsWhatFollows(text: string): boolean {
  const open: string[] = [];
  for (const [control] of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (control === '\u202D' || control === '\u202E') return true;
    if (control !== '\u202C' && control !== '\u2069')
      open.push(control === '\u202A' || control === '\u202B' ? '\u202C' : '\u2069');
    else if (open.pop() !== control) return true;
  }
  return open.length > 0;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (character === '\t') return 'a tab';
  const name = lineBreaks.test(character) ? 'a line break' : 'a character that cannot be shown';
  return `${name} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
}

/** What Unicode takes for the end of a line. Source: UAX 14, the classes BK, CR, LF and NL. */
const lineBreaks = /[\n\v\f\r\u0085\u2028\u2029]/;

import { isFormula } from './math-evidence.ts';
import type { ProseLine } from './prose-lines.ts';

/** A formula as it stands in a post. */
export interface MathSpan {
  readonly kind: 'math';
  readonly start: number;
  readonly end: number;
  /** As it stands from `texStart` on, character by character. */
  readonly tex: string;
  readonly texStart: number;
  /** By itself, and not in a line. */
  readonly display: boolean;
}

/** A formula of more lines is none. */
const maxLines = 60;

const inline: readonly (readonly [pattern: RegExp, marks: number, display: boolean])[] = [
  // `$`x`$` of GitHub and GitLab says what it is.
  [/(?<![\\$\w])\$`([^`\n]{1,500})`\$(?![\w$])/g, 2, false],
  [/(?<![\\$\w])\$(?![\s$])([^$\n`]{1,300}?)(?<![\s\\])\$(?![\w$])/g, 1, false],
  [/(?<![\\$])\$\$([^$\n`]{1,500})\$\$(?!\$)/g, 2, true],
  [/(?<!\\)\\\(([^\n`]{1,300}?)\\\)/g, 2, false],
  [/(?<!\\)\\\[([^\n`]{1,500}?)\\\]/g, 2, true],
];

/** The formulas that begin on a line of a post. */
export function findMath(text: string, lines: readonly ProseLine[], index: number): MathSpan[] {
  const line = lines[index]!;
  if (!/\$|\\[([]/.test(line.text)) return [];
  const block = findBlock(text, lines, index);
  if (block) return [block];
  return inline.flatMap(([pattern, marks, display]) =>
    [...line.text.matchAll(pattern)].flatMap(({ 0: whole, 1: tex = '', index: at }) => {
      if (!whole.startsWith('$`') && !isFormula(tex)) return [];
      const start = line.start + at;
      return {
        kind: 'math' as const,
        start,
        end: start + whole.length,
        tex,
        texStart: start + marks,
        display,
      };
    }),
  );
}

const opening = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\$\$/;

/** `$$` before and behind, on lines of their own or on one. */
function findBlock(text: string, lines: readonly ProseLine[], index: number): MathSpan | undefined {
  const line = lines[index]!;
  const before = opening.exec(line.text)?.[0];
  if (before === undefined) return undefined;
  const texStart = line.start + before.length;
  const depth = before.split('>').length - 1;
  for (let last = index; last < Math.min(lines.length, index + maxLines); last++) {
    const written = lines[last]!.text.trimEnd();
    const end = lines[last]!.start + written.length;
    // A fence or a directive ends what is no formula then.
    if (last > index && gapBefore(text, lines, last).trim() !== '') return undefined;
    if (last > index && written.replace(/^[ \t>]+/, '') === '') return undefined;
    if (!written.endsWith('$$') || end - 2 <= texStart) continue;
    // What begins a line in a quote is no sign of comparison.
    const quotes = new RegExp(`(?<=[\\r\\n])(?:[ \\t]*>){0,${depth}}`, 'g');
    const tex = text.slice(texStart, end - 2).replace(quotes, (signs) => ' '.repeat(signs.length));
    return { kind: 'math', start: texStart - 2, end, tex, texStart, display: true };
  }
  return undefined;
}

/** What stands between a line and the one before it in the list. */
function gapBefore(text: string, lines: readonly ProseLine[], index: number): string {
  const before = lines[index - 1]!;
  return text.slice(before.start + before.text.length, lines[index]!.start);
}

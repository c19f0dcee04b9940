import type { LineMark } from '../../lib/guide/line-ranges.ts';
import { lineMarks, linesOf } from '../../lib/engine.ts';
import { escapeHtml } from './escape-html.ts';

/** A line of a listing as it is shown. */
export interface ListingLine {
  /** Escaped and coloured. */
  readonly html: string;
  /** Drawn before it, and no text. */
  readonly prompt?: string;
  /** Of a diff: `+`, `-` or a blank, drawn as well. */
  readonly sign?: string;
  /** `head`: of a diff, what is in neither side. */
  readonly mark?: LineMark | 'head' | undefined;
}

/** What is drawn beside the lines. */
export interface LineDecoration {
  /** Of the first line. */
  readonly numbers?: number | undefined;
  /** Lines as `2,4-5`. */
  readonly marks?: Readonly<Partial<Record<LineMark, string>>>;
}

/** What is drawn before lines that are new, and those that are gone, so that not only their colour tells. */
const signs: Readonly<Partial<Record<LineMark | 'head', string>>> = { ins: '+', del: '-' };

/** Listings of more lines are folded: a screen and a half of a desk. */
const longest = 40;

/** How many lines a text has, where it has so many that it is folded. */
export function foldedLines(text: string): number | undefined {
  const lines = text.split('\n').length;
  return lines > longest ? lines : undefined;
}

/**
 * The lines of a listing as HTML whose text content is the listing's text: what is drawn before a line (its number,
 * sign and prompt) is an attribute, and the line breaks stand inside the lines, which are boxes of their own.
 */
export function listingHtml(lines: readonly ListingLine[], { numbers, marks = {} }: LineDecoration): string {
  // Of several marks the last one is shown.
  const marked = lineMarks.map((mark) => [mark, linesOf(marks[mark] ?? '')] as const);
  const hasSides = marked.some(([mark, named]) => signs[mark] !== undefined && named.size > 0);
  const width = String((numbers ?? 0) + lines.length - 1).length;
  return lines
    .map(({ html, prompt, sign, mark: own }, index) => {
      // Of several marks the last one is shown.
      const mark = marked.findLast(([, named]) => named.has(index + 1))?.[0] ?? own;
      const number = numbers === undefined ? undefined : String(numbers + index).padStart(width);
      const side = sign ?? (hasSides ? (signs[mark ?? 'mark'] ?? ' ') : undefined);
      const drawn = [number, side, prompt].filter(Boolean).join(' ');
      const attribute = drawn && ` data-prompt="${escapeHtml(drawn)}"`;
      const end = index < lines.length - 1 ? '\n' : '';
      const name = mark === undefined || mark === 'head' ? 'span' : mark;
      return `<${name} class="line${mark === 'head' ? ' head' : ''}"${attribute}>${html}${end}</${name}>`;
    })
    .join('');
}

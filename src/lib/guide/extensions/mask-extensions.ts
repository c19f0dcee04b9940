import { createSourceFile } from '../../source/source-file.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Container } from './directive-line.ts';
import { readDirectiveLine } from './directive-line.ts';
import type { MaskedSpan } from './find-spans.ts';
import { findSpans } from './find-spans.ts';
import { proseLines } from './prose-lines.ts';

// Directives, formulas and shortcodes are of no parser's Markdown, and what stands in them would be read as what it is not: braces as
// programs, underlines as emphasis, a closing line as the last words of a list. So neither parser sees them. The line of a directive
// is a thematic break to both, which ends whatever is open before it; any other stretch is a word of one character that the text has
// nowhere else. Every offset stays what it is. Where such a stretch turns out to be code, it is code.

/** A post without what neither parser reads, and what was there. */
export interface MaskedPost {
  readonly file: SourceFile;
  /** The lines of directives, by the offset of their first colon. */
  readonly directives: ReadonlyMap<number, Container>;
  /** Formulas and shortcodes, by the character that stands for each. */
  readonly spans: ReadonlyMap<string, MaskedSpan>;
}

const marker = /^[ \t>*+\-\d.)]*:::|\$|\{[{%]|\\[([]/m;
const firstMask = 0xe200;
const lastMask = 0xefff;
/** Any character that may stand for a span, and its run. */
export const maskRun = /([\uE200-\uEFFF])\1*/g;

/** Undefined where a post has nothing to mask. */
export function maskExtensions(file: SourceFile): MaskedPost | undefined {
  const { text } = file;
  if (!marker.test(text) || /[\uE200-\uEFFF]/.test(text)) return undefined;
  const lines = [...proseLines(text)];
  const directives = new Map<number, Container>();
  const spans = new Map<string, MaskedSpan>();
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const found = new Map(lines.map((line) => [line, readDirectiveLine(line)]));
  for (const span of findSpans(
    text,
    lines.filter((line) => !found.get(line)),
  )) {
    const code = firstMask + spans.size;
    if (code > lastMask) break;
    const mask = String.fromCharCode(code);
    spans.set(mask, span);
    const { start, end } = span;
    edits.push({ start, end, text: maskOfSpan(text.slice(start, end), mask) });
  }
  // The spans come in order, and a directive may be part of the code that a pair of shortcodes is around.
  let next = 0;
  const known = edits.length;
  for (const directive of found.values()) {
    if (!directive) continue;
    const { start, end } = directive;
    while (next < known && edits[next]!.end <= start) next++;
    if (next < known && edits[next]!.start < end) continue;
    directives.set(start, directive);
    edits.push({ start, end, text: maskOfDirective(directive) });
  }
  if (edits.length === 0) return undefined;
  edits.sort((a, b) => a.start - b.start);
  let masked = '';
  let done = 0;
  for (const { start, end, text: mask } of edits) {
    masked += text.slice(done, start) + mask;
    done = end;
  }
  return { file: createSourceFile(file.path, masked + text.slice(done)), directives, spans };
}

/** A thematic break as long as the line. */
export function maskOfDirective({ start, end }: Container): string {
  return `***${' '.repeat(end - start - 3)}`;
}

/** The first line becomes a word, all others are blank. */
export function maskOfSpan(text: string, mask: string): string {
  const [first = '', ...others] = text.split(/(?=[\r\n])/);
  return mask.repeat(first.length) + others.map((line) => line.replace(/[^\r\n]/g, ' ')).join('');
}

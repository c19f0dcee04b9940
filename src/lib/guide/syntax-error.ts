import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/rules.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';

/** What micromark and its MDX extensions throw, as far as it is used here. */
interface ParserError {
  readonly reason: string;
  readonly source?: string;
  readonly place?: Place | { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const escapeBrace =
  'A `{` in prose needs a backslash, `\\{`, or code marks around it; a comment is `{/* … */}`.';
const escapeTag = 'A `<` in prose needs a backslash, `\\<`, or code marks around it.';

/** One diagnostic for an error of the MDX parser. `opening` is the offset of the latest `{` or `<` it looked at. */
export function explainSyntaxError(
  file: SourceFile,
  error: unknown,
  opening: number | undefined,
): Diagnostic {
  const report = (range: Range, message: string, hint: string) =>
    diagnose({ rule: 'guide/mdx-syntax', file, range, message, hint });
  if (!isParserError(error)) {
    // The stack overflows at some ten thousand levels of nesting; there is no place to tell.
    return report(
      rangeAt(file, 0, 1),
      'The post is nested too deep to be read.',
      'Make its structure flatter.',
    );
  }
  const { reason, source = '' } = error;
  if (source === 'mdast-util-mdx-jsx') return explainTagMismatch(file, error, report);
  const at = offsetOf(file, error);
  const start = opening !== undefined && opening <= at ? opening : at;
  if (file.text[start] === '{') {
    return report(
      rangeAt(file, start, start + 1),
      'The expression that this `{` opens is not closed.',
      file.text.startsWith('{{', start) ? valueHint('…') : escapeBrace,
    );
  }
  const range = rangeAt(file, start, Math.max(start + 1, Math.min(at + 1, endOfLine(file, start))));
  if (file.text.startsWith('<!--', start)) {
    return report(range, 'MDX has no `<!-- … -->` comments.', 'Write a comment as `{/* … */}`.');
  }
  if (/^<(?:[a-z][a-z+.-]*:|[^\s<>@]{1,64}@)/i.test(file.text.slice(start, start + 80))) {
    return report(range, 'MDX has no `<…>` links.', 'Write the address alone, or as `[text](address)`.');
  }
  return report(range, `This is not a tag: ${sentence(lowerFirst(withoutNote(reason)))}`, escapeTag);
}

/** The hint for `{{name}}` outside of code. */
export function valueHint(name: string): string {
  return `In prose a value of the lab is written <Value of="${name}" />; in code blocks it is {{${name}}}.`;
}

/** Tags that are opened and closed out of step. The place is the tag that has no partner. */
function explainTagMismatch(
  file: SourceFile,
  error: ParserError,
  report: (range: Range, message: string, hint: string) => Diagnostic,
): Diagnostic {
  const unclosed =
    /^Expected a closing tag for `(<[^`]*>)` \((\d+):(\d+)-(\d+):(\d+)\)(?: before the end of `(\w+)`)?/.exec(
      error.reason,
    );
  if (unclosed) {
    const [, tag = '', line, column, endLine, endColumn, block] = unclosed;
    const start = offsetAt(file, { line: Number(line), column: Number(column) });
    const end = offsetAt(file, { line: Number(endLine), column: Number(endColumn) });
    return report(
      rangeAt(file, start, end),
      `\`${tag}\` is not closed${block === 'paragraph' ? ' in its paragraph' : ''}.`,
      `Close it with \`${tag.replace('<', '</')}\` or write \`${tag.replace('>', ' />')}\`; a \`<\` that is no tag needs a backslash or code marks.`,
    );
  }
  const at = offsetOf(file, error);
  const place = error.place && 'end' in error.place ? offsetAt(file, error.place.end) : at + 1;
  const message = sentence(withoutNote(error.reason).replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, ''));
  return report(
    rangeAt(file, at, Math.max(place, at + 1)),
    message,
    'Close tags in the order they were opened, and in the block they were opened in.',
  );
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof Error && 'reason' in error && typeof error.reason === 'string';
}

function offsetOf(file: SourceFile, { place }: ParserError): number {
  if (!place) return file.text.length;
  return offsetAt(file, 'start' in place ? place.start : place);
}

/** The parser's lines and columns are ours, but for a byte order mark, which it does not count. */
function offsetAt(file: SourceFile, { line, column }: Place): number {
  const mark = line === 1 && file.text.startsWith('\uFEFF') ? 1 : 0;
  return Math.min((file.lineStarts[line - 1] ?? file.text.length) + column - 1 + mark, file.text.length);
}

function endOfLine(file: SourceFile, start: number): number {
  const end = file.text.slice(start).search(/[\r\n]/);
  return end < 0 ? file.text.length : start + end;
}

function withoutNote(reason: string): string {
  return reason.replace(/ \(note:.*\)$/, '').replace(/ in MDX$/, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

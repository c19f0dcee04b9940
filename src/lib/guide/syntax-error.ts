import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from './rules.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { isAuthorComponent } from './components.ts';
import { modelOf } from './html/html-schema.ts';

/** What micromark and its MDX extensions throw, as far as it is used here. */
interface ParserError {
  readonly reason: string;
  readonly source?: string;
  readonly place?: ErrorPosition | { readonly start: ErrorPosition; readonly end: ErrorPosition };
}

interface ErrorPosition {
  readonly line: number;
  readonly column: number;
}

const escapeBrace =
  'A `{` in prose needs a backslash, `\\{`, or code marks around it; a comment is `{/* … */}`.';
const escapeTag = 'A `<` in prose needs a backslash, `\\<`, or code marks around it.';

/** A post, or a piece of it, that cannot be parsed. */
export function syntaxProblem(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'guide/mdx-syntax', file, range, message, hint });
}

/** An error of the MDX parser. */
export interface SyntaxFault {
  readonly diagnostic: Diagnostic;
  /** Offset of the `{` or `<` without which there were no error; undefined where there is no such place. */
  readonly at: number | undefined;
  /** Offset of a closing tag that is in the way because the tag at `at` is not closed. */
  readonly closing?: number | undefined;
}

/** One diagnostic for an error of the MDX parser. `opening` is the offset of the latest `{` or `<` it looked at. */
export function explainSyntaxError(
  file: SourceFile,
  error: unknown,
  opening: number | undefined,
): SyntaxFault {
  const report = (range: Range, message: string, hint: string) => syntaxProblem(file, range, message, hint);
  if (!isParserError(error)) {
    // The stack overflows at some ten thousand levels of nesting; there is no place to tell.
    const diagnostic = report(
      rangeAt(file, 0, 1),
      'The post is nested too deep to be read.',
      'Make its structure flatter.',
    );
    return { diagnostic, at: undefined };
  }
  if (error.source === 'mdast-util-mdx-jsx') return explainTagMismatch(file, error, report);
  const at = offsetOf(file, error);
  const mark = file.text.startsWith('\uFEFF') ? 1 : 0;
  const start = opening !== undefined && opening + mark <= at ? opening + mark : at;
  return { diagnostic: explainOpening(file, error, start, at), at: start };
}

/** An error at `at`, in what the sign at `start` was to open. */
function explainOpening(
  file: SourceFile,
  { reason, source = '' }: ParserError,
  start: number,
  at: number,
): Diagnostic {
  const report = (range: Range, message: string, hint: string) => syntaxProblem(file, range, message, hint);
  if (file.text[start] === '{') {
    return report(
      rangeAt(file, start, start + 1),
      'The expression that this `{` opens is not closed.',
      file.text.startsWith('{{', start) ? valueHint('…') : escapeBrace,
    );
  }
  if (file.text.startsWith('<!--', start)) {
    const range = rangeAt(file, start, start + 4);
    return report(range, 'MDX has no `<!-- … -->` comments.', 'Write a comment as `{/* … */}`.');
  }
  const head = file.text.slice(start, start + 80);
  const link = /^<(?:[a-z][a-z+.-]*:|[^\s<>@]{1,64}@)[^\s<>]*>?/i.exec(head);
  if (link) {
    const range = rangeAt(file, start, start + link[0].length);
    return report(range, 'MDX has no `<…>` links.', 'Write the address alone, or as `[text](address)`.');
  }
  const tag = /^<\/?([A-Za-z]\w*)/.exec(head);
  if (tag && (isAuthorComponent(tag[1]!) || modelOf(tag[1]!))) {
    const seen = withoutNote(reason);
    const atEnd = seen.startsWith('Unexpected end of file') || source.endsWith('mdx-expression');
    return report(
      atEnd ? rangeAt(file, start, start + tag[0].length) : rangeAt(file, at, at + 1),
      atEnd
        ? `The tag \`${tag[0]}\` does not end.`
        : `The tag \`${tag[0]}\` is broken: ${sentence(lowerFirst(seen))}`,
      'Write props as name="text", each quote closed, and end the tag with `>` or ` />`.',
    );
  }
  const range = rangeAt(file, start, Math.max(start + 1, Math.min(at + 1, endOfLine(file, start))));
  return report(range, `This \`<\` opens no tag: ${sentence(lowerFirst(withoutNote(reason)))}`, escapeTag);
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
): SyntaxFault {
  const unclosed =
    /^Expected a closing tag for `(<[^`]*>)` \((\d+):(\d+)-(\d+):(\d+)\)(?: before the end of `(\w+)`)?/.exec(
      error.reason,
    );
  if (unclosed) {
    const [, tag = '', line, column, endLine, endColumn, block] = unclosed;
    const start = offsetAt(file, { line: Number(line), column: Number(column) });
    const end = offsetAt(file, { line: Number(endLine), column: Number(endColumn) });
    const range = rangeAt(file, start, end);
    if (block === 'paragraph' && (modelOf(tag.slice(1, -1))?.as ?? 'words') !== 'words') {
      const diagnostic = report(
        range,
        `\`${tag}\` is not closed in its paragraph.`,
        `Put \`${tag}\` and \`${tag.replace('<', '</')}\` on lines of their own.`,
      );
      return { diagnostic, at: start };
    }
    const diagnostic = report(
      range,
      `\`${tag}\` is not closed${block === 'paragraph' ? ' in its paragraph' : ''}.`,
      `Close it with \`${tag.replace('<', '</')}\` or write \`${tag.replace('>', ' />')}\`; a \`<\` that is no tag needs a backslash or code marks.`,
    );
    return { diagnostic, at: start };
  }
  const found = offsetOf(file, error);
  const [stray] = /^<\/[^<>{}\r\n]*>?/.exec(file.text.slice(found - 1, found + 200)) ?? [];
  // Of a tag that nothing opened the place is its slash.
  const at = stray === undefined ? found : found - 1;
  const end = error.place && 'end' in error.place ? offsetAt(file, error.place.end) : at + 1;
  const place = at + (stray?.length ?? end - at);
  const [, line, column] = / for `<[^`]*>` \((\d+):(\d+)-\d+:\d+\)/.exec(error.reason) ?? [];
  const opened =
    line === undefined ? undefined : offsetAt(file, { line: Number(line), column: Number(column) });
  const diagnostic = report(
    rangeAt(file, at, Math.max(place, at + 1)),
    sentence(withoutNote(error.reason).replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, '')),
    'Close tags in the order they were opened, and in the block they were opened in.',
  );
  // The tag that is still open is what is in the way.
  return opened === undefined ? { diagnostic, at } : { diagnostic, at: opened, closing: at };
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof Error && 'reason' in error && typeof error.reason === 'string';
}

function offsetOf(file: SourceFile, { place }: ParserError): number {
  if (!place) return file.text.length;
  return offsetAt(file, 'start' in place ? place.start : place);
}

/** The parser's lines and columns are ours, but for a byte order mark, which it does not count. */
function offsetAt(file: SourceFile, { line, column }: ErrorPosition): number {
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

import type { ComponentCall, Segment } from '../../lib/guide/guide.ts';
import { diffLines } from './diff-lines.ts';
import { isDialect } from './dialect-tokens.ts';
import type { Highlight } from './highlight.ts';
import { lineMarks } from '../../lib/engine.ts';
import type { ListingLine } from './listing-html.ts';
import { foldedLines, listingHtml } from './listing-html.ts';

/**
 * Gives every `StaticBlock` its coloured lines as `html`, `wraps`: commands may wrap as those of a command block do, what is aligned in
 * columns scrolls, and `folded`, how many lines it has, where it is long.
 */
export function withListings(segments: readonly Segment[], highlight: Highlight): Segment[] {
  return segments.map((segment) => {
    if (typeof segment === 'string') return segment;
    const children = withListings(segment.children, highlight);
    if (segment.component !== 'StaticBlock') return { ...segment, children };
    const { props } = segment;
    const code = String(props['code'] ?? '');
    const folded = foldedLines(code);
    return {
      ...segment,
      props: {
        ...props,
        html: htmlOf(code, props, highlight),
        wraps: isCommands(languageOf(segment)),
        ...(folded !== undefined && { folded }),
      },
      children,
    };
  });
}

/** The languages of the static blocks. */
export function languagesOf(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) => {
    if (typeof segment === 'string') return [];
    const within = languagesOf(segment.children);
    return segment.component === 'StaticBlock' ? [languageOf(segment), ...within] : within;
  });
}

function htmlOf(code: string, props: ComponentCall['props'], highlight: Highlight): string {
  const textOf = (name: string) => (props[name] === undefined ? undefined : String(props[name]));
  const marks = Object.fromEntries(
    lineMarks.flatMap((name) => (props[name] === undefined ? [] : [[name, textOf(name)]])),
  );
  const numbers = props['numbers'] === undefined ? undefined : Number(props['numbers']);
  if (props['lang'] === 'diff') {
    const lines = diffLines(code);
    // Its lines are coloured as what they are lines of; those of neither side stand in no text.
    const texts = lines.map(({ text, mark }) => (mark === 'head' ? '' : text)).join('\n');
    const coloured = highlight(texts, textOf('syntax') ?? 'text');
    const plain = highlight(lines.map(({ text }) => text).join('\n'), 'text');
    return listingHtml(
      lines.map(({ sign, mark }, index): ListingLine => ({
        html: (mark === 'head' ? plain : coloured)[index]!,
        sign,
        mark,
      })),
      { numbers, marks },
    );
  }
  const language = textOf('lang') ?? 'text';
  const lines = highlight(code, language).map((html) => ({ html }));
  const isPlain = numbers === undefined && Object.keys(marks).length === 0 && !isCommands(language);
  return isPlain ? lines.map(({ html }) => html).join('\n') : listingHtml(lines, { numbers, marks });
}

function isCommands(language: string): boolean {
  return isDialect(language) || language === 'bash';
}

/** What its lines are written in. */
function languageOf({ props: { lang, syntax } }: ComponentCall): string {
  return String(syntax ?? (lang === 'diff' ? 'text' : (lang ?? 'text')));
}

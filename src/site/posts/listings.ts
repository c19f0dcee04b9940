import type { Segment } from '../../lib/guide/guide.ts';
import { isDialect } from './dialect-tokens.ts';
import type { Highlight, ListingLanguage } from './highlight.ts';
import { isListingLanguage } from './highlight.ts';

/**
 * Gives every `StaticBlock {lang, code}` its highlighted lines as `html`, and `wraps`: commands may wrap as those of a command
 * block do, what is aligned in columns scrolls.
 */
export function withListings(segments: readonly Segment[], highlight: Highlight): Segment[] {
  return segments.map((segment) => {
    if (typeof segment === 'string') return segment;
    const children = withListings(segment.children, highlight);
    if (segment.component !== 'StaticBlock') return { ...segment, children };
    const { code, lang } = segment.props;
    const html = highlight(String(code ?? ''), languageOf(segment)).join('\n');
    return { ...segment, props: { ...segment.props, html, wraps: isCommands(String(lang)) }, children };
  });
}

/** The languages of the static blocks. */
export function languagesOf(segments: readonly Segment[]): ListingLanguage[] {
  return segments.flatMap((segment) => {
    if (typeof segment === 'string') return [];
    const within = languagesOf(segment.children);
    return segment.component === 'StaticBlock' ? [languageOf(segment), ...within] : within;
  });
}

function isCommands(language: string): boolean {
  return isDialect(language) || language === 'bash';
}

function languageOf({ props: { lang } }: Exclude<Segment, string>): ListingLanguage {
  return isListingLanguage(lang) ? lang : 'text';
}

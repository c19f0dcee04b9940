import { toMarkdown } from 'mdast-util-to-markdown';
import type { ImportEngine } from './import-engine.ts';
import type { Told } from './import-report.ts';
import { safeUrl, wordsFromName } from './prepare-html.ts';
import type { ResolvedAddress } from './resolve-address.ts';
import type { FoundFile } from './source-post.ts';

/** What the text of a post in Markdown is settled with. */
export interface MarkdownSettling {
  readonly context: { readonly engine: ImportEngine };
  readonly told: Told;
  readonly files: { take(file: FoundFile): string | undefined };
  resolve(address: string): ResolvedAddress;
}

/** A picture as the post shows it, or the link or the words that stand in its place. */
export function pictureText(
  {
    url,
    alt,
    title,
  }: {
    readonly url: string;
    readonly alt?: string | null | undefined;
    readonly title?: string | null | undefined;
  },
  written: string,
  { line, isInLink = false }: { readonly line: number; readonly isInLink?: boolean },
  { told, resolve, files }: MarkdownSettling,
): string {
  const target = resolve(url);
  const taken = target.kind === 'file' ? files.take(target.file) : undefined;
  const given = (alt ?? '').replace(/\s+/g, ' ').trim();
  const words = given || title?.trim() || wordsFromName(url);
  if (taken !== undefined) {
    if (given === '')
      told.change(
        'text of a picture',
        line,
        written,
        words,
        'The picture had no text in its place: say what is to be seen.',
      );
    else told.change('picture', line, url, taken, 'It lies beside the post now.');
    return toMarkdown({ type: 'image', url: taken, alt: words, title: title ?? null }).trimEnd();
  }
  const left = target.kind === 'left' ? target.url : target.kind === 'same' ? safeUrl(url) : undefined;
  const why =
    target.kind === 'file'
      ? 'No post shows a file of this kind.'
      : target.kind === 'left'
        ? target.why
        : 'A page loads nothing from other places.';
  if (left === undefined) {
    told.lose('picture', line, written.slice(0, 500), why);
    return toMarkdown({ type: 'text', value: words }).trimEnd();
  }
  if (isInLink) {
    told.change('picture', line, written, words, `${why} The link that it stood in has its words.`);
    return toMarkdown({ type: 'text', value: title ? `${words}: ${title}` : words }).trimEnd();
  }
  told.change(
    'picture',
    line,
    written,
    `[${words}](${left})`,
    `${why} A link leads to it: put the file beside the post, and show it.`,
  );
  return toMarkdown({
    type: 'link',
    url: left,
    title: null,
    children: [{ type: 'text', value: title ? `${words}: ${title}` : words }],
  }).trimEnd();
}

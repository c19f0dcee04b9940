import type { Definition, Image, ImageReference, Link as LinkNode } from 'mdast';
import type { SourceFile } from '../source/source-file.ts';
import type { GuideLink } from './guide.ts';
import { placeOfPost } from './post-place.ts';

/** A link of the text, with the place of its address. */
export function readLink(file: SourceFile, { url, position }: LinkNode | Definition): GuideLink {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  // A title or a text may say the same: the address is the last but the title, and stands behind a bracket, a colon or a blank.
  const written = file.text.slice(start, end);
  const at = url === '' ? -1 : placeOfAddress(written, url);
  return at < 0 ? { url, start, end } : { url, start: start + at, end: start + at + url.length };
}

/** A link of the text, or the address of a definition by its name. */
export type DefinedLink = GuideLink & { readonly definition?: string };

/** The links without the addresses of definitions that only pictures refer to: those lead to files. */
export function withoutPictures({
  links,
  linked,
  images,
}: {
  readonly links: readonly DefinedLink[];
  readonly linked: ReadonlySet<string>;
  readonly images: readonly { readonly node: Image | ImageReference }[];
}): GuideLink[] {
  const shown = new Set(images.map(({ node }) => (node.type === 'image' ? undefined : node.identifier)));
  return links.flatMap(({ definition, ...link }) =>
    definition !== undefined && shown.has(definition) && !linked.has(definition) ? [] : [link],
  );
}

/** Of `[text](address "title")`, `[name]: address`, `<address>`, and an address that stands alone. */
function placeOfAddress(written: string, url: string): number {
  if (written.startsWith(url)) return 0;
  const openings = ['](', '](<', ']: ', ']: <', ']:', '<'];
  const places = openings.flatMap((opening) => {
    const at = written.lastIndexOf(opening + url);
    return at < 0 ? [] : [at + opening.length];
  });
  return places.length > 0 ? places.reduce((a, b) => (a > b ? a : b)) : written.lastIndexOf(url);
}

/** The address of a post on the site, by the path of its file: `/allegories/a-sandbox/`. */
export function addressOfPost(path: string): string {
  const { folder, slug } = placeOfPost(path);
  return `/${folder}/${slug}/`;
}

/**
 * An address as it works on every page that shows a piece of the post: one that is written from the post is written from the root of
 * the site. `from` is the address of the post.
 */
export function fromRoot(url: string, from: string): string {
  if (url === '' || /^(?:[/\\#?]|[^/?#]*:)/.test(url)) return url;
  const base = `http://site${from}`;
  if (!URL.canParse(url, base)) return url;
  const { pathname, search, hash } = new URL(url, base);
  return pathname + search + hash;
}

import { createHash } from 'node:crypto';

// The search index is kept in volumes, so that one edit makes one volume anew and not the whole index. A search asks them all:
// each holds its share of the pages, and together they are no larger than a single one.

/** About so many pages are in a volume: indexed in well under a second, and few volumes for a reader to ask. */
const pagesPerVolume = 150;

/** A page that can be found. */
export interface IndexedPage {
  /** Below the site's root: `labworks/x/index.html`. */
  readonly path: string;
  readonly html: string;
}

export function volumeCount(pages: number): number {
  return Math.max(1, Math.ceil(pages / pagesPerVolume));
}

/** The volume of a page, from 0. It follows from the path alone, so that a new page leaves the others where they are. */
export function volumeOf(path: string, count: number): number {
  return createHash('sha256').update(path).digest().readUInt32BE(0) % count;
}

/** True of pages that say what in them can be found. */
export function isIndexed(html: string | Buffer): boolean {
  return html.includes('data-pagefind-body');
}

/** Changes with what can be found in a page. */
export function digestOfPage(path: string, html: Buffer): string {
  // Names of bundled files and hashes of scripts change with every look; what is found does not.
  const body = html.subarray(Math.max(html.indexOf('<body'), 0));
  return createHash('sha256').update(`${path}\0`).update(body).digest('base64url');
}

/** Changes with any of its pages, given by their digests in a steady order, and with `tool`, which makes it. */
export function digestOfVolume(pages: readonly string[], tool: string): string {
  return createHash('sha256')
    .update([tool, ...pages].join('\0'))
    .digest('base64url');
}

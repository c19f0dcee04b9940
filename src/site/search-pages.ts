import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stampOf } from './file-stamp.ts';
import { digestOf } from './posts/digest.ts';
import { keepFile, readKept } from './posts/kept-files.ts';
import { digestOfPage, isIndexed } from './search-volumes.ts';

/** What is kept of the pages between builds. */
interface KeptDigests {
  /** What the digests were made with. */
  readonly made: string;
  /** By path: the digest of a page, null where nothing in it can be found, and the stamp of the file it was taken from. */
  readonly pages: Readonly<Record<string, { readonly stamp: string; readonly digest: string | null }>>;
}

const made = digestOf(readFileSync(join(import.meta.dirname, 'search-volumes.ts')));

/**
 * Those of the files below `root` that are pages and can be found, by path, with the digest of each. A page that is still the
 * same file as at the last call is not read again; `record` is where that is noted.
 */
export function indexedPages(
  root: string,
  files: readonly string[],
  record: string,
): { readonly path: string; readonly digest: string }[] {
  const before = readKept<KeptDigests>(record);
  const known = before?.made === made ? before.pages : {};
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .sort()
    .flatMap((path) => {
      const stamp = stampOf(join(root, path));
      if (stamp === undefined) return [];
      const same = known[path]?.stamp === stamp ? known[path] : undefined;
      return [{ path, stamp, digest: same ? same.digest : read(root, path) }];
    });
  const kept: KeptDigests = {
    made,
    pages: Object.fromEntries(pages.map(({ path, stamp, digest }) => [path, { stamp, digest }])),
  };
  keepFile(record, JSON.stringify(kept));
  return pages.flatMap(({ path, digest }) => (digest === null ? [] : [{ path, digest }]));
}

function read(root: string, path: string): string | null {
  const html = readFileSync(join(root, path));
  return isIndexed(html) ? digestOfPage(path, html) : null;
}

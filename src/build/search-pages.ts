import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { digestOf } from '../workspace/digest.ts';
import { readCacheFile } from '../workspace/cache-files.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import type { RenderedPages } from './rendered-pages.ts';
import { digestOfPage, isIndexed } from './search-volumes.ts';

/** What is kept of the pages between builds. */
interface KeptDigests {
  /** What the digests were made with. */
  readonly made: string;
  readonly pages: Readonly<Record<string, KnownPage>>;
}

/** What was found in a page. */
export interface KnownPage {
  /** Of the file. */
  readonly stamp: string;
  /** Null where nothing in it can be found. */
  readonly digest: string | null;
  /** The key of its route, where it has one: with the same key it is expected to be the same. */
  readonly key?: string | undefined;
}

const made = digestOf(readFileSync(join(import.meta.dirname, 'search-volumes.ts')));

/** The pages of the last build, by path. */
export function knownPages(record: string): Readonly<Record<string, KnownPage>> {
  const before = readCacheFile<KeptDigests>(record);
  return before?.made === made ? before.pages : {};
}

/**
 * Those of the files below `root` that are pages and can be found, by path, with the digest of each. A page is not read where this
 * build has its digest already, or it is still the same file as at the last call; `record` is where that is noted, with the keys of
 * the pages.
 */
export function indexedPages(
  root: string,
  files: readonly string[],
  record: string,
  keys: ReadonlyMap<string, string | undefined>,
  digests: RenderedPages['digests'],
): { readonly path: string; readonly digest: string }[] {
  const known = knownPages(record);
  const digestNow = (path: string, stamp: string): string | null => {
    const rendered = digests.get(path);
    if (rendered !== undefined) return rendered;
    const last = known[path];
    return last?.stamp === stamp ? last.digest : read(root, path);
  };
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .sort()
    .flatMap((path) => {
      const stamp = mtimeKey(join(root, path));
      if (stamp === undefined) return [];
      return [{ path, stamp, digest: digestNow(path, stamp) }];
    });
  const kept: KeptDigests = {
    made,
    pages: Object.fromEntries(
      pages.map(({ path, stamp, digest }) => [path, { stamp, digest, key: keys.get(path) }]),
    ),
  };
  writeCacheFile(record, JSON.stringify(kept));
  return pages.flatMap(({ path, digest }) => (digest === null ? [] : [{ path, digest }]));
}

function read(root: string, path: string): string | null {
  const html = readFileSync(join(root, path));
  return isIndexed(html) ? digestOfPage(path, html) : null;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile } from '../workspace/cache-files.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import { digestOf } from '../workspace/digest.ts';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { digestOfPage, isIndexed } from './search-volumes.ts';

/** The digests of the pages, from one build to the next. */
interface PageDigestCache {
  /** The digest of the code that the digests were made with. */
  readonly tool: string;
  /** By path. */
  readonly pages: Readonly<Record<string, CachedPage>>;
}

export interface CachedPage {
  /** Of the file. */
  readonly mtimeKey: string;
  /** Null where nothing in it can be found. */
  readonly digest: string | null;
  /** The cache key of its route, where it has one: with the same key it is expected to be the same. */
  readonly key?: string | undefined;
}

/** What is known of the pages before their files are looked at. */
export interface PageFacts {
  /** The cache keys of their routes. */
  readonly keys: ReadonlyMap<string, string | undefined>;
  /** Of the pages that this build has rendered; see `rendered-pages.ts`. */
  readonly digests: ReadonlyMap<string, string | null>;
}

const tool = digestOf(readFileSync(join(import.meta.dirname, 'search-volumes.ts')));

/** The pages of the last build, by path. `file` is where the cache lies. */
export function readPageCache(file: string): Readonly<Record<string, CachedPage>> {
  const cache = readCacheFile<PageDigestCache>(file);
  return cache?.tool === tool ? cache.pages : {};
}

/**
 * Those of the files below `root` that are pages and can be found, by path, with the digest of each. A page is not read where this
 * build has its digest already, or its file is the one of the last build. Writes the cache for the next build.
 */
export function digestPages(
  root: string,
  files: readonly string[],
  file: string,
  { keys, digests }: PageFacts,
): { readonly path: string; readonly digest: string }[] {
  const cached = readPageCache(file);
  const digestNow = (path: string, mtime: string): string | null => {
    const rendered = digests.get(path);
    if (rendered !== undefined) return rendered;
    const before = cached[path];
    return before?.mtimeKey === mtime ? before.digest : digestFile(root, path);
  };
  const pages = files
    .filter((path) => path.endsWith('.html'))
    .sort()
    .flatMap((path) => {
      const mtime = mtimeKey(join(root, path));
      if (mtime === undefined) return [];
      return [{ path, page: { mtimeKey: mtime, digest: digestNow(path, mtime), key: keys.get(path) } }];
    });
  const cache: PageDigestCache = {
    tool,
    pages: Object.fromEntries(pages.map(({ path, page }) => [path, page])),
  };
  writeCacheFile(file, JSON.stringify(cache));
  return pages.flatMap(({ path, page: { digest } }) => (digest === null ? [] : [{ path, digest }]));
}

function digestFile(root: string, path: string): string | null {
  const html = readFileSync(join(root, path));
  return isIndexed(html) ? digestOfPage(path, html) : null;
}

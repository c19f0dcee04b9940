import { readCacheFile, required } from './cache-files.ts';
import type { PageMode } from './paths.ts';
import { collectionFile } from './paths.ts';

/** What is stored of a collection, by id. `path` is the file it was read from, undefined where it is made of several. */
export type CachedCollection = Readonly<
  Record<string, { readonly path: string | undefined; readonly data: unknown }>
>;

/** The values of a collection, in no order that means anything. Throws where nothing was stored. */
export function cachedValues(name: string, mode: PageMode): unknown[] {
  const stored = required(collectionFile(name, mode), readCacheFile<CachedCollection>);
  return Object.values(stored).map(({ data }) => data);
}

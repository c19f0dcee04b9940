import { readCacheFile } from './cache-files.ts';
import { collectionFile } from './paths.ts';

/** What is stored of a collection, by id. `path` is the file it was read from, undefined where it is made of several. */
export type CachedCollection = Readonly<
  Record<string, { readonly path: string | undefined; readonly data: unknown }>
>;

/** The values of a collection, in no order that means anything. Throws where nothing was stored. */
export function cachedValues(name: string): unknown[] {
  const stored = readCacheFile<CachedCollection>(collectionFile(name));
  if (!stored) throw new Error(`${collectionFile(name)} is missing. Build again.`);
  return Object.values(stored).map(({ data }) => data);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeCacheFile, readCacheFile } from './cache-files.ts';
import { collectionFile, projectRoot } from './paths.ts';

// The content as pages read it: a file for each collection, written by the content loader.

/** A value of a collection. */
export interface CollectionEntry {
  readonly id: string;
  /** The file it is read from; undefined where it is made of several. */
  readonly path: string | undefined;
  readonly data: unknown;
  /** False while something in it is wrong; a site that is served then keeps what it had. */
  readonly good: boolean;
}

/** By id. */
type CachedCollection = Readonly<Record<string, Pick<CollectionEntry, 'path' | 'data'>>>;

/** Keeps the values of a collection in the place of those that were kept. While a site is served, what cannot be read now stays as it was. */
export function cacheCollection(
  name: string,
  entries: readonly CollectionEntry[],
  { serving }: { readonly serving: boolean },
): void {
  const before: CachedCollection = (serving && readCacheFile<CachedCollection>(collectionFile(name))) || {};
  const ids = new Set(entries.map(({ id }) => id));
  const lost = Object.entries(before).filter(
    ([id, { path }]) => !ids.has(id) && path !== undefined && existsSync(join(projectRoot, path)),
  );
  const shown: CachedCollection = Object.fromEntries([
    ...entries.map(({ id, path, data, good }) => [id, (!good && before[id]) || { path, data }] as const),
    ...lost,
  ]);
  writeCacheFile(collectionFile(name), JSON.stringify(shown));
}

/** The values of a collection, in no order that means anything. */
export function cachedValues(name: string): unknown[] {
  const kept = readCacheFile<CachedCollection>(collectionFile(name));
  if (!kept) throw new Error(`${collectionFile(name)} is missing. Build again.`);
  return Object.values(kept).map(({ data }) => data);
}

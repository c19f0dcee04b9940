import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile } from './cache-files.ts';
import type { CachedCollection } from './cached-values.ts';
import type { PageMode } from './paths.ts';
import { collectionFile, projectRoot } from './paths.ts';
import { writeCacheFile } from './write-file.ts';

// The content as pages read it: a file for each collection, written by the content loader.

/** A value of a collection. */
export interface CollectionEntry {
  readonly id: string;
  /** The file it is read from; undefined where it is made of several. */
  readonly path: string | undefined;
  readonly data: unknown;
  /** False while something in it is wrong; a site that is served then shows what it had. */
  readonly good: boolean;
}

/** Stores the values of a collection in the place of those before. While a site is served, what cannot be read now stays as it was. */
export function cacheCollection(
  name: string,
  entries: readonly CollectionEntry[],
  { serving }: PageMode,
): void {
  const file = collectionFile(name, { serving });
  const before: CachedCollection = (serving && readCacheFile<CachedCollection>(file)) || {};
  const ids = new Set(entries.map(({ id }) => id));
  const lost = Object.entries(before).filter(
    ([id, { path }]) => !ids.has(id) && path !== undefined && existsSync(join(projectRoot, path)),
  );
  const shown: CachedCollection = Object.fromEntries([
    ...entries.map(({ id, path, data, good }) => [id, (!good && before[id]) || { path, data }] as const),
    ...lost,
  ]);
  writeCacheFile(file, JSON.stringify(shown));
}

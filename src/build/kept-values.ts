import { join } from 'node:path';
import type { ShownValues, ValuesOfContent } from '../site/posts/shown-values.ts';
import { readCacheFile } from '../workspace/cache-files.ts';
import { digestOf, digestOfValue } from '../workspace/digest.ts';
import { cacheFolder } from '../workspace/paths.ts';
import { writeCacheFile } from '../workspace/write-file.ts';

/** Where the last ones lie. */
export const valuesFile = join(cacheFolder, 'values.json');

interface StoredValues {
  readonly key: string;
  readonly values: ShownValues;
}

/**
 * What pages show beside posts; of the same, and by the same tools, as it was made before. What makes it (tables, charts) is a tenth of all
 * modules of an update, and is loaded where it is needed.
 */
export async function keptValues(
  given: ValuesOfContent,
  tools: string,
  file = valuesFile,
): Promise<ShownValues> {
  const { labs, comparisons, accuracy, origin } = given;
  const key = digestOf(tools, digestOfValue([labs, comparisons, [...accuracy], origin]));
  const stored = readCacheFile<StoredValues>(file);
  if (stored?.key === key) return stored.values;
  const { shownValues } = await import('../site/posts/shown-values.ts');
  const now: StoredValues = { key, values: await shownValues(given) };
  writeCacheFile(file, JSON.stringify(now));
  return now.values;
}

import { statSync } from 'node:fs';

/** Changes whenever the file is written or put in the place of another; undefined where there is no file. */
export function mtimeKey(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? `${found.size} ${found.ctimeMs}` : undefined;
}

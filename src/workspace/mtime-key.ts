import type { Stats } from 'node:fs';
import { statSync } from 'node:fs';

/** Changes whenever the file is written or put in the place of another; undefined where there is no file. */
export function mtimeKey(path: string): string | undefined {
  const found = statOf(path);
  return found?.isFile() ? `${found.size} ${found.ctimeMs}` : undefined;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A link to itself, or a folder that is not for this user.
    return undefined;
  }
}

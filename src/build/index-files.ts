import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IndexFile } from 'pagefind';

/**
 * Writes the files of an index below a folder. Not by Pagefind itself: that is done when its process says so, and on a busy machine not
 * all of it is on the disk then.
 */
export async function writeIndexFiles(folder: string, files: readonly IndexFile[]): Promise<void> {
  for (const { path, content } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

import { join } from 'node:path';
import { createSourceFile } from '../lib/engine.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import { listContent } from './content.ts';
import { contentFolder, contentName } from './paths.ts';
import { readText } from './text-file.ts';

// The addresses that were once published stand in a file of the content, one a line. What a build keeps is of one machine only, and the
// history of a checkout need not be there, nor be of these posts. A file is seen by all who work on the site, goes with the content when
// that is replaced, and a line can be taken out of it.

const name = 'addresses/published.txt';

/** Absolute. */
export const publishedFile = join(contentFolder, name);

/** The list; undefined where the content has none. */
export function readPublished(): SourceFile | undefined {
  const read = readText(publishedFile);
  return 'problem' in read ? undefined : createSourceFile(`${contentName}/${name}`, read.text);
}

/** Whether these are all posts of the content, so that what is not among them is not there. Absolute paths. */
export function areAllPosts(paths: readonly string[]): boolean {
  const known = new Set(paths);
  return listContent().posts.every((path) => known.has(path));
}

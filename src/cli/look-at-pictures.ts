import type { PictureReading } from '../lib/picture/picture.ts';
import { findPictures, isPixels } from '../workspace/find-pictures.ts';
import { readPictures } from '../workspace/read-pictures.ts';
import type { ReadText } from '../workspace/workspace.ts';
import { enginePath, rootsOfPosts } from '../workspace/workspace.ts';
import type { CheckTarget } from './targets.ts';

/** What the pictures turned out to be, by their absolute paths. */
export type PictureReadings = ReadonlyMap<string, PictureReading>;

/** Looks at all pictures that the posts among the targets can show; the check itself waits for nothing. */
export async function lookAtPictures(
  targets: readonly CheckTarget[],
  read: ReadText,
): Promise<PictureReadings> {
  const posts = targets.filter(({ kind }) => kind === 'post');
  if (posts.length === 0) return new Map();
  const located = posts.map(({ path }) => ({ path, enginePath: enginePath(path, read(path) ?? '') }));
  const found = findPictures(located, rootsOfPosts(posts.map(({ path }) => path)));
  return readPictures([...new Set(found.values())].filter(isPixels));
}

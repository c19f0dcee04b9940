import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { captionEndings, filmEndings, pictureEndings, placeOfPost, postEndings } from '../lib/engine.ts';
import { walkContent } from './content-walk.ts';
import { filesIn } from './list-files.ts';
import { withSlashes } from './paths.ts';

/** A post by its own path and by the one that the engine knows it by. */
export interface LocatedPost {
  readonly path: string;
  readonly enginePath: string;
}

const drawing = /\.svg$/i;
const picture = new RegExp(`\\.(?:${pictureEndings.join('|')})$`, 'i');
const shown = new RegExp(`\\.(?:${[...pictureEndings, ...filmEndings, ...captionEndings].join('|')})$`, 'i');

/**
 * The pictures and drawings that posts can show, by the keys that they name them by: those of the roots' figures, of which the nearest
 * wins, and those beside each post that has a folder of its own. Absolute paths.
 */
export function findPictures(
  posts: readonly LocatedPost[],
  roots: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (key: string, path: string) => {
    if (!found.has(key)) found.set(key, path);
  };
  for (const root of roots) {
    const folder = join(root, 'figures');
    for (const path of filesIn(folder, ['']).filter(isPicture))
      add(basename(path).replace(/\.[^.]+$/, ''), path);
  }
  for (const { path, enginePath } of posts) {
    const { folder, slug, hasFolder } = placeOfPost(enginePath);
    if (!hasFolder) continue;
    const own = dirname(path);
    for (const file of walkContent(own).files.filter((path) => shown.test(path)))
      add(`${folder}/${slug}/${withSlashes(relative(own, file))}`, file);
  }
  return found;
}

/** The posts of a folder of posts, those with folders of their own among them; none where it cannot be read. */
export function postsIn(folder: string): string[] {
  const within = foldersIn(folder).flatMap((name) =>
    postEndings.map((ending) => join(folder, name, `index.${ending}`)),
  );
  const endings = postEndings.map((ending) => `.${ending}`);
  return [...filesIn(folder, endings), ...within.filter((path) => existsSync(path))];
}

/** Where the post may lie whose path, without its ending, is `path`. */
export function postPaths(path: string): string[] {
  return [path, join(path, 'index')].flatMap((name) => postEndings.map((ending) => `${name}.${ending}`));
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) =>
      entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

function isPicture(path: string): boolean {
  return picture.test(path);
}

/** Of a file that `findPictures` found: whether it is no drawing, which is read as a text. */
export function isPixels(path: string): boolean {
  return !drawing.test(path);
}

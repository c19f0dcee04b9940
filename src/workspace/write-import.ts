import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeLeftovers, withTemporary } from './temporary-files.ts';
import { makeFolder } from './write-file.ts';

/** A post with what lies beside it, as paths from the content's folder, and where its files come from. */
export interface NewPost {
  /** `field-notes/disk-full.md`, or `field-notes/disk-full/index.md` where files lie beside it. */
  readonly path: string;
  readonly text: string;
  /** `from` is absolute. */
  readonly files: readonly { readonly from: string; readonly name: string }[];
}

/** `there`: the very same post lies there already, as where an earlier run was broken off; `taken`: something else does. */
export type Written = 'written' | 'there' | 'taken';

/**
 * Writes a post that is new, with its files, as a whole or not at all; what lies in its place is never touched. A folder is made aside
 * and moved into its place, which no file system does onto one that has anything in it.
 */
export function writeNewPost(folder: string, { path, text, files }: NewPost): Written {
  const target = join(folder, path);
  const place = files.length > 0 ? dirname(target) : target;
  const before = stateOf(place, { path, text, files });
  if (before !== undefined) return before;
  makeFolder(dirname(place));
  removeLeftovers(place);
  let result: Written = 'written';
  withTemporary(place, (aside) => {
    if (files.length > 0) {
      mkdirSync(aside);
      writeFileSync(join(aside, basename(path)), text);
      for (const { from, name } of files) copyFileSync(from, join(aside, name));
    } else writeFileSync(aside, text, { flag: 'wx' });
    if (!moveTo(place, aside, files.length > 0)) {
      rmSync(aside, { recursive: true, force: true });
      result = 'taken';
    }
  });
  return result;
}

/** Moves what is whole to where nothing is; false where something is there now. */
function moveTo(place: string, aside: string, isFolder: boolean): boolean {
  try {
    if (isFolder) renameSync(aside, place);
    else {
      // A file would be replaced by a move, and is not by a link.
      linkSync(aside, place);
      rmSync(aside);
    }
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTEMPTY' || code === 'ENOTDIR') return false;
    // Not every file system has links.
    if (isFolder || existsSync(place)) throw error;
    renameSync(aside, place);
    return true;
  }
}

/** Undefined where there is nothing. A post of the same name in the other form is in the way as well. */
function stateOf(place: string, { path, text, files }: NewPost): Written | undefined {
  const stem = files.length > 0 ? place : place.replace(/\.[^.]*$/, '');
  const others =
    files.length > 0
      ? ['.md', '.mdx', '.markdown'].map((ending) => stem + ending)
      : [stem, `${stem}.mdx`, `${stem}.markdown`, `${stem}.md`].filter((one) => one !== place);
  if (others.some((one) => existsSync(one))) return 'taken';
  if (!existsSync(place)) return undefined;
  const file = files.length > 0 ? join(place, basename(path)) : place;
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!isSame) return 'taken';
  const names = files.length > 0 ? new Set(readdirSync(place)) : new Set<string>();
  return files.every(({ name }) => names.has(name)) ? 'there' : 'taken';
}

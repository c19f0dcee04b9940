import fs, {
  chmodSync,
  chownSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { addChecksum } from './checksum.ts';
import { removeLeftovers, withTemporary } from './temporary-files.ts';

/**
 * Replaces a file of the user as a whole: it is never seen half written, and after a crash it is the old or the new one. A link is
 * followed, the file's mode and owner stay. Throws for a file that is write-protected, and leaves it as it is.
 */
export function writeUserFile(path: string, bytes: Uint8Array): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  // Another file in its place needs leave of the folder only; whoever write-protected the file means its text.
  if (mode !== undefined && (mode & 0o222) === 0) throw new Error('it is write-protected');
  replaceFile(path, bytes);
}

/** Writes a text of the content, with its folder: it is there as a whole, on the disk, or as it was before. */
export function writeNewFile(path: string, text: string): void {
  makeFolder(dirname(path));
  replaceFile(path, text);
}

/**
 * Replaces files of the user under a folder, `path` from there with `/`. They are written beside it first, so that a full disk leaves what
 * there was; other files in the folder stay.
 */
export function writeUserFiles(
  folder: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): void {
  const parent = dirname(resolve(folder));
  makeFolder(parent);
  removeLeftovers(resolve(folder));
  withTemporary(resolve(folder), (aside) => {
    mkdirSync(aside);
    for (const { path, bytes } of files) {
      makeFolder(dirname(join(aside, path)));
      writeUserFile(join(aside, path), bytes);
    }
    const targets = files.map(({ path }) => join(folder, path));
    for (const target of targets) makeFolder(dirname(target));
    const inTheWay = targets.find((target) => kindOf(target) === 'folder');
    if (inTheWay !== undefined) throw new Error(`a folder lies at ${inTheWay}`);
    for (const [index, { path }] of files.entries()) renameSync(join(aside, path), targets[index]!);
    rmSync(aside, { recursive: true, force: true });
  });
}

/**
 * Writes a file that others may read at any time, with the readers of `cache-files.ts`: it is there as a whole or not at all. Made with
 * its folder; what lies in the way, such as a folder in its place, is removed. Nothing waits for the disk, which for a thousand bodies
 * would take seconds: whatever a power cut leaves of a file, its checksum tells, and it is made again. None of these files is published.
 */
export function writeCacheFile(path: string, content: string | Uint8Array): void {
  const bytes = addChecksum(basename(path), content);
  try {
    writeWithFolder(path, bytes);
  } catch {
    clearWay(path);
    writeWithFolder(path, bytes);
  }
}

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never ends where a folder is there and none can be made
 * in it, as Linux has it in /proc; this throws.
 */
export function makeFolder(path: string): void {
  if (kindOf(path) === 'folder') return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was faster.
    if (kindOf(path) !== 'folder') throw error;
  }
}

function writeWithFolder(path: string, bytes: Uint8Array): void {
  makeFolder(dirname(path));
  // What the last ones left is removed all at once (`content-index.ts`): to look for it here would take longer than writing.
  withTemporary(path, (temporary) => {
    writeFileSync(temporary, bytes);
    fs.renameSync(temporary, path);
  });
}

/** Removes a folder that lies in the place of a file of the cache, or a file in the place of a folder above it. */
export function clearWay(path: string): void {
  if (kindOf(path) === 'folder') rmSync(path, { recursive: true, force: true });
  for (let above = dirname(path); kindOf(above) !== 'folder'; above = dirname(above))
    if (kindOf(above) === 'other') return rmSync(above, { force: true });
}

/** Undefined where there is nothing. What a link leads to counts; one that leads nowhere is something all the same. */
function kindOf(path: string): 'folder' | 'other' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'other';
  } catch {
    return isLink(path) ? 'other' : undefined;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** What is in the place of the file keeps its mode and owner, and its links lead to the new one. */
function replaceFile(path: string, content: string | Uint8Array): void {
  const target = kindOf(path) === undefined || isDangling(path) ? path : realpathSync(path);
  const before = statSync(target, { throwIfNoEntry: false });
  removeLeftovers(target);
  withTemporary(target, (temporary) => {
    writeFileSync(temporary, content, { flag: 'wx' });
    waitForDisk(temporary);
    if (before) {
      chmodSync(temporary, before.mode);
      keepOwner(temporary, before);
    }
    fs.renameSync(temporary, target);
  });
}

function isDangling(path: string): boolean {
  return isLink(path) && !statSync(path, { throwIfNoEntry: false });
}

function waitForDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fs.fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepOwner(path: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  const now = statSync(path);
  if (now.uid === uid && now.gid === gid) return;
  try {
    chownSync(path, uid, gid);
  } catch (error) {
    // Only root may give files away; whoever else may write to this folder has the file from now on.
    if (process.getuid?.() === 0) throw error;
  }
}

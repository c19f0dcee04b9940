import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/**
 * Replaces a file of the user as a whole: it is never seen half written, and after a crash it is the old or the new one. A link is
 * followed, the file's mode and owner stay. Throws for a file that is write-protected, and leaves it as it is.
 */
export function writeUserFile(path: string, bytes: Uint8Array): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  // Another file in its place needs leave of the folder only; whoever write-protected the file means its text.
  if (mode !== undefined && (mode & 0o222) === 0) throw new Error('it is write-protected');
  replaceFile(path, bytes, { fsync: true });
}

/**
 * Writes a file that others may read at any time: it is there as a whole or not at all. Made with its folder. What a power cut
 * takes is made again, so nothing waits for the disk.
 */
export function writeCacheFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, content, { fsync: false });
}

function replaceFile(path: string, content: string | Uint8Array, options: { readonly fsync: boolean }): void {
  writeFileAtomic.sync(path, '', {
    ...options,
    // The library writes with one call and does not look how much of it a full disk took; this writes all or throws.
    tmpfileCreated: (temporary) => writeFileSync(temporary, content),
  });
}

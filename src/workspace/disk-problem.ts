import { statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, projectRoot, shownPath } from './paths.ts';

/** What the disk refuses, by what Node and Rust say of it at the beginning of a line. */
const refusals = [
  [
    /^[^|\n]{0,40}?(?:ENOSPC|EDQUOT): |^\s*(?:No space left on device|Disk quota exceeded) \(os error/m,
    'full',
  ],
  [/^[^|\n]{0,40}?EROFS: |^\s*Read-only file system \(os error/m, 'read-only'],
  [
    /^[^|\n]{0,40}?(?:EACCES|EPERM): |^\s*(?:Permission denied|Operation not permitted) \(os error/m,
    'refused',
  ],
  [/^[^|\n]{0,40}?(?:EMFILE|ENFILE): |^\s*Too many open files \(os error/m, 'open-files'],
] as const;

/**
 * What to tell in the place of an error that the disk is the cause of, whoever threw it; undefined of every other one. `text` is the error
 * as it would be printed.
 */
export function diskProblem(text: string): string | undefined {
  const plain = text.replace(/\u001b\[[\d;]*m/g, '');
  // What was found in the content is no matter of the disk, whatever the content says.
  if (/^\W*(?:\w*Error\W+)?The content has /.test(plain)) return undefined;
  const kind = refusals.find(([pattern]) => pattern.test(plain))?.[1];
  if (kind === undefined) return undefined;
  const path = /(?:'|Failed to write file in )(\/[^'\n]*|[A-Za-z]:[\\/][^'\n]*|[^'\n]+)'?/.exec(plain)?.[1];
  const named = path === undefined ? 'A file' : shownPath(path);
  switch (kind) {
    case 'full': {
      const full = [dirname(cacheFolder), join(projectRoot, 'dist'), projectRoot].find(isFull);
      const where = path ?? full;
      return `The disk is full${where === undefined ? '' : `, at ${shownPath(where)}`}. Make room, and start again: what is not complete is made anew.`;
    }
    case 'read-only':
      return `${named} cannot be written: it lies on a disk or in a folder that may only be read.`;
    case 'refused':
      return `${named} cannot be read or written by this user. Mend the rights of the file and its folder, and start again.`;
    case 'open-files':
      return `${named} cannot be opened: too many files are open on this machine. Close some, or raise the limit, and start again.`;
  }
}

/** Less is left than any build writes. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 100_000;
  } catch {
    return false;
  }
}

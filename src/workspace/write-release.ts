import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './paths.ts';
import { makeFolder, writeUserFile } from './write-file.ts';

/** A file of a release, by its path from the project's root. */
export interface ReleaseFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is done to make a release, in this order. */
export interface ReleaseWrites {
  /** What a release that was broken off has left, and no entry names. */
  readonly leftovers: readonly string[];
  /** The zip, what lies beside it, and posts that say which release they are of. */
  readonly files: readonly ReleaseFile[];
  /** Written last: a release is there from the moment that its status says so, and before that the same command makes it anew. */
  readonly status: ReleaseFile;
}

/**
 * Makes a release. Each file is there as a whole or as it was, and the status is the last: whoever ends this at any moment leaves all
 * releases as they were, with at most files besides that no entry names.
 */
export function writeRelease({ leftovers, files, status }: ReleaseWrites, root = projectRoot): void {
  for (const path of leftovers) rmSync(join(root, path), { force: true });
  for (const { path, bytes } of [...files, status]) {
    const target = join(root, path);
    makeFolder(dirname(target));
    writeUserFile(target, bytes);
  }
}

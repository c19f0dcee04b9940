import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { removeChecksum } from './checksum.ts';
import { bodyFile, historiesFile, shownPath } from './paths.ts';

// Reading what is stored between builds. Pages do it, too, so nothing here writes: `write-file.ts` does.

/** The bytes that were stored; undefined where there are none, they cannot be read, or they are not as they were written. */
export function readCacheBytes(path: string): Buffer | undefined {
  try {
    // Whatever else may lie there, such as a pipe, might be read for ever.
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    return removeChecksum(basename(path), readFileSync(path));
  } catch {
    // Not for this user, or a disk that fails: made again.
    return undefined;
  }
}

/** A JSON value that was stored; undefined as with `readCacheBytes`. */
export function readCacheFile<T>(path: string): T | undefined {
  const bytes = readCacheBytes(path);
  return bytes && (JSON.parse(bytes.toString()) as T);
}

/**
 * The body of a post. Read at once: a page waits for nothing else, and handing a small file to another thread takes longer than
 * reading it. Throws where it is missing or damaged, which the update of the content before has excluded.
 */
export function readBody<Body>(digest: string): Body {
  return required(bodyFile(digest), readCacheFile<Body>);
}

/** What changed between the revisions of a subject, whose comparisons lie under `digest` in a pack with those of others. As `readBody`. */
export function readHistory<History>(pack: string, digest: string): History {
  if (lastPack?.name !== pack)
    lastPack = {
      name: pack,
      histories: required(historiesFile(pack), readCacheFile<Record<string, unknown>>),
    };
  return required(historiesFile(pack), () => lastPack?.histories[digest] as History | undefined);
}

/** Pages are made in the order of subjects, as packs are. */
let lastPack: { readonly name: string; readonly histories: Readonly<Record<string, unknown>> } | undefined;

/** What `read` finds in a file of the cache that must be there; throws where it finds none. */
export function required<T>(path: string, read: (path: string) => T | undefined): T {
  const found = read(path);
  if (found === undefined)
    throw new Error(`${shownPath(path)} is missing or damaged: run \`npm run build -- --force\`.`);
  return found;
}

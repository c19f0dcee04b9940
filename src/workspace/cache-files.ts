import { existsSync, readFileSync } from 'node:fs';
import { bodyFile } from './paths.ts';

// Reading what is stored between builds. Pages do it, too, so nothing here writes: `write-file.ts` does.

/** A JSON value that was stored; undefined where there is none, or it cannot be read. */
export function readCacheFile<T>(path: string): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    // Cut short by a crash: made again.
    return undefined;
  }
}

/**
 * The body of a post. Read at once: a page waits for nothing else, and handing a small file to another thread takes longer than
 * reading it. Throws where it is missing.
 */
export function readBody<Body>(digest: string): Body {
  return JSON.parse(readFileSync(bodyFile(digest), 'utf8')) as Body;
}

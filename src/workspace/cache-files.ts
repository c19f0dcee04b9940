import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PostBody } from '../site/posts/records.ts';
import { bodyFile } from './paths.ts';

/** Writes a file that may be read at any time by others: it is there as a whole or not at all. */
export function writeCacheFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.${(counter += 1)}.new`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}

let counter = 0;

/** A JSON value that was kept; undefined where there is none, or it cannot be read. */
export function readCacheFile<T>(path: string): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    // Cut short by a crash: made again.
    return undefined;
  }
}

/** Read at once: a page waits for nothing else, and handing a small file to another thread takes longer than reading it. */
export function readBody(digest: string): PostBody {
  return JSON.parse(readFileSync(bodyFile(digest), 'utf8')) as PostBody;
}

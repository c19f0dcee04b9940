import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { sha256 } from './sha256.ts';

// What is written as a whole is written beside its place first, under a name that says who does so. Of whoever was killed over it the name
// stays; the next one who writes there sees that nobody is behind it, and removes it.

/** The machine and the process that are at work; thread and count keep apart what one process writes. */
const own = `${sha256(hostname()).slice(0, 8)}-${process.pid}`;

/** `.post.mdx.0123abcd-4711-0-1.tmp`: hidden, so that it is no content. */
const pattern = /^\.(.+)\.([0-9a-f]{8})-(\d+)-\d+-\d+\.tmp$/;

/** Where the machine of an owner is another one, only time tells; nobody writes one file for so long, in milliseconds. */
const longestWrite = 60 * 60 * 1000;

/** Those that this process is writing. */
const underWay = new Set<string>();
let count = 0;

/** Has `write` make a file or a folder beside `path` and move it there; whatever is left of it is removed, also where that fails. */
export function withTemporary(path: string, write: (temporary: string) => void): void {
  const temporary = join(dirname(path), `.${basename(path)}.${own}-${threadId}-${(count += 1)}.tmp`);
  underWay.add(temporary);
  try {
    write(temporary);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  } finally {
    underWay.delete(temporary);
  }
}

/** Removes what others have left who were killed while they wrote to `path`. */
export function removeLeftovers(path: string): void {
  const folder = dirname(path);
  for (const name of namesIn(folder))
    if (pattern.exec(name)?.[1] === basename(path) && isLeftover(join(folder, name)))
      rmSync(join(folder, name), { recursive: true, force: true });
}

/** Whether a path is one that `withTemporary` gave to somebody who is not there any more. */
export function isLeftover(path: string): boolean {
  const [, , machine, pid] = pattern.exec(basename(path)) ?? [];
  if (machine === undefined) return false;
  if (`${machine}-${String(pid)}` === own) return !underWay.has(path);
  if (own.startsWith(machine)) return !isAlive(Number(pid));
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && written < Date.now() - longestWrite;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there yet, or not for this user, who is told when it comes to writing.
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 is none: it asks whether one could be sent.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { judgeHead } from '../lib/engine.ts';
import type { PictureReading } from '../lib/picture/picture.ts';
import { readCacheFile } from './cache-files.ts';
import { inParallel } from './in-parallel.ts';
import type { MediaInspection } from './inspect-media.ts';
import { inspectMedia, isMedia, mediaReadingOf } from './inspect-media.ts';
import type { Inspection } from './inspect-picture.ts';
import { inspectPicture, readingOf } from './inspect-picture.ts';
import { mtimeKey } from './mtime-key.ts';
import { pictureInspectionsFile } from './paths.ts';
import { reasonOf } from './text-file.ts';
import { writeCacheFile } from './write-file.ts';

/** What was measured of a file when it had this `mtimeKey`. */
type Kept = Readonly<
  Record<string, { readonly key: string; readonly inspection: Inspection | MediaInspection }>
>;

/**
 * What the pictures at these paths turned out to be. One that was not touched since it was inspected is not opened again, for which
 * `kept` is where the inspections of the last time lie.
 */
export async function readPictures(
  paths: readonly string[],
  kept: string = pictureInspectionsFile,
): Promise<ReadonlyMap<string, PictureReading>> {
  if (paths.length === 0) return new Map();
  const before = readCacheFile<Kept>(kept) ?? {};
  const now: Record<string, Kept[string]> = {};
  const readings = await inParallel(paths, async (path): Promise<[string, PictureReading]> => {
    const key = mtimeKey(path) ?? '';
    const last = before[path];
    const isKnown = last?.key === key && isEnough(last.inspection);
    try {
      const inspection = isKnown ? last.inspection : await inspect(path);
      now[path] = { key, inspection };
      return [path, 'media' in inspection ? mediaReadingOf(inspection) : readingOf(inspection)];
    } catch (error) {
      return [path, unreadable(reasonOf(error))];
    }
  });
  // Whoever looks at a few of them leaves what is known of the others.
  for (const [path, entry] of Object.entries(before))
    if (!(path in now) && mtimeKey(path) === entry.key) now[path] = entry;
  if (!isDeepStrictEqual(before, now)) keep(kept, now);
  return new Map(readings);
}

async function inspect(path: string): Promise<Inspection | MediaInspection> {
  const bytes = await readFile(path);
  return isMedia(path) ? inspectMedia(path, bytes) : inspectPicture(bytes);
}

/** Whether all was measured that is asked for now: its pixels are not looked at where its head is reason enough to refuse a picture. */
function isEnough(inspection: Inspection | MediaInspection): boolean {
  if ('media' in inspection) return true;
  return inspection.isWhole !== undefined || judgeHead(inspection.head) !== undefined;
}

function unreadable(reason: string): PictureReading {
  return { kind: 'unreadable', problem: `cannot be read: ${reason}`, hint: 'Mend the file, or remove it.' };
}

/** A check works in a folder that it must not write to as well; then it takes longer the next time. */
function keep(path: string, inspections: Kept): void {
  try {
    writeCacheFile(path, JSON.stringify(inspections));
  } catch {
    return;
  }
}

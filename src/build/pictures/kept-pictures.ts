import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { MediaFile } from '../../lib/picture/media.ts';
import type { Picture, PictureReading } from '../../lib/picture/picture.ts';
import { isMediaFormat } from '../../lib/engine.ts';
import type { FigureView } from '../../site/types/figure.ts';
import { readCacheBytes, readCacheFile } from '../../workspace/cache-files.ts';
import { digestOf, digestOfFolder, digestOfValue } from '../../workspace/digest.ts';
import { inParallel } from '../../workspace/in-parallel.ts';
import { loadSharp, openOptions } from '../../workspace/inspect-picture.ts';
import { mtimeKey } from '../../workspace/mtime-key.ts';
import { pictureFile, picturesFolder, projectRoot, shownPath, withSlashes } from '../../workspace/paths.ts';
import { writeCacheFile } from '../../workspace/write-file.ts';
import type { MadePicture } from './encoding/make-picture.ts';
import { makePicture } from './encoding/make-picture.ts';
import type { MadeMedia } from './encoding/make-media.ts';
import { makeMedia } from './encoding/make-media.ts';

// A photograph takes seconds, so what was made of one is kept by the digest of its bytes and of what it was made with, and by nothing
// else: neither its name nor any other change of the project makes it anew. Its record is written when all its files are.

/** What was made of one picture, and the `mtimeKey` of each file when it was written or read through. */
interface PictureRecord {
  readonly made: MadePicture | MadeMedia;
  readonly files: Readonly<Record<string, string>>;
}

/** A picture that posts show. */
export interface PictureToMake {
  /** As posts name it. */
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  readonly reading: PictureReading;
}

export interface KeptPictures {
  readonly values: readonly FigureView[];
  /** By id: the file that each was made of, from the project's root. */
  readonly paths: Readonly<Record<string, string>>;
  /** The files that must stay in the cache. */
  readonly files: readonly string[];
}

/** What pages show of these pictures: as it was kept, or made now, a few at a time. Those that cannot be shown are left out. */
export async function makePictures(
  sources: readonly PictureToMake[],
  folder = picturesFolder,
): Promise<KeptPictures> {
  const sound = sources.flatMap(({ id, path, reading }) =>
    'problem' in reading ? [] : [{ id, path, picture: reading }],
  );
  if (sound.length === 0) return { values: [], paths: {}, files: [] };
  const madeWith = await digestOfMaking();
  /** The same picture may lie in two places. */
  const underWay = new Map<string, Promise<PictureRecord>>();
  const records = await inParallel(sound, async ({ id, path, picture }) => {
    const digest = digestOf(picture.digest, madeWith);
    const known = underWay.get(digest) ?? recordOf(digest, path, picture, folder);
    underWay.set(digest, known);
    const { made, files } = await known;
    const view: FigureView =
      'sources' in made ? { kind: 'picture', id, ...made, digest } : { kind: 'media', id, ...made, digest };
    return {
      view,
      files: [recordFile(digest, folder), ...Object.keys(files).map((name) => pictureFile(name, folder))],
    };
  });
  const paths = sound.map(({ id, path }) => [id, withSlashes(relative(projectRoot, path))]);
  return {
    values: records.map(({ view }) => view),
    paths: Object.fromEntries(paths) as KeptPictures['paths'],
    files: records.flatMap(({ files }) => files),
  };
}

async function recordOf(
  ...[digest, path, picture, folder]: Parameters<typeof makeRecord>
): Promise<PictureRecord> {
  return readRecord(digest, folder) ?? (await makeRecord(digest, path, picture, folder));
}

/** Of all that the same file would be made into something else by: the library, and the code that uses it, with its settings. */
async function digestOfMaking(): Promise<string> {
  const { sharp, vips } = (await loadSharp()).versions;
  const code = digestOfFolder(join(import.meta.dirname, 'encoding'));
  const ofFilms = digestOf(readFileSync(join(projectRoot, 'src/workspace/film-container.ts')));
  return digestOfValue([code, ofFilms, openOptions, sharp, vips]);
}

function recordFile(digest: string, folder: string): string {
  return pictureFile(`${digest}.json`, folder);
}

/** Undefined where there is none, or a file of it is missing or damaged. */
function readRecord(digest: string, folder: string): PictureRecord | undefined {
  const record = readCacheFile<PictureRecord>(recordFile(digest, folder));
  if (!record) return undefined;
  const files = keysOf(
    Object.keys(record.files),
    folder,
    (name, key) => record.files[name] === key || isSound(name, folder),
  );
  if (!files) return undefined;
  const isTouched = Object.entries(files).some(([name, key]) => record.files[name] !== key);
  const now = { ...record, files };
  if (isTouched) writeCacheFile(recordFile(digest, folder), JSON.stringify(now));
  return now;
}

function isSound(name: string, folder: string): boolean {
  return readCacheBytes(pictureFile(name, folder)) !== undefined;
}

function keysOf(
  names: readonly string[],
  folder: string,
  isWhole: (name: string, key: string) => boolean,
): Record<string, string> | undefined {
  const keys: Record<string, string> = {};
  for (const name of names) {
    const key = mtimeKey(pictureFile(name, folder));
    if (key === undefined || !isWhole(name, key)) return undefined;
    keys[name] = key;
  }
  return keys;
}

async function makeRecord(
  digest: string,
  path: string,
  picture: Picture | MediaFile,
  folder: string,
): Promise<PictureRecord> {
  const bytes = await readFile(path);
  if (digestOf(bytes) !== picture.digest)
    throw new Error(`${shownPath(path)} was written while it was read: build again.`);
  const { made, files } = isMediaFile(picture)
    ? makeMedia(bytes, picture)
    : await makePicture(bytes, picture);
  for (const [name, content] of files) writeCacheFile(pictureFile(name, folder), content);
  const record: PictureRecord = { made, files: keysOf([...files.keys()], folder, () => true) ?? {} };
  writeCacheFile(recordFile(digest, folder), JSON.stringify(record));
  return record;
}

function isMediaFile(picture: Picture | MediaFile): picture is MediaFile {
  return isMediaFormat(picture.format);
}

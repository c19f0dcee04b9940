import type { ShareImage } from '../../site/types/share-image.ts';
import { readCacheBytes, readCacheFile } from '../../workspace/cache-files.ts';
import { digestOf, digestOfFolder, digestOfValue } from '../../workspace/digest.ts';
import { mtimeKey } from '../../workspace/mtime-key.ts';
import { pictureFile, picturesFolder } from '../../workspace/paths.ts';
import { writeCacheFile } from '../../workspace/write-file.ts';
import { drawShareImages, shareSize } from './draw-share-images.ts';
import { palette } from './palette.ts';
import type { ShareText } from './share-text.ts';

// An image takes some milliseconds, and a site has one for each post: it is kept by the digest of what is written in it and of what
// draws it, which is also its name.

/** By name: the `mtimeKey` of each image when it was written or read through. */
type ImageKeys = Readonly<Record<string, string>>;

export interface KeptShareImages {
  readonly values: readonly ShareImage[];
  /** The files that must stay in the cache. */
  readonly files: readonly string[];
}

/** The images of these pages: as they were kept, or drawn now. */
export async function makeShareImages(
  texts: readonly ShareText[],
  folder = picturesFolder,
): Promise<KeptShareImages> {
  const drawnBy = digestOf(digestOfFolder(import.meta.dirname), palette());
  const named = texts.map((text) => ({ ...text, file: `p-${digestOf(drawnBy, digestOfValue(text))}.png` }));
  const recordFile = pictureFile('share-images.json', folder);
  const before = readCacheFile<ImageKeys>(recordFile) ?? {};
  const keyOf = (file: string) => mtimeKey(pictureFile(file, folder));
  const kept = new Map(
    named.flatMap(({ file }): [string, string][] => {
      const key = keyOf(file);
      // One that is in no record is of a build that was broken off.
      const isKept =
        key !== undefined &&
        (before[file] === key || readCacheBytes(pictureFile(file, folder)) !== undefined);
      return isKept ? [[file, key]] : [];
    }),
  );
  const missing = named.filter(({ file }) => !kept.has(file));
  if (missing.length > 0)
    await drawShareImages(missing, ({ file }, png) => writeCacheFile(pictureFile(file, folder), png));
  const now = Object.fromEntries(named.map(({ file }) => [file, kept.get(file) ?? keyOf(file) ?? '']));
  if (digestOfValue(now) !== digestOfValue(before)) writeCacheFile(recordFile, JSON.stringify(now));
  return {
    values: named.map(({ path, label, title, name, file }) => ({
      id: path,
      url: `/pictures/${file}`,
      ...shareSize,
      alt: [label === '' ? name : label, title].join(': '),
    })),
    files: [recordFile, ...named.map(({ file }) => pictureFile(file, folder))],
  };
}

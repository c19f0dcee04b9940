import { readCacheBytes, required } from '../workspace/cache-files.ts';
import { pictureFile } from '../workspace/paths.ts';
import type { PictureFile, PictureView } from './types/picture.ts';

/** All files that a picture is shown as. */
export function filesOfPicture({
  sources,
  fallback,
  original,
  animation,
}: Pick<PictureView, 'sources' | 'fallback' | 'original' | 'animation'>): readonly PictureFile[] {
  return [...sources.flatMap(({ files }) => files), fallback, original, ...(animation ? [animation] : [])];
}

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
};

/** A file of a picture by its name, with the type that servers give it. Throws where it is missing or damaged. */
export function readPictureFile(name: string): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
} {
  const bytes = required(pictureFile(name), readCacheBytes);
  return {
    bytes: new Uint8Array(bytes),
    type: types[name.replace(/^.*\./, '')] ?? 'application/octet-stream',
  };
}

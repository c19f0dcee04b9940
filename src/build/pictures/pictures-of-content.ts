import type { Corpus, CorpusPicture } from '../../lib/check/corpus.ts';
import type { PictureReading } from '../../lib/picture/picture.ts';
import type { PostSummary } from '../../site/posts/records.ts';
import type { Sources } from '../../workspace/content.ts';
import { pictureKey } from '../../workspace/content.ts';
import type { PictureToMake } from './kept-pictures.ts';

type Readings = ReadonlyMap<string, PictureReading>;

/** All that posts can show, for the check of the content as a whole. */
export function picturesByKey(
  { figures, pictures }: Pick<Sources, 'figures' | 'pictures'>,
  readings: Readings,
): Pick<Corpus, 'figures' | 'pictures'> {
  const entries = pictures.flatMap((path): [string, CorpusPicture][] => {
    const reading = readings.get(path);
    return reading ? [[pictureKey(path), { path, reading }]] : [];
  });
  const keys = [...figures.map(({ path }) => path), ...pictures].map((path) => pictureKey(path));
  return { figures: new Set(keys), pictures: new Map(entries) };
}

/** The pictures that posts show; no others are made. */
export function shownPictures(
  posts: readonly PostSummary[],
  { pictures }: Pick<Sources, 'pictures'>,
  readings: Readings,
): PictureToMake[] {
  const shown = new Set(
    posts.flatMap(({ references }) =>
      references.flatMap(({ kind, name }) => (kind === 'figure' ? [name] : [])),
    ),
  );
  return pictures.flatMap((path) => {
    const id = pictureKey(path);
    const reading = shown.has(id) ? readings.get(path) : undefined;
    return reading ? [{ id, path, reading }] : [];
  });
}

import type { ComponentCall } from '../lib/guide/guide.ts';
import type { Post, SiteCorpus } from './corpus.ts';
import { urlOf } from './post-link.ts';
import type { DrawingView, FigureView } from './types/figure.ts';
import type { PictureView } from './types/picture.ts';
import type { Thumbnail } from './types/post-link.ts';
import type { ShareImage } from './types/share-image.ts';

/** CSS pixels of a cover beside a post in a list (`styles/lists.css`), of two to one. */
const thumbnailWidth = 400;

/** The picture that a post begins with; undefined where it has none. */
export function coverOf({ figures }: SiteCorpus, { data }: Post): DrawingView | PictureView | undefined {
  const figure: FigureView | undefined = data.cover === undefined ? undefined : figures.get(data.cover);
  return figure?.kind === 'media' ? undefined : figure;
}

/** A cover says nothing that the title below it does not say: whoever does not see it is told nothing of it. */
export function coverSegment(src: string): ComponentCall {
  return { component: 'Figure', props: { src, alt: '' }, children: [] };
}

/** A cover as lists show it. */
export function thumbnailOf(cover: DrawingView | PictureView): Thumbnail {
  // It has colours of its own for the dark.
  if (cover.kind === 'drawing') return { url: cover.url, transparent: false };
  const { sources, fallback, transparent } = cover;
  const files = sources.find(({ type }) => type === 'image/webp')?.files ?? [];
  const file = files.find(({ width }) => width >= thumbnailWidth) ?? files.at(-1) ?? fallback;
  return { url: file.url, transparent };
}

/** What is shown of a post where somebody shares a link to it, if its author has chosen that: services show no drawings. */
export function shareImageOf(
  post: Post,
  cover: DrawingView | PictureView | undefined,
): ShareImage | undefined {
  if (cover?.kind !== 'picture') return undefined;
  const { width, url } = cover.fallback;
  const height = Math.round((width * cover.height) / cover.width);
  return { id: urlOf(post), url, width, height, alt: post.data.title };
}

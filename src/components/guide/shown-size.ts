import type { PictureFile, PictureView } from '../../site/types/picture.ts';

/** CSS pixels: as wide as the figures of `styles/figures.css`, and no higher either, so that a picture can be seen as a whole. */
const most = 832;

/** Of what is higher, such as a capture of a whole page, so much would be left of its width that nothing could be read. */
const highest = 3;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How large a film is shown, in CSS pixels: in its own proportions, so that nothing moves when it is played, and as wide as its poster where
 * that is wider. As its poster where nothing is known of it.
 */
export function filmSize(film: Size | undefined, poster: Size | undefined): Size {
  if (!film) return shownSize(poster ?? { width: most, height: (most * 9) / 16 });
  const width = Math.max(film.width, poster?.width ?? 0);
  return shownSize({ width, height: (width * film.height) / film.width });
}

/** The file of a picture that a film begins with: it is loaded with the page, and asks for one width. */
export function posterOf({ sources, fallback }: Pick<PictureView, 'sources' | 'fallback'>): PictureFile {
  const webp = sources.find(({ type }) => type === 'image/webp')?.files ?? [];
  return webp.find(({ width }) => width >= most * 0.9) ?? webp.at(-1) ?? fallback;
}

/** How large a picture is shown where there is room for it, in CSS pixels; its own size is in pixels of any kind. */
export function shownSize({ width, height }: Size): Size {
  const isBounded = height <= width * highest;
  const scale = Math.min(1, most / width, isBounded ? most / height : 1);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

import { describe, expect, it } from 'vitest';
import { coverOf, shareImageOf, thumbnailOf } from '../../src/site/cover.ts';
import { relatedOf } from '../../src/site/views.ts';
import { allegory, corpusOf, figureOf, pictureOf, postOf } from './fixtures.ts';

const drawing = figureOf('tray');
const photo = pictureOf('allegories/a/rack.jpg');
const figures = [drawing, photo];
const post = (cover?: string) => postOf(allegory('a', cover === undefined ? {} : { cover }));

describe('the cover of a post', () => {
  it('is the drawing or the picture that its author named', () => {
    const corpus = corpusOf([], { figures });
    expect(coverOf(corpus, post('tray'))).toBe(drawing);
    expect(coverOf(corpus, post(photo.id))).toBe(photo);
    expect(coverOf(corpus, post('gone'))).toBeUndefined();
    expect(coverOf(corpus, post())).toBeUndefined();
  });

  it('is small in lists: the narrowest file that is wide enough, a drawing as it is', () => {
    const file = (width: number) => ({ url: `${width}.webp`, width });
    const webp = { type: 'image/webp', files: [file(240), file(400), file(1600)] };
    expect(thumbnailOf({ ...photo, sources: [webp] })).toEqual({ url: '400.webp', transparent: false });
    expect(thumbnailOf({ ...photo, sources: [] }).url).toBe(photo.fallback.url);
    expect(thumbnailOf(drawing).url).toBe('/figures/tray.svg');
  });

  it('is what is shown of the post elsewhere, but for drawings, which services do not show', () => {
    expect(shareImageOf(post(photo.id), photo)).toEqual({
      id: '/allegories/a/',
      url: photo.fallback.url,
      width: 1200,
      height: 675,
      alt: post().data.title,
    });
    expect(shareImageOf(post('tray'), drawing)).toBeUndefined();
    const one = post(photo.id);
    expect(relatedOf(corpusOf([one], { figures }), one).shareImage?.url).toBe(photo.fallback.url);
  });
});

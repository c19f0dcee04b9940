import { describe, expect, it } from 'vitest';
import { filmSize, posterOf, shownSize } from '../../src/components/guide/shown-size.ts';

describe('the size that a picture is shown in', () => {
  it.each([
    ['a small one: its own', [300, 200], [300, 200]],
    ['a photograph: as wide as a figure', [4000, 3000], [832, 624]],
    ['one of a camera held upright: as high as a figure is wide', [3000, 4000], [624, 832]],
    ['a capture of a whole page: as wide as a figure, or nothing could be read', [1664, 9000], [832, 4500]],
    ['a line: at least a pixel high', [8000, 1], [832, 1]],
  ] as const)('is, of %s', (_what, [width, height], [shownWidth, shownHeight]) => {
    expect(shownSize({ width, height })).toEqual({ width: shownWidth, height: shownHeight });
  });
});

describe('the size of a film', () => {
  const size = (width: number, height: number) => ({ width, height });
  it.each([
    ['its own', size(640, 360), size(640, 360), size(640, 360)],
    ['as wide as its poster, and as high as it is itself', size(160, 90), size(2400, 1600), size(832, 468)],
    ['as high as a figure is wide, of a telephone held upright', size(1080, 1920), undefined, size(468, 832)],
    ['as its poster is, where its container says nothing', undefined, size(2400, 1600), size(832, 555)],
    ['that of most films, where nothing is known', undefined, undefined, size(832, 468)],
  ])('is %s', (_what, film, poster, shown) => {
    expect(filmSize(film, poster)).toEqual(shown);
  });
});

describe('the picture that a film begins with', () => {
  const file = (url: string, width: number) => ({ url, width });
  const webp = (...widths: readonly number[]) => ({
    type: 'image/webp',
    files: widths.map((width) => file(`${width}.webp`, width)),
  });
  const avif = { type: 'image/avif', files: [file('800.avif', 800)] };

  it.each([
    ['as wide as a film is shown', [avif, webp(400, 800, 1200, 1664)], '800.webp'],
    ['the widest, where all are narrower', [webp(400, 600)], '600.webp'],
    ['what all browsers know, where there is nothing else', [avif], 'plain.jpg'],
  ])('is one file: %s', (_what, sources, url) => {
    expect(posterOf({ sources, fallback: file('plain.jpg', 1200) }).url).toBe(url);
  });
});

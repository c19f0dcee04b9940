import { describe, expect, it } from 'vitest';
import { shownSize } from '../../src/components/guide/shown-size.ts';

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

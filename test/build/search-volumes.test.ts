import { describe, expect, it } from 'vitest';
import { digestOfPage, digestOfVolume, volumeCount, volumeOf } from '../../src/build/search-volumes.ts';

const paths = Array.from({ length: 1000 }, (_, index) => `field-notes/note-${index}/index.html`);

describe('the volumes of the search index', () => {
  it('are one for a small site, and grow with it', () => {
    expect([0, 1, 150, 151, 1000].map(volumeCount)).toEqual([1, 1, 1, 2, 7]);
  });

  it('share the pages about evenly', () => {
    const sizes = Array.from({ length: 7 }, () => 0);
    for (const path of paths) sizes[volumeOf(path, 7)]! += 1;
    expect(Math.min(...sizes)).toBeGreaterThan(100);
    expect(Math.max(...sizes)).toBeLessThan(200);
  });

  it('change with what can be found, not with the head of a page', () => {
    const digest = (html: string, path = 'a/index.html') =>
      digestOfVolume([digestOfPage(path, Buffer.from(html))], 'tool');
    const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;
    expect(digest(page('one', 'x'))).toBe(digest(page('two', 'x')));
    expect(digest(page('one', 'x'))).not.toBe(digest(page('one', 'y')));
    expect(digest(page('one', 'x'))).not.toBe(digest(page('one', 'x'), 'b/index.html'));
  });
});

import { describe, expect, it } from 'vitest';
import { labUrl, labworkUrl, ruleUrl, tagSlug, tagUrl } from '../../src/site/urls.ts';

describe('addresses', () => {
  it.each([
    ['Hyper-V', 'hyper-v'],
    ['Live migration', 'live-migration'],
    ['Größe', 'größe'],
    // Letters that look the same are the same: a ligature, and an umlaut of two code points.
    ['ﬁrmware', 'firmware'],
    ['Gro\u0308ße', 'größe'],
    ['C#', 'c'],
  ])('of the tag %s end in %s', (tag, slug) => {
    expect(tagSlug(tag)).toBe(slug);
    expect(tagUrl(tag)).toBe(`/tags/${slug}/`);
  });

  it('of labs, labworks and rules end in a slash', () => {
    expect([labUrl('closet'), labworkUrl(7), ruleUrl('ios/not-saved')]).toEqual([
      '/labs/closet/',
      '/labworks/7/',
      '/rules/ios/not-saved/',
    ]);
  });
});

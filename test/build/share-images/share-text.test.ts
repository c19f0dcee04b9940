import { describe, expect, it } from 'vitest';
import { shareTexts } from '../../../src/build/share-images/share-text.ts';
import { allegory, failFile, labworksPart, postOf, site } from '../../site/fixtures.ts';

const textsOf = (...posts: Parameters<typeof shareTexts>[1]) =>
  new Map(shareTexts(site, posts).map((text) => [text.path, text]));

describe('what stands in the image of a page', () => {
  it('is what its page is called, and the site', () => {
    const texts = textsOf(postOf(failFile('san-down', { title: 'SAN down' })), postOf(allegory('rain')));
    expect(texts.get('/fail-files/san-down/')).toMatchObject({
      label: expect.stringMatching(/^Fail File \d+$/) as string,
      title: 'SAN down',
      name: site.name,
      domain: new URL(site.address).host,
      lights: [],
    });
    expect(texts.get('/')).toMatchObject({ label: '', title: site.tagline });
    expect([...texts.keys()]).toEqual(['/', '/fail-files/san-down/', '/allegories/rain/']);
  });

  it('has the steps of a part, and of its labwork those of all parts that are published', () => {
    const part = (number: number, steps: string, draft = false) =>
      postOf(labworksPart(number, { steps, draft, title: `Part ${number}` }));
    const texts = textsOf(part(2, '7:3-7:4'), part(1, '7:1-7:2'), part(3, '7:5-7:9', true));
    expect(texts.get('/labworks/part-2/')?.label).toBe('Labworks 7, part 2 · 7:3 – 7:4');
    expect(texts.get('/labworks/7/')?.label).toBe('Labworks 7 · 7:1 – 7:4');
    expect(texts.get('/labworks/7/')?.lights).toHaveLength(2);
  });

  it('has no post that cannot be read', () => {
    expect([...textsOf({ ...postOf(allegory('broken')), data: undefined }).keys()]).toEqual(['/']);
  });
});

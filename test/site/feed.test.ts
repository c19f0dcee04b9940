import { describe, expect, it, vi } from 'vitest';
import type { SiteCorpus } from '../../src/site/corpus.ts';
import { makeFeed } from '../../src/site/feed.ts';
import { site } from '../../src/site/site.ts';
import type { PostView } from '../../src/site/types/post.ts';
import { allegory, corpusOf, failFile, postOf, viewOf } from './fixtures.ts';

const content = vi.hoisted(() => ({
  corpus: undefined as SiteCorpus | undefined,
  views: new Map<string, PostView>(),
}));
vi.mock('../../src/site/corpus.ts', async (original) => ({
  ...(await original<object>()),
  getCorpus: () => content.corpus,
}));
vi.mock('../../src/site/views.ts', () => ({
  getPost: (kind: string, slug: string) => content.views.get(`${kind}/${slug}`),
}));

const revision = (number: number, date: string) => ({
  number,
  date,
  class: 'correction' as const,
  summary: '',
  reportedBy: undefined,
  url: undefined,
});

function feedOf(...views: PostView[]) {
  content.corpus = corpusOf(views.map(({ data }) => postOf(data)));
  content.views = new Map(views.map((view) => [`${view.data.kind}/${view.data.slug}`, view]));
  return makeFeed();
}

describe('the feed', () => {
  it('has each post with its address, its text, and when it last changed', () => {
    const corrected = viewOf(failFile('san-down', { date: '2014-01-01', title: 'SAN', tags: ['ZFS'] }), {
      body: ['<p>Text</p>'],
      changelog: [revision(2, '2014-06-01'), revision(1, '2014-01-01')],
    });
    const [item] = feedOf(corrected).items;
    expect(item).toMatchObject({
      id: `${site.origin}/fail-files/san-down/`,
      link: `${site.origin}/fail-files/san-down/`,
      title: 'SAN',
      description: 'A summary.',
      published: new Date('2014-01-01T00:00:00Z'),
      date: new Date('2014-06-01T00:00:00Z'),
      category: [{ name: 'Fail File' }, { name: 'ZFS' }],
    });
    expect(item?.content).toContain('<p>Text</p>');
  });

  it('is as old as the latest change in it, so that the same content gives the same bytes', () => {
    const older = viewOf(allegory('a', { date: '2014-01-01' }), { changelog: [revision(2, '2014-09-09')] });
    const newer = viewOf(allegory('b', { date: '2014-02-01' }), { changelog: [revision(1, '2014-02-01')] });
    expect(feedOf(older, newer).options.updated).toEqual(new Date('2014-09-09T00:00:00Z'));
    expect(feedOf(newer).options.updated).toEqual(new Date('2014-02-01T00:00:00Z'));
    expect(feedOf().options.updated).toEqual(new Date('1970-01-01T00:00:00Z'));
    expect(feedOf(older, newer).atom1()).toBe(feedOf(older, newer).atom1());
  });

  it('has the thirty newest posts, the newest first', () => {
    const days = Array.from({ length: 31 }, (_, index) => `2014-01-${String(index + 1).padStart(2, '0')}`);
    const { items } = feedOf(...days.map((date) => viewOf(allegory(`p${date}`, { date }))));
    expect(items).toHaveLength(30);
    expect(items[0]?.link).toBe(`${site.origin}/allegories/p2014-01-31/`);
    expect(items[29]?.link).toBe(`${site.origin}/allegories/p2014-01-02/`);
  });
});

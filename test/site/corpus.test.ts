import { describe, expect, it } from 'vitest';
import { corpusFrom } from '../../src/site/corpus.ts';
import { allegory, comparisonOf, corpusOf, failFile, labOf, labworkSummary, postOf } from './fixtures.ts';

const slugs = (corpus: ReturnType<typeof corpusOf>) => corpus.posts.map(({ data }) => data.slug);

describe('the content', () => {
  it('has the newest post first, and posts of one day in an order that never changes', () => {
    const posts = [
      postOf(allegory('b', { date: '2014-05-02' })),
      postOf(allegory('old', { date: '2013-12-31' })),
      postOf(allegory('a', { date: '2014-05-02' })),
      postOf(failFile('c', { date: '2014-05-02' })),
    ];
    expect(slugs(corpusOf(posts))).toEqual(['c', 'b', 'a', 'old']);
    expect(slugs(corpusOf([...posts].reverse()))).toEqual(['c', 'b', 'a', 'old']);
  });

  it('has drafts and posts of days to come where they are asked for only, and never what could not be read', () => {
    const posts = [
      postOf(allegory('draft', { draft: true })),
      { ...postOf(allegory('broken')), data: undefined },
      postOf(allegory('later', { date: '2014-05-03' }), { publication: 'scheduled', shown: false }),
      postOf(allegory('before-its-day', { date: '2014-05-02' }), { publication: 'scheduled' }),
      postOf(allegory('shown')),
    ];
    const values = {
      posts,
      labworks: [],
      labs: [],
      comparisons: [],
      figures: [],
      shareImages: [],
      histories: [],
      rules: [],
      accuracy: [],
      schemas: [],
      policy: undefined,
      site: undefined,
    };
    const shown = corpusFrom(values, { unpublished: false });
    expect(slugs(shown)).toEqual(['before-its-day', 'shown']);
    expect([...shown.byRef.keys()]).toEqual(['allegories/before-its-day', 'allegories/shown']);
    expect(slugs(corpusFrom(values, { unpublished: true }))).toEqual([
      'later',
      'before-its-day',
      'shown',
      'draft',
    ]);
  });

  it('is found by its names', () => {
    const corpus = corpusOf([], {
      labs: [labOf()],
      comparisons: [comparisonOf('times')],
      labworks: [labworkSummary({ number: 10 }), labworkSummary({ number: 2 })],
    });
    expect(corpus.labs.get('closet')?.title).toBe('The closet');
    expect(corpus.comparisons.get('times')?.id).toBe('times');
    expect(corpus.labworks.map(({ number }) => number)).toEqual([2, 10]);
  });
});

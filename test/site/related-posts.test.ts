import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/site/corpus.ts';
import { relatedPosts } from '../../src/site/related-posts.ts';
import { allegory, corpusOf, failFile, fieldNotes, labworksPart, postOf } from './fixtures.ts';

const relatedTo = (post: Post, posts: readonly Post[]) =>
  relatedPosts(corpusOf(posts), post).map(({ url }) => url);
const tagged = (slug: string, date: string, ...tags: string[]) => postOf(allegory(slug, { date, tags }));

describe('related posts', () => {
  it('have most tags in common, then the lab, then are nearest in time', () => {
    const post = postOf(fieldNotes('post', { date: '2014-06-01', tags: ['a', 'b'], lab: 'closet' }));
    const posts = [
      post,
      postOf(failFile('both', { date: '2010-01-01', tags: ['B', 'a'] })),
      tagged('far', '2014-01-01', 'a'),
      tagged('near', '2014-05-01', 'b'),
      postOf(allegory('lab', { date: '2012-01-01', tags: ['a'], lab: 'closet' })),
      tagged('none', '2014-06-02', 'c'),
    ];
    expect(relatedPosts(corpusOf(posts), post)).toEqual([
      { url: '/fail-files/both/', title: 'A title', label: 'Fail File 1' },
      { url: '/allegories/lab/', title: 'A title', label: 'Allegory' },
      { url: '/allegories/near/', title: 'A title', label: 'Allegory' },
    ]);
    expect(relatedTo(posts[5]!, posts)).toEqual([]);
  });

  it('are not the other parts of a labwork', () => {
    const part = (number: number) => postOf(labworksPart(number, { tags: ['a'] }));
    const [one, two, other] = [part(1), part(2), postOf(labworksPart(3, { labwork: 8, tags: ['a'] }))];
    expect(relatedTo(one!, [one!, two!, other!])).toEqual(['/labworks/part-3/']);
  });

  it('are the same in whatever order the posts were read, and for posts of one day', () => {
    const posts = ['p', 'q', 'r', 's', 't'].map((slug) => tagged(slug, '2014-01-01', 'a'));
    const [post] = posts;
    expect(relatedTo(post!, posts.toReversed())).toEqual(relatedTo(post!, posts));
  });

  it('change only near a post that comes', () => {
    const day = (index: number) => new Date(Date.UTC(2014, 0, 1 + index)).toISOString().slice(0, 10);
    const posts = Array.from({ length: 400 }, (_, index) =>
      tagged(`p${String(index)}`, day(index), 'a', 'b'),
    );
    const listsOf = (all: readonly Post[]) => {
      const corpus = corpusOf(all);
      return posts.map((post) => JSON.stringify(relatedPosts(corpus, post)));
    };
    const before = listsOf(posts);
    const after = listsOf([...posts, tagged('new', day(200), 'a', 'b')]);
    const changed = before.filter((list, index) => list !== after[index]).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(10);
  });
});

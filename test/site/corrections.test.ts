import { describe, expect, it } from 'vitest';
import { changelogOf, correctionsOf } from '../../src/site/corrections.ts';
import { allegory, corpusOf, debugFile, failFile, postOf } from './fixtures.ts';

const wrong = postOf(failFile('san-down', { title: 'SAN down', date: '2014-01-01' }));
const right = postOf(allegory('sisyphus'));
const debug = (slug: string, revision: number, date: string, post = 'fail-files/san-down') =>
  postOf(
    debugFile(slug, post, { title: slug, date, corrects: { post, revision }, entry: `Entry of ${slug}.` }),
  );
const corpus = corpusOf([
  debug('first', 2, '2014-02-01'),
  wrong,
  debug('second', 3, '2014-03-01'),
  debug('of-nothing', 2, '2014-04-01', 'fail-files/gone'),
  debug('elsewhere', 2, '2014-05-01', 'allegories/sisyphus'),
  right,
]);

describe('corrections', () => {
  const { all, of } = correctionsOf(corpus);
  const slugsOf = (ref: string) => of.get(ref)?.map(({ slug }) => slug);

  it('come newest first, without those of posts that are not there', () => {
    expect(all.map(({ slug }) => slug)).toEqual(['elsewhere', 'second', 'first']);
  });

  it('are found by the corrected post and by the Debug File', () => {
    expect(slugsOf('fail-files/san-down')).toEqual(['second', 'first']);
    expect(slugsOf('debug/first')).toEqual(['first']);
    expect(slugsOf('debug/of-nothing')).toBeUndefined();
    expect(slugsOf('allegories/sisyphus')).toEqual(['elsewhere']);
  });

  it('say where they were found and what they correct', () => {
    expect(all[2]).toMatchObject({
      url: '/debug/first/',
      revision: 2,
      entry: 'Entry of first.',
      changes: [{ id: 'cable' }],
      post: { url: '/fail-files/san-down/', title: 'SAN down', date: '2014-01-01' },
    });
  });
});

describe('a changelog', () => {
  it('has the highest revision first and the first publication last', () => {
    // The order of revisions, not of days: a Debug File may be dated late.
    const late = corpusOf([debug('late', 2, '2014-09-01'), debug('early', 3, '2014-02-01'), wrong]);
    const revisions = changelogOf(wrong, correctionsOf(late).all);
    expect(revisions.map(({ number, date, class: kind, url }) => [number, date, kind, url])).toEqual([
      [3, '2014-02-01', 'correction', '/debug/early/'],
      [2, '2014-09-01', 'correction', '/debug/late/'],
      [1, '2014-01-01', 'published', undefined],
    ]);
    expect(revisions[1]).toMatchObject({ summary: 'Entry of late.', reportedBy: 'A. Reader' });
  });

  it('has only what was corrected in the post itself', () => {
    const { all } = correctionsOf(corpus);
    expect(changelogOf(right, all).map(({ url }) => url)).toEqual(['/debug/elsewhere/', undefined]);
    // The correction that a Debug File is about is none of its own text.
    expect(changelogOf(corpus.byRef.get('debug/first')!, all)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { correctionsOf } from '../../src/site/corrections.ts';
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
      subject: { url: '/fail-files/san-down/', title: 'SAN down', date: '2014-01-01' },
    });
  });
});

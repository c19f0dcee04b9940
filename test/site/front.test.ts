import { describe, expect, it, vi } from 'vitest';
import type { SiteCorpus } from '../../src/site/corpus.ts';
import { getFront } from '../../src/site/front.ts';
import { allegory, corpusOf, labOf, labworkSummary, labworksPart, postOf } from './fixtures.ts';

const content = vi.hoisted(() => ({ corpus: undefined as SiteCorpus | undefined }));
vi.mock('../../src/site/corpus.ts', async (original) => ({
  ...(await original<object>()),
  getCorpus: () => content.corpus,
}));

/** Labworks by number, each with the dates of its parts. */
function frontOf(labworks: Readonly<Record<number, readonly string[]>>) {
  const posts = Object.entries(labworks).flatMap(([labwork, dates]) =>
    dates.map((date, index) =>
      postOf(
        labworksPart(index + 1, { slug: `${labwork}-${String(index + 1)}`, labwork: Number(labwork), date }),
      ),
    ),
  );
  content.corpus = corpusOf([...posts, postOf(allegory('a'))], {
    labworks: Object.keys(labworks).map((number) => ({ ...labworkSummary(), number: Number(number) })),
    labs: [labOf()],
  });
  return getFront();
}

describe('the front page', () => {
  it('has no labworks where there are none, and one where there is one', () => {
    expect(frontOf({})).toMatchObject({ labworks: [], moreLabworks: 0 });
    expect(frontOf({ 4: ['2020-01-01'] })).toMatchObject({ labworks: [{ number: 4 }], moreLabworks: 0 });
  });

  it('shows those that were written at last, and counts the rest', () => {
    const { labworks, moreLabworks, posts } = frontOf({
      1: ['2020-01-01', '2024-01-01'],
      2: ['2021-01-01'],
      3: ['2022-01-01'],
      4: ['2022-01-01'],
      5: ['2019-01-01', '2019-02-01'],
    });
    expect(labworks.map(({ number }) => number)).toEqual([1, 4, 3]);
    expect(moreLabworks).toBe(2);
    expect(posts).toHaveLength(8);
  });
});

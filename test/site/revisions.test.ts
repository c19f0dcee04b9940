import { describe, expect, it } from 'vitest';
import { changelogOf, standingOf, updatedOf, withdrawalIn } from '../../src/site/revisions.ts';
import type { RecordedRevision } from '../../src/site/posts/records.ts';
import { allegory, corpusOf, debugFile, failFile, postOf } from './fixtures.ts';

const wrong = postOf(failFile('san-down', { title: 'SAN down', date: '2014-01-01' }));
const right = postOf(allegory('sisyphus'));
const debug = (slug: string, revision: number, date: string, post = 'fail-files/san-down') =>
  postOf(debugFile(slug, post, { date, corrects: { post, revision }, entry: `Entry of ${slug}.` }));

const recorded = (
  number: number,
  date: string,
  kind: RecordedRevision['class'],
  rest: Partial<RecordedRevision> = {},
): RecordedRevision => ({
  number,
  date,
  class: kind,
  severity: undefined,
  summary: `${kind} ${number}`,
  reporter: undefined,
  debug: undefined,
  release: undefined,
  ...rest,
});

/** The changelog of the wrong post, where the ledger has these revisions of it. */
function changelog(...revisions: readonly RecordedRevision[]) {
  const history = { id: 'fail-files/san-down', revisions, digest: 'd', pack: 'p' };
  return changelogOf(corpusOf([wrong, debug('first', 2, '2014-02-01')], { histories: [history] }), wrong);
}

const first = recorded(1, '2014-01-01', 'publication');
const factual = recorded(2, '2014-02-01', 'correction', {
  severity: 'factual',
  debug: 'first',
  reporter: { name: 'A. Reader', role: 'of cables' },
});

describe('a changelog', () => {
  it('is what the ledger has, the newest first, each with where its changes are shown', () => {
    expect(changelog(first, factual, recorded(3, '2014-03-01', 'editorial'))).toEqual([
      {
        number: 3,
        date: '2014-03-01',
        class: 'editorial',
        severity: undefined,
        summary: 'editorial 3',
        reportedBy: undefined,
        release: undefined,
        url: undefined,
        changes: '/fail-files/san-down/changes/#revision-3',
      },
      expect.objectContaining({
        number: 2,
        severity: 'factual',
        reportedBy: 'A. Reader, of cables',
        url: '/debug/first/',
      }),
      expect.objectContaining({ number: 1, class: 'publication', changes: undefined }),
    ]);
  });

  it('leads to no Debug File that is not shown', () => {
    expect(changelog(first, { ...factual, debug: 'draft' })[0]).toMatchObject({ url: undefined });
  });

  it('is made of the Debug Files where nothing is recorded: by revision, not by day', () => {
    const corpus = corpusOf([debug('late', 2, '2014-09-01'), debug('early', 3, '2014-02-01'), wrong, right]);
    const revisions = changelogOf(corpus, wrong);
    expect(revisions.map(({ number, date, class: kind, url }) => [number, date, kind, url])).toEqual([
      [3, '2014-02-01', 'correction', '/debug/early/'],
      [2, '2014-09-01', 'correction', '/debug/late/'],
      [1, '2014-01-01', 'publication', undefined],
    ]);
    expect(revisions[1]).toMatchObject({ summary: 'Entry of late.', reportedBy: 'A. Reader' });
    expect(changelogOf(corpus, right)).toHaveLength(1);
    // A Debug File is about a correction, and is not itself corrected.
    expect(changelogOf(corpus, corpus.byRef.get('debug/late')!)).toHaveLength(1);
  });
});

describe('what a changelog comes to', () => {
  const editorial = recorded(3, '2014-03-01', 'editorial');
  const withdrawal = recorded(3, '2014-04-01', 'withdrawal');

  it('is updated by all that is more than editorial', () => {
    expect(updatedOf(changelog(first, factual, editorial), '2014-01-01')).toBe('2014-02-01');
    expect(updatedOf(changelog(first), '2014-01-01')).toBe('2014-01-01');
    expect(updatedOf(changelog(first, recorded(2, '2014-02-02', 'update')), '2014-01-01')).toBe('2014-02-02');
  });

  it('is corrected by what was wrong, and not by how it was written', () => {
    expect(standingOf(changelog(first))).toBeUndefined();
    expect(standingOf(changelog(first, recorded(2, '2014-02-01', 'update')))).toBeUndefined();
    expect(standingOf(changelog(first, { ...factual, severity: 'cosmetic' }))).toBeUndefined();
    expect(standingOf(changelog(first, factual, editorial))).toBe('corrected');
    expect(standingOf(changelog(first, { ...factual, severity: 'harmful' }))).toBe('corrected');
  });

  it('is withdrawn until it is published again', () => {
    const gone = changelog(first, factual, withdrawal);
    expect(standingOf(gone)).toBe('withdrawn');
    expect(withdrawalIn(gone)).toMatchObject({ number: 3, summary: 'withdrawal 3' });
    const back = changelog(first, factual, withdrawal, recorded(4, '2014-05-01', 'update'));
    expect(standingOf(back)).toBe('corrected');
    expect(withdrawalIn(back)).toBeUndefined();
  });
});

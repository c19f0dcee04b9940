import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteCorpus } from '../../src/site/corpus.ts';
import { relatedOf, getPosts, getRules, getSchema, getTags } from '../../src/site/views.ts';
import {
  allegory,
  comparisonOf,
  comparisonReference,
  corpusOf,
  debugFile,
  failFile,
  fieldNotes,
  figureOf,
  figureReference,
  labOf,
  labworkSummary,
  labworksPart,
  postOf,
} from './fixtures.ts';

const content = vi.hoisted(() => ({ corpus: undefined as SiteCorpus | undefined }));
vi.mock('../../src/site/corpus.ts', async (original) => ({
  ...(await original<object>()),
  getCorpus: () => content.corpus,
}));

beforeEach(() => {
  content.corpus = undefined;
});

describe('lists', () => {
  it('have all posts, or those of a kind', () => {
    content.corpus = corpusOf([postOf(allegory('a')), postOf(failFile('b', { date: '2014-06-01' }))]);
    expect(getPosts().map(({ url }) => url)).toEqual(['/fail-files/b/', '/allegories/a/']);
    expect(getPosts('allegories').map(({ url }) => url)).toEqual(['/allegories/a/']);
  });

  it('of tags take spellings of one address for one tag, called as the newest post writes it', () => {
    content.corpus = corpusOf([
      postOf(allegory('old', { date: '2014-01-01', tags: ['hyper-v', 'SAN'] })),
      postOf(allegory('new', { date: '2014-02-01', tags: ['Hyper-V'] })),
    ]);
    const tags = getTags().map(({ slug, name, url, posts }) => [slug, name, url, posts.length]);
    expect(tags).toEqual([
      ['hyper-v', 'Hyper-V', '/tags/hyper-v/', 2],
      ['san', 'SAN', '/tags/san/', 1],
    ]);
  });

  it('of rules have their pages, in the order of their ids', () => {
    const rule = { path: '', digest: '', summary: '', fixable: false, body: [], diagnostics: [] };
    content.corpus = corpusOf([], {
      rules: [
        { ...rule, id: 'lab/schema', title: 'Second', severity: 'error' },
        { ...rule, id: 'nobody/knows', title: 'No rule', severity: undefined },
        { ...rule, id: 'ios/not-saved', title: 'First', severity: 'warning' },
      ],
    });
    expect(getRules().map(({ url, title, severity }) => [url, title, severity])).toEqual([
      ['/rules/ios/not-saved/', 'First', 'warning'],
      ['/rules/lab/schema/', 'Second', 'error'],
    ]);
  });
});

describe('a published schema', () => {
  it('is found by its name', () => {
    content.corpus = corpusOf([], { schemas: [{ id: 'manifest-1', text: '{"a":1}' }] });
    expect(getSchema('manifest-1')).toBe('{"a":1}');
    expect(() => getSchema('manifest-2')).toThrow('There is no schema manifest-2.');
  });
});

describe('what stands on a page beside its post', () => {
  const middle = postOf(
    fieldNotes('middle', { date: '2014-02-01', comparisons: ['in-head'], lab: 'closet' }),
    { references: [comparisonReference('in-text'), comparisonReference('gone')] },
  );
  const older = postOf(allegory('older', { date: '2014-01-01' }), { excerpt: ['<p>Begin</p>'] });
  const newer = postOf(debugFile('newer', 'field-notes/middle', { date: '2014-03-01' }));
  const part = postOf(labworksPart(1, { date: '2013-01-01' }));
  const corpus = corpusOf([middle, older, newer, part], {
    labs: [labOf()],
    comparisons: ['in-text', 'in-head', 'elsewhere'].map((id) => comparisonOf(id)),
    labworks: [labworkSummary()],
  });

  it('are the posts before and after it, without their excerpts', () => {
    const related = relatedOf(corpus, middle);
    expect([related.older?.url, related.newer?.url]).toEqual(['/allegories/older/', '/debug/newer/']);
    expect(related.older?.excerpt).toBeUndefined();
    expect(relatedOf(corpus, newer).newer).toBeUndefined();
    expect(relatedOf(corpus, part).older).toBeUndefined();
  });

  it('are the comparisons that its text or its head names', () => {
    expect(Object.keys(relatedOf(corpus, middle).comparisons).sort()).toEqual(['in-head', 'in-text']);
    expect(relatedOf(corpus, older).comparisons).toEqual({});
  });

  it('are the figures that its text names, and in lists those of its excerpt', () => {
    const figure = { component: 'Figure' as const, props: { src: 'rack', alt: 'A.' }, children: [] };
    const drawn = postOf(allegory('drawn'), {
      excerpt: [figure],
      references: ['rack', 'plan', 'gone'].map(figureReference),
    });
    content.corpus = corpusOf([drawn, older], {
      figures: ['rack', 'plan', 'other'].map((id) => figureOf(id)),
    });
    expect(Object.keys(relatedOf(content.corpus, drawn).figures)).toEqual(['rack', 'plan']);
    expect(getPosts().map(({ figures }) => Object.keys(figures))).toEqual([['rack'], []]);
    expect(getPosts()[0]?.excerpt).toEqual([
      { ...figure, props: { ...figure.props, ids: 'allegories.drawn.rack.' } },
    ]);
  });

  it('are its lab, its labwork and its corrections', () => {
    expect(relatedOf(corpus, middle)).toMatchObject({
      lab: { id: 'closet' },
      labwork: undefined,
      corrections: [{ slug: 'newer' }],
      changelog: [{ number: 2 }, { number: 1 }],
    });
    expect(relatedOf(corpus, part).labwork?.number).toBe(7);
    expect(relatedOf(corpus, older)).toMatchObject({ lab: undefined, corrections: [] });
    // A Debug File is about its correction; its own text has one revision.
    expect(relatedOf(corpus, newer)).toMatchObject({ corrections: [{ slug: 'newer' }], changelog: [{}] });
  });
});

import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/build/content.ts';
import { collectionsOf } from '../../src/build/store-collections.ts';

const post = (kind: string, slug: string, severities: readonly string[] = [], aliases: string[] = []) => ({
  path: `src/content/${kind}/${slug}.mdx`,
  data: { kind, slug, title: slug },
  aliases,
  shown: kind !== 'allegories',
  diagnostics: severities.map((severity) => ({ severity })),
});
const content = {
  site: { name: 'The closet' },
  posts: [
    post('debug', 'one', [], ['/2014/one/']),
    post('labworks', 'two', ['error']),
    post('debug', 'three', ['warning']),
    { ...post('debug', 'four', ['error']), data: undefined },
    post('allegories', 'draft', [], ['/2014/draft/']),
  ],
  labworks: [{ number: 2 }],
  labs: [{ id: 'daisetta' }],
  comparisons: [{ id: 'speeds' }],
  figures: [],
  shareImages: [],
  histories: [],
  accuracy: [],
  schemas: [],
  paths: {
    labs: { daisetta: 'src/content/labs/daisetta.yml' },
    comparisons: { speeds: 'src/content/comparisons/speeds.yaml' },
    figures: {},
  },
  rules: [
    { id: 'a/b', path: 'src/content/rules/a/b.md', diagnostics: [] },
    { id: 'a/c', path: 'src/content/rules/a/c.md', diagnostics: [{ severity: 'warning' }] },
  ],
} as unknown as Content;
const collections = collectionsOf(content);
const entriesOf = (name: string) => collections[name]?.map(({ id, path, good }) => [id, path, good]);

describe('the collections that are stored', () => {
  it('have the posts of a kind that have front matter, those with errors as not good', () => {
    expect(entriesOf('debug')).toEqual([
      ['one', 'src/content/debug/one.mdx', true],
      ['three', 'src/content/debug/three.mdx', true],
    ]);
    expect(entriesOf('labworks')).toEqual([['two', 'src/content/labworks/two.mdx', false]]);
  });

  it('have nothing of a post that no page shows', () => {
    expect(Object.keys(collections['debug']![0]!.data as object)).toEqual([
      'path',
      'data',
      'aliases',
      'shown',
    ]);
  });

  it('have bundles, labs, comparisons and rules with the files they come from', () => {
    expect(entriesOf('bundles')).toEqual([['2', undefined, true]]);
    expect(entriesOf('labs')).toEqual([['daisetta', 'src/content/labs/daisetta.yml', true]]);
    expect(entriesOf('comparisons')).toEqual([['speeds', 'src/content/comparisons/speeds.yaml', true]]);
    expect(entriesOf('rules')).toEqual([
      ['a/b', 'src/content/rules/a/b.md', true],
      ['a/c', 'src/content/rules/a/c.md', false],
    ]);
  });

  it('have the old addresses of posts that readers are shown', () => {
    expect(collections['redirects']!.map(({ data }) => data)).toEqual([
      { from: '/2014/one/', to: '/debug/one/', title: 'one' },
    ]);
  });

  it('have who the site is', () => {
    expect(entriesOf('site')).toEqual([['site', 'src/site.yaml', true]]);
  });
});

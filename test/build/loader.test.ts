import type { LoaderContext } from 'astro/loaders';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Content } from '../../src/build/content.ts';
import {
  bundleLoader,
  comparisonLoader,
  identityLoader,
  labLoader,
  postLoader,
  ruleLoader,
} from '../../src/build/loader.ts';
import { watchContent } from '../../src/build/watch-content.ts';
import type { CollectionEntry } from '../../src/workspace/cache-collections.ts';

const stored = new Map<string, readonly CollectionEntry[]>();
let serving: boolean | undefined;

vi.mock('../../src/build/content-updates.ts', () => ({
  currentContent: () => Promise.resolve(content),
}));
vi.mock('../../src/build/watch-content.ts', () => ({ watchContent: vi.fn() }));
vi.mock('../../src/workspace/cache-collections.ts', () => ({
  cacheCollection(name: string, entries: readonly CollectionEntry[], options: { serving: boolean }) {
    stored.set(name, entries);
    serving = options.serving;
  },
}));

const post = (kind: string, slug: string, severities: readonly string[] = []) => ({
  path: `src/content/${kind}/${slug}.mdx`,
  data: { slug },
  diagnostics: severities.map((severity) => ({ severity })),
});
const content = {
  site: { name: 'The closet' },
  posts: [
    post('debug', 'one'),
    post('labworks', 'two', ['error']),
    post('debug', 'three', ['warning']),
    { ...post('debug', 'four', ['error']), data: undefined },
  ],
  labworks: [{ number: 2 }],
  labs: [{ id: 'daisetta' }],
  comparisons: [{ id: 'speeds' }],
  paths: {
    labs: { daisetta: 'src/content/labs/daisetta.yml' },
    comparisons: { speeds: 'src/content/comparisons/speeds.yaml' },
  },
  rules: [
    { id: 'a/b', path: 'src/content/rules/a/b.md', diagnostics: [] },
    { id: 'a/c', path: 'src/content/rules/a/c.md', diagnostics: [{ severity: 'warning' }] },
  ],
} as unknown as Content;

const load = (loader: ReturnType<typeof postLoader>, watcher?: object) =>
  (loader.load as (context: LoaderContext) => Promise<void>)({ watcher } as LoaderContext);
const entriesOf = (name: string) => stored.get(name)?.map(({ id, path, good }) => [id, path, good]);

beforeEach(() => {
  stored.clear();
  vi.mocked(watchContent).mockClear();
});

describe('the content loaders', () => {
  it('store the posts of their kind that have front matter, those with errors as not good', async () => {
    await load(postLoader('debug'));
    await load(postLoader('labworks'));
    expect(entriesOf('debug')).toEqual([
      ['one', 'src/content/debug/one.mdx', true],
      ['three', 'src/content/debug/three.mdx', true],
    ]);
    expect(entriesOf('labworks')).toEqual([['two', 'src/content/labworks/two.mdx', false]]);
  });

  it('store bundles, labs, comparisons and rules with the files they come from', async () => {
    for (const loader of [bundleLoader(), labLoader(), comparisonLoader(), ruleLoader()]) await load(loader);
    expect(entriesOf('bundles')).toEqual([['2', undefined, true]]);
    expect(entriesOf('labs')).toEqual([['daisetta', 'src/content/labs/daisetta.yml', true]]);
    expect(entriesOf('comparisons')).toEqual([['speeds', 'src/content/comparisons/speeds.yaml', true]]);
    expect(entriesOf('rules')).toEqual([
      ['a/b', 'src/content/rules/a/b.md', true],
      ['a/c', 'src/content/rules/a/c.md', false],
    ]);
  });

  it('store who the site is', async () => {
    await load(identityLoader());
    expect(entriesOf('site')).toEqual([['site', 'src/site.yaml', true]]);
  });

  it('watch the content only while the site is served', async () => {
    await load(labLoader());
    expect(serving).toBe(false);
    expect(watchContent).not.toHaveBeenCalled();
    await load(labLoader(), {});
    expect(serving).toBe(true);
    expect(watchContent).toHaveBeenCalledOnce();
  });
});

import { describe, expect, it } from 'vitest';
import type * as Prefetch from '../../src/build/prefetch.ts';
import { kinds } from '../../src/lib/engine.ts';
import type { ShownPost } from '../../src/site/posts/shown-post.ts';
import { cachedValues } from '../../src/workspace/cached-values.ts';
import { readSources } from '../../src/workspace/content.ts';
import { consumePrefetched, prefetchContent } from '../../src/build/prefetch.ts';

// As Astro does it: the configuration and the content loader each have a copy of the module.
const copy = '../../src/build/prefetch.ts?of-the-loader';
const ofTheLoader = (await import(copy)) as typeof Prefetch;

describe('a prefetched update', () => {
  it('is consumed once, by another copy of the module, and has the content stored', async () => {
    expect(ofTheLoader.consumePrefetched()).toBeUndefined();
    expect(ofTheLoader.consumePrefetched).not.toBe(consumePrefetched);
    prefetchContent();
    const update = ofTheLoader.consumePrefetched();
    expect(consumePrefetched()).toBeUndefined();
    const progress: (readonly [number, number])[] = [];
    update!.onProgress = (done, total) => void progress.push([done, total]);
    const content = await update!.content;
    await update!.thread.terminate();
    expect(content.errors).toEqual({ count: 0, text: '' });
    const paths = readSources().posts.map(({ path }) => path);
    const stored = kinds.flatMap((kind) => cachedValues(kind, { serving: false }) as ShownPost[]);
    expect(stored.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect(progress.every(([done, total]) => done <= total)).toBe(true);
  }, 60_000);
});

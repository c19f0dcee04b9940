import { describe, expect, it } from 'vitest';
import type * as HeadStart from '../../src/build/prefetch.ts';
import { prefetchContent, takePrefetched } from '../../src/build/prefetch.ts';

// As Astro does it: the configuration and the content loader each have a copy of the module.
const copy = '../../src/build/prefetch.ts?of-the-loader';
const ofTheLoader = (await import(copy)) as typeof HeadStart;

describe('an update that was begun early', () => {
  it('is taken over once, by another copy of the module, and brings the content', async () => {
    expect(ofTheLoader.takePrefetched()).toBeUndefined();
    expect(ofTheLoader.takePrefetched).not.toBe(takePrefetched);
    prefetchContent();
    const update = ofTheLoader.takePrefetched();
    expect(takePrefetched()).toBeUndefined();
    const content = await update!.content;
    await update!.thread.terminate();
    expect(content.errors).toEqual({ count: 0, text: '' });
    expect(content.posts.map(({ path }) => path)).toContain(
      'src/content/labworks/converged-switching-part-1.mdx',
    );
  }, 60_000);
});

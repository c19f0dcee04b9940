import { describe, expect, it } from 'vitest';
import type * as HeadStart from '../../src/site/posts/head-start.ts';
import { beginUpdate, takeBegunUpdate } from '../../src/site/posts/head-start.ts';

// As Astro does it: the configuration and the content loader each have a copy of the module.
const copy = '../../src/site/posts/head-start.ts?of-the-loader';
const ofTheLoader = (await import(copy)) as typeof HeadStart;

describe('an update that was begun early', () => {
  it('is taken over once, by another copy of the module, and brings the content', async () => {
    expect(ofTheLoader.takeBegunUpdate()).toBeUndefined();
    expect(ofTheLoader.takeBegunUpdate).not.toBe(takeBegunUpdate);
    beginUpdate();
    const update = ofTheLoader.takeBegunUpdate();
    expect(takeBegunUpdate()).toBeUndefined();
    const content = await update!.content;
    await update!.thread.terminate();
    expect(content.errors).toEqual({ count: 0, text: '' });
    expect(content.posts.map(({ path }) => path)).toContain(
      'src/content/labworks/converged-switching-part-1.mdx',
    );
  }, 60_000);
});

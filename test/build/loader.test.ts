import type { LoaderContext } from 'astro/loaders';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { currentContent } from '../../src/build/content-updates.ts';
import { contentLoader } from '../../src/build/loader.ts';
import { watchContent } from '../../src/build/watch-content.ts';

vi.mock('../../src/build/content-updates.ts', () => ({ currentContent: vi.fn(() => Promise.resolve()) }));
vi.mock('../../src/build/watch-content.ts', () => ({ watchContent: vi.fn() }));

const load = (watcher?: object) =>
  (contentLoader('labs').load as (context: LoaderContext) => Promise<void>)({ watcher } as LoaderContext);

beforeEach(() => vi.clearAllMocks());

describe('the loader of a collection', () => {
  it('waits until the content is up to date', async () => {
    vi.mocked(currentContent).mockRejectedValueOnce(new Error('The content has 1 error.'));
    await expect(load()).rejects.toThrow('The content has 1 error.');
    await load();
    expect(currentContent).toHaveBeenCalledTimes(2);
  });

  it('watches the content only while the site is served', async () => {
    await load();
    expect(watchContent).not.toHaveBeenCalled();
    await load({});
    expect(watchContent).toHaveBeenCalledOnce();
  });
});

import type { LoaderContext } from 'astro/loaders';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changedPosts } from '../../src/build/changed-posts.ts';
import { currentContent, queueRestart, queueUpdate } from '../../src/build/content-updates.ts';
import type { Content } from '../../src/build/content.ts';

const none = { count: 0, text: '' };
const good = { changed: ['a.mdx'], errors: none, warnings: none } as unknown as Content;
let results: Content[] = [];
const started: { readonly serving: boolean; readonly thread: unknown }[] = [];
const newThread = () => ({ terminate: () => Promise.resolve(0), unref: () => undefined });

vi.mock('../../src/build/prefetch.ts', () => ({
  consumePrefetched: () => undefined,
  startUpdate({ serving }: { serving: boolean }, thread: unknown) {
    started.push({ serving, thread });
    return { thread: thread ?? newThread(), content: Promise.resolve(results.shift() ?? good) };
  },
}));

const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const building = { logger } as unknown as LoaderContext;
const serving = { logger, watcher: {} } as unknown as LoaderContext;

beforeEach(() => {
  results = [];
  started.length = 0;
  vi.clearAllMocks();
});

describe('updates of the content', () => {
  it('are one for all collections, and a new one for a collection that asks again', async () => {
    const [labs, rules] = [currentContent('labs', building), currentContent('rules', building)];
    expect(rules).toBe(labs);
    const again = currentContent('labs', building);
    expect(again).not.toBe(labs);
    await Promise.all([labs, again]);
    expect(started).toHaveLength(2);
    expect(changedPosts.value).toEqual(['a.mdx']);
  });

  it('fail a build with errors, with the diagnostics and no stack', async () => {
    results = [{ ...good, errors: { count: 2, text: 'a.mdx:3' } }];
    const failed = await queueUpdate(building).catch((error: unknown) => error as Error);
    expect(failed).toMatchObject({ message: 'The content has 2 errors.\n\na.mdx:3\n', stack: '' });
    await expect(queueUpdate(building)).resolves.toBe(good);
  });

  it('log errors while the site is served, and warnings always', async () => {
    results = [{ ...good, errors: { count: 1, text: 'wrong' }, warnings: { count: 1, text: 'odd' } }];
    await queueUpdate(serving);
    expect(logger.error).toHaveBeenCalledWith('\n\nwrong\n');
    expect(logger.warn).toHaveBeenCalledWith('\n\nodd\n');
  });

  it('use one thread while the site is served, until it is restarted', async () => {
    await queueUpdate(serving);
    await queueUpdate(serving);
    expect(started.at(-1)?.thread).toBeDefined();
    queueRestart();
    await queueUpdate(serving);
    expect(started.at(-1)?.thread).toBeUndefined();
  });
});

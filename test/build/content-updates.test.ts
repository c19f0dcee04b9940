import type { LoaderContext } from 'astro/loaders';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changedPages } from '../../src/build/changed-pages.ts';
import { currentContent, queueRestart, queueUpdate } from '../../src/build/content-updates.ts';
import { contentErrors } from '../../src/build/error-overlay.ts';
import type { Content } from '../../src/build/content.ts';

const none = { count: 0, text: '' };
const good = { changed: ['a.mdx'], errors: none, warnings: none, notes: none } as unknown as Content;
let results: (Content | Error)[] = [];
const started: { readonly serving: boolean; readonly thread: unknown }[] = [];
const newThread = () => ({ terminate: () => Promise.resolve(0), unref: () => undefined });

vi.mock('../../src/build/prefetch.ts', () => ({
  consumePrefetched: () => undefined,
  startUpdate({ serving }: { serving: boolean }, thread: unknown) {
    started.push({ serving, thread });
    const result = results.shift() ?? good;
    const content = result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
    return { thread: thread ?? newThread(), content };
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
    expect(changedPages.value).toEqual(['a.mdx']);
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

  it('leave what is wrong for the browser, as long as it is', async () => {
    const errors = { count: 1, text: 'wrong' };
    results = [{ ...good, errors, warnings: { count: 1, text: 'odd' } }];
    await queueUpdate(serving);
    expect(contentErrors.value).toEqual(errors);
    results = [{ ...good, warnings: { count: 1, text: 'odd' } }];
    await queueUpdate(serving);
    expect(contentErrors.value).toBeUndefined();
    results = [new Error('The disk is full.')];
    await expect(queueUpdate(serving)).rejects.toThrow('The disk is full.');
    expect(contentErrors.value).toMatchObject({
      count: 1,
      text: expect.stringContaining('The disk is full.'),
    });
    await queueUpdate(serving);
    expect(contentErrors.value).toBeUndefined();
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

import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queueRestart, queueUpdate } from '../../src/build/content-updates.ts';
import { contentChanged } from '../../src/build/live-content.ts';
import { watchContent } from '../../src/build/watch-content.ts';
import { siteFile } from '../../src/workspace/site-file.ts';
import { contentFolder, projectRoot } from '../../src/workspace/paths.ts';

vi.mock('../../src/build/content-updates.ts', () => ({
  queueRestart: vi.fn(),
  queueUpdate: vi.fn(() => Promise.resolve('content')),
}));

const post = join(contentFolder, 'debug/a.mdx');
const set = vi.fn();
let watcher: EventEmitter & { add: ReturnType<typeof vi.fn> };

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  watcher = Object.assign(new EventEmitter(), { add: vi.fn() });
  watchContent({ watcher, store: { set }, logger: {} } as unknown as LoaderContext);
});
afterEach(() => {
  vi.useRealTimers();
  contentChanged.value = undefined;
});

const change = async (...paths: string[]) => {
  for (const path of paths) watcher.emit('all', 'change', path);
  await vi.advanceTimersByTimeAsync(100);
};

describe('content that is watched', () => {
  it('is updated once for files that are saved together, and announced', async () => {
    const announce = vi.fn();
    contentChanged.value = announce;
    await change(post, join(contentFolder, 'labs/x.yaml'));
    expect(queueUpdate).toHaveBeenCalledOnce();
    expect(announce).toHaveBeenCalledOnce();
    expect(set).not.toHaveBeenCalled();
    expect(queueRestart).not.toHaveBeenCalled();
  });

  it('is updated by who the site is', async () => {
    await change(siteFile);
    expect(queueUpdate).toHaveBeenCalledOnce();
    expect(queueRestart).not.toHaveBeenCalled();
  });

  it("is announced through Astro's own store where the fast build is switched off", async () => {
    await change(post);
    expect(set).toHaveBeenCalledOnce();
  });

  it('is read by a new thread after a change of the tools, and not at all after any other', async () => {
    await change(join(projectRoot, 'src/lib/engine.ts'));
    expect(queueRestart).toHaveBeenCalledOnce();
    await change(post);
    expect(queueRestart).toHaveBeenCalledOnce();
    expect(queueUpdate).toHaveBeenCalledTimes(2);
    await change(join(projectRoot, 'README.md'));
    expect(queueUpdate).toHaveBeenCalledTimes(2);
  });
});

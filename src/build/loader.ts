import { join, sep } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Kind } from '../lib/guide/front-matter.ts';
import { contentChanged } from './live-content.ts';
import { changedPosts } from './changed-posts.ts';
import { startUpdate, takePrefetched } from './prefetch.ts';
import type { CollectionEntry } from '../workspace/cache-collections.ts';
import { cacheCollection } from '../workspace/cache-collections.ts';
import { contentFolder, projectRoot } from '../workspace/paths.ts';
import type { Content } from './update.ts';

// Astro asks each collection's loader on its own, and a change of one file can touch several collections. So the content is
// brought up to date once for all of them, and each loader takes its share. The work is done in a thread: this file goes
// through Astro's bundler, and the engine shall not. Astro's own store stays empty: it makes a module of all that it stores and
// bundles that at every build, and while a site is served it writes half a second after a change.

type Share = (content: Content) => readonly CollectionEntry[];

export function postLoader(kind: Kind): Loader {
  return loader(kind, ({ posts }) =>
    posts.flatMap((post): CollectionEntry[] => {
      if (!post.path.startsWith(`src/content/${kind}/`) || !post.data) return [];
      const good = post.diagnostics.every(({ severity }) => severity !== 'error');
      return [{ id: post.data.slug, path: post.path, data: post, good }];
    }),
  );
}

export function bundleLoader(): Loader {
  return loader('bundles', ({ labworks }) =>
    labworks.map((data) => ({
      id: String(data.number),
      path: undefined,
      data,
      good: true,
    })),
  );
}

export function labLoader(): Loader {
  return loader('labs', ({ labs }) => labs.map((lab) => entryOf(lab, `src/content/labs/${lab.id}.yaml`)));
}

export function comparisonLoader(): Loader {
  return loader('comparisons', ({ comparisons }) =>
    comparisons.map((comparison) => entryOf(comparison, `src/content/comparisons/${comparison.id}.yaml`)),
  );
}

export function ruleLoader(): Loader {
  return loader('rules', ({ rules }) =>
    rules.map((rule) => ({ ...entryOf(rule, rule.path), good: rule.diagnostics.length === 0 })),
  );
}

export function accuracyLoader(): Loader {
  return loader('accuracy', ({ accuracy }) =>
    accuracy.map((report) => entryOf(report, `src/content/accuracy/${report.id}.json`)),
  );
}

/** JSON Schemas, which the engine makes of its own. */
export function schemaLoader(): Loader {
  return loader('schemas', ({ schemas }) =>
    schemas.map((data) => ({ id: data.id, path: undefined, data, good: true })),
  );
}

function entryOf(data: { readonly id: string }, path: string): CollectionEntry {
  return { id: data.id, path, data, good: true };
}

function loader(name: string, share: Share): Loader {
  return {
    name: `agnostic-${name}`,
    async load(context) {
      const { watcher } = context;
      const keep = (content: Content) =>
        cacheCollection(name, share(content), { serving: watcher !== undefined });
      keep(await upToDate(name, context));
      if (!watcher) return;
      subscribers.set(name, keep);
      watch(context);
    },
  };
}

let running: { readonly content: Promise<Content>; readonly taken: Set<string> } | undefined;

/** One update for all collections of a sync; a collection that asks again begins the next one. */
function upToDate(name: string, context: LoaderContext): Promise<Content> {
  if (!running || running.taken.has(name)) running = { content: update(context), taken: new Set() };
  running.taken.add(name);
  return running.content;
}

/** Kept while a site is served; its engine is warm. */
let thread: Worker | undefined;
/** Updates follow each other, so that the newest is the last. */
let turn: Promise<unknown> = Promise.resolve();

function update(context: LoaderContext): Promise<Content> {
  const mine = turn.then(() => updateNow(context));
  turn = mine.catch(() => undefined);
  return mine;
}

async function updateNow({ logger, watcher }: LoaderContext): Promise<Content> {
  const serving = watcher !== undefined;
  const update = (serving ? undefined : takePrefetched()) ?? startUpdate({ serving }, thread);
  thread = update.thread;
  let told = performance.now();
  update.onProgress = (done, total) => {
    const now = performance.now();
    if (done < total && now - told < 2000) return;
    logger.info(`${done} of ${total} changed posts read, checked and rendered`);
    told = now;
  };
  try {
    const content = await update.content;
    const { errors, warnings } = content;
    changedPosts.value = content.changed;
    if (warnings.count > 0) logger.warn(`\n\n${warnings.text}\n`);
    if (errors.count > 0 && !serving) throw new ContentError(errors);
    if (errors.count > 0) logger.error(`\n\n${errors.text}\n`);
    return content;
  } finally {
    if (serving) thread.unref();
    else void endThread();
  }
}

async function endThread(): Promise<void> {
  const last = thread;
  thread = undefined;
  await last?.terminate();
}

/** Ends a build. Its place in our own code says nothing to an author. */
class ContentError extends Error {
  override readonly name = 'ContentError';
  override readonly stack = '';
  constructor({ count, text }: Content['errors']) {
    super(`The content has ${count} error${count === 1 ? '' : 's'}.\n\n${text}\n`);
  }
}

const subscribers = new Map<string, (content: Content) => void>();
let watched: LoaderContext['watcher'];
let timer: NodeJS.Timeout | undefined;

/** What the thread runs; a change there needs a new one. */
const toolFolders = ['src/lib', 'src/workspace', 'src/site/posts', 'src/build'].map(
  (folder) => join(projectRoot, folder) + sep,
);

/**
 * While a site is served, any change of the content or of the tools brings all collections up to date. Files saved together are
 * taken together.
 */
function watch(context: LoaderContext): void {
  const { watcher, logger } = context;
  if (!watcher || watched === watcher) return;
  watched = watcher;
  watcher.add([contentFolder, ...toolFolders]);
  let toolsChanged = false;
  const again = async () => {
    if (toolsChanged) {
      toolsChanged = false;
      turn = turn.then(endThread);
    }
    const content = await update(context);
    for (const keep of subscribers.values()) keep(content);
    contentChanged.value?.();
  };
  watcher.on('all', (_event, path) => {
    const isTool = toolFolders.some((folder) => path.startsWith(folder));
    if (!isTool && !path.startsWith(contentFolder + sep)) return;
    toolsChanged ||= isTool;
    clearTimeout(timer);
    timer = setTimeout(() => {
      again().catch((error: unknown) => logger.error(String(error)));
    }, 30);
  });
}

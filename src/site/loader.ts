import { sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { Kind } from '../lib/guide/front-matter.ts';
import { digestOfValue } from './posts/digest.ts';
import { contentFolder } from './posts/places.ts';
import { reportText } from './posts/report.ts';
import type { Content } from './posts/update.ts';
import { updateContent } from './posts/update.ts';

// Astro asks each collection's loader on its own, and a change of one file can touch several collections. So the content is
// brought up to date once for all of them, and each loader takes its share.

interface Entry {
  readonly id: string;
  readonly digest: string;
  readonly path: string | undefined;
  readonly data: unknown;
  /** False while something in it is wrong; a running server then keeps what it had. */
  readonly good: boolean;
}

type Share = (content: Content) => readonly Entry[];

export function postLoader(kind: Kind): Loader {
  return loader(kind, ({ posts }) =>
    posts.flatMap((post): Entry[] => {
      if (!post.path.startsWith(`src/content/${kind}/`)) return [];
      const id = post.data?.slug ?? post.path;
      const good = post.data !== undefined && post.diagnostics.every(({ severity }) => severity !== 'error');
      return [{ id, digest: post.digest, path: post.path, data: post, good }];
    }),
  );
}

export function bundleLoader(): Loader {
  return loader('bundles', ({ labworks }) =>
    labworks.map((data) => ({
      id: String(data.number),
      digest: digestOfValue(data),
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

function entryOf(data: { readonly id: string; readonly digest: string }, path: string): Entry {
  return { id: data.id, digest: data.digest, path, data, good: true };
}

function loader(name: string, share: Share): Loader {
  return {
    name: `agnostic-${name}`,
    async load(context) {
      const { watcher } = context;
      fill(context, share(await upToDate(name, context)));
      if (!watcher) return;
      subscribers.set(name, (content) => fill(context, share(content)));
      watch(context);
    },
  };
}

/** Sets what is new or different and removes what is gone. */
function fill({ store, watcher }: LoaderContext, entries: readonly Entry[]): void {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { id, digest, path, data, good } of entries) {
    if (!good && watcher && store.has(id)) continue;
    store.set({
      id,
      digest,
      data: data as Record<string, unknown>,
      ...(path === undefined ? {} : { filePath: path }),
    });
  }
}

let running: { readonly content: Promise<Content>; readonly taken: Set<string> } | undefined;

/** One update for all collections of a sync; a collection that asks again begins the next one. */
function upToDate(name: string, context: LoaderContext): Promise<Content> {
  if (!running || running.taken.has(name)) running = { content: update(context), taken: new Set() };
  running.taken.add(name);
  return running.content;
}

async function update(context: LoaderContext): Promise<Content> {
  const { logger, watcher } = context;
  let told = performance.now();
  const content = await updateContent({
    stay: watcher !== undefined,
    onProgress(done, total) {
      const now = performance.now();
      if (done < total && now - told < 2000) return;
      if (total >= 50) logger.info(`${done} of ${total} changed posts read, checked and rendered`);
      told = now;
    },
  });
  tell(content, context);
  return content;
}

function tell({ diagnostics, files }: Content, { logger, watcher }: LoaderContext): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const others = diagnostics.filter(({ severity }) => severity !== 'error');
  const text = (list: readonly Diagnostic[]) => `\n\n${reportText(list, files)}\n`;
  if (others.length > 0) logger.warn(text(others));
  if (errors.length === 0) return;
  if (watcher) logger.error(text(errors));
  else
    throw new ContentError(
      `The content has ${errors.length} error${errors.length === 1 ? '' : 's'}.${text(errors)}`,
    );
}

/** Ends a build. Its place in our own code says nothing to an author. */
class ContentError extends Error {
  override readonly name = 'ContentError';
  override readonly stack = '';
}

const subscribers = new Map<string, (content: Content) => void>();
let watched: LoaderContext['watcher'];
let timer: NodeJS.Timeout | undefined;

/** In dev: any change below src/content brings all collections up to date. Files saved together are taken together. */
function watch(context: LoaderContext): void {
  const { watcher, logger } = context;
  if (!watcher || watched === watcher) return;
  watched = watcher;
  watcher.add(contentFolder);
  const again = () => {
    update(context).then(
      (content) => {
        for (const refill of subscribers.values()) refill(content);
      },
      (error: unknown) => logger.error(String(error)),
    );
  };
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(contentFolder + sep)) return;
    clearTimeout(timer);
    timer = setTimeout(again, 30);
  });
}

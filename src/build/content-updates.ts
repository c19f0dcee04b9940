import type { Worker } from 'node:worker_threads';
import type { LoaderContext } from 'astro/loaders';
import { changedPages } from './changed-pages.ts';
import type { ContentReport, DiagnosticSummary } from './content.ts';
import { contentErrors } from './error-overlay.ts';
import { consumePrefetched, startUpdate } from './prefetch.ts';
import { showsFuture } from './switch.ts';
import { diskProblem } from '../workspace/disk-problem.ts';

// The updates of a build or of a site that is served, one after the other. The work is done in a thread: this file goes through
// Astro's bundler, and the engine shall not.

/** Progress is logged so often, in milliseconds. */
const progressInterval = 2000;

let current: { readonly content: Promise<ContentReport>; readonly collections: Set<string> } | undefined;

/** Who asks for an update: a build, or a site that is served, which has a watcher. */
type UpdateContext = Pick<LoaderContext, 'logger'> & Partial<Pick<LoaderContext, 'watcher'>>;

/** One update for all collections of a sync; a collection that asks again starts the next one. */
export function currentContent(collection: string, context: LoaderContext): Promise<ContentReport> {
  if (!current || current.collections.has(collection))
    current = { content: queueUpdate(context), collections: new Set() };
  current.collections.add(collection);
  return current.content;
}

/** Updates follow each other, so that the newest is the last. */
let queue: Promise<unknown> = Promise.resolve();

export function queueUpdate(context: UpdateContext): Promise<ContentReport> {
  const content = queue.then(() => updateNow(context));
  queue = content.catch(() => undefined);
  return content;
}

/** Has the next update use a new thread: a thread runs the code that it was started with. */
export function queueRestart(): void {
  queue = queue.then(endThread);
}

/** Stays while a site is served; its engine is warm. */
let thread: Worker | undefined;

async function endThread(): Promise<void> {
  const ending = thread;
  thread = undefined;
  await ending?.terminate();
}

async function updateNow({ logger, watcher }: UpdateContext): Promise<ContentReport> {
  const serving = watcher !== undefined;
  const update =
    (serving ? undefined : consumePrefetched()) ?? startUpdate({ serving, future: showsFuture() }, thread);
  thread = update.thread;
  let reportedAt = performance.now();
  update.onProgress = (done, total) => {
    const now = performance.now();
    if (done < total && now - reportedAt < progressInterval) return;
    logger.info(`${done} of ${total} changed posts read, checked and rendered`);
    reportedAt = now;
  };
  try {
    const content = await update.content;
    const { errors, warnings, notes } = content;
    changedPages.value = content.changed;
    if (notes.count > 0) logger.info(`\n\n${notes.text}\n`);
    if (warnings.count > 0) logger.warn(`\n\n${warnings.text}\n`);
    if (errors.count > 0 && !serving) throw new ContentError(errors);
    if (errors.count > 0) logger.error(`\n\n${errors.text}\n`);
    contentErrors.value = errors.count > 0 ? errors : undefined;
    return content;
  } catch (error) {
    // Of the tools, or of this machine.
    if (serving) {
      const text = error instanceof Error ? error.stack! : String(error);
      contentErrors.value = { count: 1, text: diskProblem(text) ?? text };
    }
    throw error;
  } finally {
    if (serving) thread.unref();
    else void endThread();
  }
}

/** Ends a build. Its place in our own code says nothing to an author. */
class ContentError extends Error {
  override readonly name = 'ContentError';
  override readonly stack = '';
  constructor({ count, text }: DiagnosticSummary) {
    super(`The content has ${count} error${count === 1 ? '' : 's'}.\n\n${text}\n`);
  }
}

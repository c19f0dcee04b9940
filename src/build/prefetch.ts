import type { Worker } from 'node:worker_threads';
import { sharedValue } from './shared-value.ts';
import type { OnProgress } from './threads.ts';
import { ask, startThread } from './threads.ts';
import type { Content, UpdateQuestion } from './update.ts';

// A build begins with seconds in which Astro gets ready on one core. The content can be brought up to date meanwhile: the
// build begins that before it starts Astro, and the content loader takes it over.

/** An update that is under way. */
export interface Update {
  readonly thread: Worker;
  readonly content: Promise<Content>;
  /** Told how far it is; replace it to be told. */
  onProgress: OnProgress;
}

const begun = sharedValue<Update>('begun-update');

/** Brings the content up to date in a thread of its own. */
export function startUpdate(question: UpdateQuestion, thread = startThread('update-thread.ts')): Update {
  const update: Update = {
    thread,
    content: ask<UpdateQuestion, Content>(thread, question, (done, total) => update.onProgress(done, total)),
    onProgress: () => undefined,
  };
  return update;
}

/** Begins the update of a build. Nobody need take it over: it does not keep the process running. */
export function prefetchContent(): Update {
  const update = startUpdate({ serving: false });
  update.thread.unref();
  // Whoever takes it over hears of it.
  update.content.catch(() => undefined);
  begun.value = update;
  return update;
}

/** The update that was begun; undefined where there is none, or it was taken before. */
export function takePrefetched(): Update | undefined {
  const update = begun.value;
  begun.value = undefined;
  update?.thread.ref();
  return update;
}

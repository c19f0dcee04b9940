import type { Worker } from 'node:worker_threads';
import type { ContentReport, UpdateRequest } from './content.ts';
import { showsFuture } from './switch.ts';
import { sharedValue } from './shared-value.ts';
import type { OnProgress } from '../jobs/threads.ts';
import { request, startThread } from '../jobs/threads.ts';

// A build begins with seconds in which Astro gets ready on one core. The content can be brought up to date meanwhile: the
// build starts that before it starts Astro, and the content loader consumes it.

/** An update that is under way. */
export interface Update {
  readonly thread: Worker;
  readonly content: Promise<ContentReport>;
  /** Called with how far it is; assign a listener to it. */
  onProgress: OnProgress;
}

const prefetched = sharedValue<Update>('prefetched-update');

/** Brings the content up to date in a thread of its own. */
export function startUpdate(payload: UpdateRequest, thread = startThread('build/update-thread.ts')): Update {
  const update: Update = {
    thread,
    content: request<UpdateRequest, ContentReport>(thread, payload, (done, total) =>
      update.onProgress(done, total),
    ),
    onProgress: () => undefined,
  };
  return update;
}

/** Starts the update of a build. Nobody need consume it: it does not keep the process running. */
export function prefetchContent(): Update {
  const update = startUpdate({ serving: false, future: showsFuture() });
  update.thread.unref();
  // Whoever consumes it gets the error.
  update.content.catch(() => undefined);
  prefetched.value = update;
  return update;
}

/** The prefetched update; undefined where there is none, or it was consumed before. */
export function consumePrefetched(): Update | undefined {
  const update = prefetched.value;
  prefetched.value = undefined;
  update?.thread.ref();
  return update;
}

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Job, JobResult } from './job.ts';
import { projectRoot } from './places.ts';

/** Below this many posts a second thread takes longer to start than it saves. */
const worthASecondThread = 50;
/** Posts in one job: enough to be worth a message, few enough that the threads end together. */
const batchSize = 25;
/** The more threads, the more memory; posts are no reason for more than this. */
const mostThreads = 4;

export interface WorkersOptions {
  /** Keeps one thread for the next call, as `astro dev` wants it. */
  readonly stay?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

let waiting: Worker | undefined;

/**
 * Does a job in worker threads. They run the engine's TypeScript as it is, whatever bundler the caller came through, and the
 * memory they took is given back when they end.
 */
export async function runJob(
  job: Job,
  { stay = false, onProgress }: WorkersOptions = {},
): Promise<JobResult> {
  const batches = batchesOf(job);
  const total = job.groups.reduce((sum, { posts }) => sum + posts.length, 0);
  const threads =
    total < worthASecondThread ? 1 : Math.min(availableParallelism(), mostThreads, batches.length);
  const results: JobResult[] = [];
  let done = 0;
  const work = async () => {
    const worker = waiting ?? startWorker();
    waiting = undefined;
    try {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        const result = await ask(worker, batch);
        results.push(result);
        done += result.posts.length;
        onProgress?.(done, total);
      }
    } catch (error) {
      batches.length = 0;
      await worker.terminate();
      throw error;
    }
    if (stay && !waiting) {
      waiting = worker;
      worker.unref();
    } else await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.max(threads, 1) }, work));
  return {
    posts: results.flatMap(({ posts }) => posts),
    labworks: results.flatMap(({ labworks }) => labworks),
    rules: results.flatMap(({ rules }) => rules),
  };
}

/** Ends the thread that was kept; the next call runs the engine as it is then on the disk. */
export async function endWorkers(): Promise<void> {
  const worker = waiting;
  waiting = undefined;
  await worker?.terminate();
}

function startWorker(): Worker {
  return new Worker(join(projectRoot, 'src/site/posts/worker.ts'), {
    // Flags of the caller, such as a bundler's loader hooks, are not for the engine.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
}

function ask(worker: Worker, job: Job): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (answer: { readonly result?: JobResult; readonly error?: string }) =>
      settle(() => (answer.result ? resolve(answer.result) : reject(new Error(answer.error))));
    const onError = (error: unknown) => settle(() => reject(error as Error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`A worker thread ended unasked with code ${code}.`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

/** The job in shares of about `batchSize` posts; a group is never split. Rules go with the last share. */
function batchesOf({ labs, groups, rules }: Job): Job[] {
  const batches: Job[] = [];
  let open: Job['groups'][number][] = [];
  let size = 0;
  const close = () => {
    if (open.length > 0) batches.push({ labs, groups: open, rules: [] });
    open = [];
    size = 0;
  };
  for (const group of groups) {
    open.push(group);
    size += group.posts.length;
    if (size >= batchSize) close();
  }
  close();
  return rules.length > 0 || batches.length === 0 ? [...batches, { labs, groups: [], rules }] : batches;
}

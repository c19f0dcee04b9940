import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Job, JobResult } from './job.ts';
import type { OnProgress } from './threads.ts';
import { ask, startThread } from './threads.ts';

/** Below this many posts more threads take longer to start than they save. */
const worthThreads = 50;
/** Posts in one job: enough to be worth a message, few enough that the threads end together. */
const batchSize = 25;
/** The more threads, the more memory; posts are no reason for more than this. */
const mostThreads = 4;

/** Does a job: a small one in this thread, a large one in several, of which this is one. */
export async function runJob(job: Job, onProgress?: OnProgress): Promise<JobResult> {
  const total = job.groups.reduce((sum, { posts }) => sum + posts.length, 0);
  const batches = total < worthThreads ? [job] : batchesOf(job);
  const results: JobResult[] = [];
  let done = 0;
  const work = async (doBatch: (batch: Job) => Promise<JobResult>) => {
    try {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        const result = await doBatch(batch);
        results.push(result);
        done += result.posts.length;
        onProgress?.(done, total);
      }
    } finally {
      // After a failure, what is left need not be begun.
      batches.length = 0;
    }
  };
  const workInThread = async () => {
    const thread = startThread('job-thread.ts');
    try {
      await work((batch) => ask<Job, JobResult>(thread, batch));
    } finally {
      // Its memory takes a while to be given back; nobody need wait for that.
      void thread.terminate();
    }
  };
  const workHere = async () => {
    // Loaded when there is work: a highlighter and a parser are slow to start.
    const { doJob } = await import('./do-job.ts');
    await work(async (batch) => {
      // The other threads wait for their next batch.
      await setImmediate();
      return doJob(batch);
    });
  };
  const others = Math.min(availableParallelism(), mostThreads, batches.length) - 1;
  await Promise.all([...Array.from({ length: others }, workInThread), workHere()]);
  return {
    posts: results.flatMap(({ posts }) => posts),
    labworks: results.flatMap(({ labworks }) => labworks),
    rules: results.flatMap(({ rules }) => rules),
  };
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
  return rules.length > 0 ? [...batches, { labs, groups: [], rules }] : batches;
}

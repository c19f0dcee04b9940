import { availableParallelism } from 'node:os';
import type { Job, JobResult } from './job.ts';
import type { OnProgress } from './threads.ts';
import { request, startThread } from './threads.ts';
import { createWorkQueue } from './work-queue.ts';

/** Below this many posts more threads take longer to start than they save. */
const minPostsForThreads = 50;
/** The more threads, the more memory; posts are no reason for more than this. */
const maxThreads = 4;

/** Does a job: a small one in this thread, a large one in several, of which this is one. */
export async function runJob(work: Omit<Job, 'queue'>, onProgress?: OnProgress): Promise<JobResult> {
  const job: Job = { ...work, queue: createWorkQueue() };
  const total = postsIn(job);
  const threads =
    total < minPostsForThreads ? 1 : Math.min(availableParallelism(), maxThreads, job.groups.length);
  let reported = 0;
  const report = (done: number) => {
    reported = done;
    onProgress?.(done, total);
  };
  const others = Array.from({ length: threads - 1 }, () => doInThread(job));
  const results = await Promise.all([doHere(job, report), ...others]);
  // Another thread may have done the last of it.
  if (reported < total) report(total);
  return {
    posts: results.flatMap(({ posts }) => posts),
    labworks: results.flatMap(({ labworks }) => labworks),
    rules: results.flatMap(({ rules }) => rules),
  };
}

function postsIn({ groups }: Job): number {
  return groups.reduce((sum, { posts }) => sum + posts.length, 0);
}

async function doHere(job: Job, onDone: (posts: number) => void): Promise<JobResult> {
  // Loaded when there is work: a highlighter and a parser are slow to start.
  const { doJob } = await import('./do-job.ts');
  return doJob(job, onDone);
}

async function doInThread(job: Job): Promise<JobResult> {
  const thread = startThread('job-thread.ts');
  try {
    return await request<Job, JobResult>(thread, job);
  } finally {
    // Its memory takes a while to be given back; nobody need wait for that.
    void thread.terminate();
  }
}

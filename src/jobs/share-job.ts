import { availableParallelism } from 'node:os';
import { request, startThread } from './threads.ts';

/** Below this many posts more threads take longer to start than they save. */
const minPostsForThreads = 50;
/** The more threads, the more memory; posts are no reason for more than this. */
const maxThreads = 4;

/** Who does a job, whose items all claim from one queue that is part of it. */
interface JobDoers<Job, Result> {
  readonly posts: number;
  readonly groups: number;
  /** Does its share in this thread. */
  readonly here: (job: Job) => Promise<Result>;
  /** What another thread runs; see `startThread`. */
  readonly script: string;
}

/** Does a job: a small one in this thread, a large one in several, of which this is one. Gives the share of each. */
export async function shareJob<Job, Result>(
  job: Job,
  { posts, groups, here, script }: JobDoers<Job, Result>,
): Promise<Result[]> {
  const threads = posts < minPostsForThreads ? 1 : Math.min(availableParallelism(), maxThreads, groups);
  const others = Array.from({ length: threads - 1 }, () => doInThread<Job, Result>(job, script));
  return Promise.all([here(job), ...others]);
}

async function doInThread<Job, Result>(job: Job, script: string): Promise<Result> {
  const thread = startThread(script);
  try {
    return await request<Job, Result>(thread, job);
  } finally {
    // Its memory takes a while to be given back; nobody need wait for that.
    void thread.terminate();
  }
}

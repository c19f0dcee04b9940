import { shareJob } from '../jobs/share-job.ts';
import type { OnProgress } from '../jobs/threads.ts';
import { createWorkQueue } from '../jobs/work-queue.ts';
import type { Job, JobResult } from './job.ts';

/** Does a job; see `share-job.ts`. */
export async function runJob(work: Omit<Job, 'queue'>, onProgress?: OnProgress): Promise<JobResult> {
  const job: Job = { ...work, queue: createWorkQueue() };
  const total = postsIn(job);
  let reported = 0;
  const report = (done: number) => {
    reported = done;
    onProgress?.(done, total);
  };
  const results = await shareJob<Job, JobResult>(job, {
    posts: total,
    groups: job.groups.length,
    here: () => doHere(job, report),
    script: 'build/job-thread.ts',
  });
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

import { parentPort } from 'node:worker_threads';
import { doJob } from './do-job.ts';
import type { Job } from './job.ts';

// A worker thread of `workers.ts`: one job in, one result out.

parentPort?.on('message', (job: Job) => {
  doJob(job).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) =>
      parentPort?.postMessage({ error: error instanceof Error ? error.stack : String(error) }),
  );
});

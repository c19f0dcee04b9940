import { doJob } from './do-job.ts';
import type { Job } from './job.ts';
import { handleRequests } from '../jobs/threads.ts';

// One of the threads of `run-job.ts`.

handleRequests((job: Job) => doJob(job));

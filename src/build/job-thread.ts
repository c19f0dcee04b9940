import { doJob } from './do-job.ts';
import type { Job } from './job.ts';
import { answerWith } from './threads.ts';

// One of the threads of `run-job.ts`.

answerWith((job: Job) => doJob(job));

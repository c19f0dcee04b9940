import { doJob } from './do-job.ts';
import { answerWith } from './threads.ts';

// One of the threads of `run-job.ts`.

answerWith(doJob);

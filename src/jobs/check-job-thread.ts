import { createEngine } from '../lib/engine.ts';
import { loadCatalogue } from '../workspace/facts.ts';
import type { CheckJob } from './check-job.ts';
import { doCheckJob } from './check-job.ts';
import { handleRequests } from './threads.ts';

// One of the threads of `check-content-posts.ts`.

const engine = createEngine({ catalogue: loadCatalogue() });

handleRequests((job: CheckJob) => Promise.resolve(doCheckJob(job, engine)));

import type { StatusEvent } from '../lib/ledger/releases/status.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { PostGroup } from '../site/posts/make-posts.ts';
import type { LabworkSummary, PostSummary, RuleSummary } from '../site/posts/records.ts';
import type { Source } from '../workspace/content.ts';
import type { WorkQueue } from '../jobs/work-queue.ts';

/** What is to be made. Every thread is given the same, and claims groups, then rules, from the queue. */
export interface Job {
  /** Where the site is published: bundles carry it. */
  readonly address: string;
  /** The day on which it is decided what is published, as `publicationOf` takes it. */
  readonly asOf: string | undefined;
  readonly labs: readonly Lab[];
  /** What was released, by the numbers of labworks. */
  readonly releases?: ReadonlyMap<number, readonly StatusEvent[]> | undefined;
  readonly groups: readonly PostGroup[];
  readonly rules: readonly (Source & { readonly digest: string })[];
  readonly queue: WorkQueue;
}

/** What a thread hands back of its share; bodies and zips are already on the disk. */
export interface JobResult {
  readonly posts: readonly PostSummary[];
  readonly labworks: readonly LabworkSummary[];
  readonly rules: readonly RuleSummary[];
}

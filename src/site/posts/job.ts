import type { Lab } from '../../lib/lab/lab.ts';
import type { Group } from './make-posts.ts';
import type { LabworkSummary, PostSummary, RuleSummary } from './records.ts';
import type { Source } from './sources.ts';

/** A share of the work that a worker does in one go. */
export interface Job {
  readonly labs: readonly Lab[];
  readonly groups: readonly Group[];
  readonly rules: readonly (Source & { readonly digest: string })[];
}

/** What is handed back; bodies and zips are already on the disk. */
export interface JobResult {
  readonly posts: readonly PostSummary[];
  readonly labworks: readonly LabworkSummary[];
  readonly rules: readonly RuleSummary[];
}

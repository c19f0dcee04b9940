import type { Lab } from '../../lib/lab/lab.ts';
import type { Group } from './make-posts.ts';
import type { LabworkSummary, PostSummary, RuleSummary } from './records.ts';
import type { Source } from './sources.ts';
import type { Turns } from './turns.ts';

/** What is to be made. Every thread is given the same, and takes groups, then rules, as its turn comes. */
export interface Job {
  readonly labs: readonly Lab[];
  readonly groups: readonly Group[];
  readonly rules: readonly (Source & { readonly digest: string })[];
  readonly turns: Turns;
}

/** What a thread hands back of its share; bodies and zips are already on the disk. */
export interface JobResult {
  readonly posts: readonly PostSummary[];
  readonly labworks: readonly LabworkSummary[];
  readonly rules: readonly RuleSummary[];
}

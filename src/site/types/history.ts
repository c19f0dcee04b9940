import type { RevisionView } from './correction.ts';

/** A post, lab or comparison that has revisions to be compared. */
export interface HistoryView {
  /** `/field-notes/a-review/`; undefined of what has no page of its own. */
  readonly url: string | undefined;
  readonly title: string;
  /** `Field notes`, `Lab` */
  readonly label: string;
  /** Newest first. */
  readonly revisions: readonly RevisionView[];
  readonly withdrawal: RevisionView | undefined;
  /** Changes with its comparisons, which lie under it in a pack with those of others. */
  readonly digest: string;
  readonly pack: string;
}

/** What changed between two revisions of a subject. */
export interface RevisionComparison {
  readonly from: number;
  readonly to: number;
  /** How many passages. */
  readonly changes: number;
  /** Its lines as HTML, what stayed folded. */
  readonly html: string;
}

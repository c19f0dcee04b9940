import type { PostDataOf } from '../../lib/guide/front-matter.ts';
import type { CorrectionSeverity, RevisionClass } from '../../lib/ledger/revision.ts';

/** A passage that was wrong: what stood there and what stands there now, either empty where there was nothing or nothing is left. */
export interface ChangeView {
  readonly id: string;
  readonly was: string;
  readonly now: string;
  /** Lines of code. */
  readonly code: boolean;
  /** What begins a comment among them; undefined where they are no commands. */
  readonly comment: string | undefined;
  /** Where the post is marked; undefined where it has no such mark: what is corrected stands above its body. */
  readonly anchor: string | undefined;
}

/** A correction as the corrected post, `/corrections/` and the Debug File show it; all from the Debug File's record. */
export interface CorrectionView {
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly date: string;
  readonly class: PostDataOf<'debug'>['class'];
  readonly severity: PostDataOf<'debug'>['severity'];
  readonly reportedBy: PostDataOf<'debug'>['reportedBy'];
  readonly entry: string;
  readonly changes: readonly ChangeView[];
  readonly revision: number;
  readonly subject: {
    /** Undefined of what has no page of its own. */
    readonly url: string | undefined;
    readonly title: string;
    /** The day of a post. */
    readonly date: string | undefined;
  };
}

/** One state of a post, lab or comparison, in its changelog. */
export interface RevisionView {
  readonly number: number;
  readonly date: string;
  readonly class: RevisionClass;
  /** Of a correction. */
  readonly severity: CorrectionSeverity | undefined;
  readonly summary: string;
  /** Name and role. */
  readonly reportedBy: string | undefined;
  /** Of a labwork's part: the release of the bundle that carries it. */
  readonly release: string | undefined;
  /** Of the Debug File. */
  readonly url: string | undefined;
  /** Where it is shown what changed; undefined of the first one. */
  readonly changes: string | undefined;
}

/** How much a reader can rely on a post: it was found wrong and put right, or taken back. */
export type Standing = 'corrected' | 'withdrawn';

/** A revision in the list of all corrections. */
export interface CorrectionEntry extends RevisionView {
  readonly subject: {
    /** Undefined of what has no page of its own. */
    readonly url: string | undefined;
    readonly title: string;
    readonly label: string;
    /** `labworks`, `labs` */
    readonly kind: string;
  };
  /** Of a part of one. */
  readonly labwork: number | undefined;
  /** Days since it was published. */
  readonly days: number;
}

/** A page of a list of corrections. */
export interface CorrectionsPage {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** The number of the only labwork that they are of. */
  readonly labwork: number | undefined;
  readonly view: CorrectionsView;
}

/** All corrections, or those of one labwork or of one kind, or a part of a list that is too long for one page. */
export interface CorrectionsView {
  /** Newest first. */
  readonly entries: readonly CorrectionEntry[];
  /** How many the list has on all of its pages; a page of older ones counts its own. */
  readonly total: number;
  /** What they can be told apart by, with how many there are of each; none that all or nothing has. */
  readonly filters: readonly CorrectionFilter[];
  /** Half of all that was wrong was put right within so many days; undefined where nothing was. */
  readonly days: number | undefined;
  /** The labworks that have some, in the order of their numbers. */
  readonly labworks: readonly { readonly number: number; readonly url: string; readonly count: number }[];
  /** The list that these are chosen from, by a filter or by their age. */
  readonly whole: string | undefined;
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

export interface CorrectionFilter {
  readonly name: 'class' | 'severity' | 'kind';
  readonly title: string;
  readonly values: readonly {
    readonly value: string;
    readonly title: string;
    readonly count: number;
    /** Where those are that have it; undefined where the page itself shows them alone. */
    readonly url?: string;
  }[];
}

import type { PostDataOf } from '../../lib/guide/front-matter.ts';

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
  readonly changes: PostDataOf<'debug'>['changes'];
  readonly revision: number;
  readonly post: { readonly url: string; readonly title: string; readonly date: string };
}

/** One state of a post, in its changelog. */
export interface RevisionView {
  readonly number: number;
  readonly date: string;
  readonly class: 'published' | PostDataOf<'debug'>['class'];
  readonly summary: string;
  readonly reportedBy: string | undefined;
  readonly url: string | undefined;
}

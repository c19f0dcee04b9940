import type { PostData } from './front-matter.ts';

/** Whether readers are shown a post; `scheduled`: not before the day it is dated. */
export type Publication = 'published' | 'draft' | 'scheduled';

/**
 * The one place that says which posts are published. `today` is a day such as `2014-04-21`; without one, every day has come. A draft
 * is a draft whatever its date.
 */
export function publicationOf(
  { draft, date }: Pick<PostData, 'draft' | 'date'>,
  today: string | undefined,
): Publication {
  if (draft) return 'draft';
  // Days are written so that they sort as texts do.
  return today !== undefined && date > today ? 'scheduled' : 'published';
}

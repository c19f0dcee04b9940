import type { PostDataOf } from '../../lib/guide/front-matter.ts';
import type { PostView } from '../../site/types/post.ts';

/** What the calls in a body may need of its post. */
export interface BodyContext extends Pick<
  PostView,
  'blocks' | 'lab' | 'comparisons' | 'figures' | 'corrections' | 'labwork' | 'reply'
> {
  readonly reading: PostDataOf<'labworks'>['reading'];
}

export function contextOf(post: PostView): BodyContext {
  const { blocks, lab, comparisons, figures, corrections, labwork, reply, data } = post;
  const reading = data.kind === 'labworks' ? data.reading : [];
  return { blocks, lab, comparisons, figures, corrections, labwork, reply, reading };
}

/** For pieces of text outside a post. */
export const noContext: BodyContext = {
  blocks: {},
  lab: undefined,
  comparisons: {},
  figures: {},
  corrections: [],
  labwork: undefined,
  reply: undefined,
  reading: [],
};

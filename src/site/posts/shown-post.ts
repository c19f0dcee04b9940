import type { DatedPost } from './records.ts';

/** What pages are given of a post: nothing of what only the check of the whole asks for. */
export type ShownPost = Omit<
  DatedPost,
  'textDigest' | 'membership' | 'fields' | 'links' | 'anchors' | 'projection' | 'diagnostics'
>;

export function shownPost(post: DatedPost): ShownPost {
  const { textDigest, membership, fields, links, anchors, projection, diagnostics, ...shown } = post;
  return shown;
}

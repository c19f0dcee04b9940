import type { Post, SiteCorpus } from './corpus.ts';
import { postLink } from './post-link.ts';
import { changelogOf, standingOf } from './revisions.ts';
import type { PostLink } from './types/post-link.ts';

/** A post as lists have it: with what has become of it since. */
export function listedPost(corpus: SiteCorpus, post: Post): PostLink {
  const standing = standingOf(changelogOf(corpus, post));
  return standing === undefined ? postLink(post) : { ...postLink(post), standing };
}

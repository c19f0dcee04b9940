import { sharedValue } from './shared-value.ts';

/** Paths of the posts that the latest update of the content made anew. */
export const changedPosts = sharedValue<readonly string[]>('changed-posts');

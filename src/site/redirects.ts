import type { ShownPost } from './posts/shown-post.ts';
import type { Redirect } from './types/redirect.ts';

/** The old addresses of posts that are shown, in a steady order. */
export function redirectsOf(posts: readonly ShownPost[]): Redirect[] {
  const all = posts.flatMap(({ data, aliases }) =>
    data
      ? aliases.map((from) => ({
          from,
          to: `/${data.kind}/${data.slug}/`,
          title: data.title,
        }))
      : [],
  );
  return all.sort((a, b) => (a.from < b.from ? -1 : 1));
}

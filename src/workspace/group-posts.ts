import type { Guide } from '../lib/guide/guide.ts';

/** What is checked together: the parts of one labwork, every other post alone; groups and their posts in the order they come. */
export function groupByLabwork<Post>(
  posts: readonly Post[],
  labworkOf: (post: Post) => number | undefined,
): Post[][] {
  const groups: Post[][] = [];
  const labworks = new Map<number, Post[]>();
  for (const post of posts) {
    const labwork = labworkOf(post);
    const group = labwork === undefined ? undefined : labworks.get(labwork);
    if (group) {
      group.push(post);
      continue;
    }
    const opened = [post];
    groups.push(opened);
    if (labwork !== undefined) labworks.set(labwork, opened);
  }
  return groups;
}

/** Guides as the engine checks them: in groups, the parts of a labwork in their order. */
export function groupGuides(guides: readonly Guide[]): Guide[][] {
  return groupByLabwork(guides, labworkOf).map(inPartOrder);
}

/** The number of the labwork that a post is a part of. */
export function labworkOf({ data }: Pick<Guide, 'data'>): number | undefined {
  return data?.kind === 'labworks' ? data.labwork : undefined;
}

/** 0 where a post is no part of a labwork. */
export function partOf({ data }: Pick<Guide, 'data'>): number {
  return data?.kind === 'labworks' ? data.part : 0;
}

export function inPartOrder<Post extends Pick<Guide, 'data'>>(guides: Iterable<Post>): Post[] {
  return [...guides].sort((a, b) => partOf(a) - partOf(b));
}

import type { Guide } from '../lib/guide/guide.ts';
import { readMembership } from '../lib/engine.ts';

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

/** What of a post says where it belongs: its path and its text. */
type GroupedPost = Pick<Guide, 'file'>;

/** Guides as the engine checks them: in groups, the parts of a labwork in their order. */
export function groupGuides(guides: readonly Guide[]): Guide[][] {
  return groupByLabwork(guides, labworkOf).map(inPartOrder);
}

/** The number of the labwork that a post is a part of, whatever else is wrong with it: the build groups by the same reading. */
export function labworkOf({ file }: GroupedPost): number | undefined {
  return readMembership(file.path, file.text).labwork;
}

/** 0 where a post is no part of a labwork, or does not say which. */
export function partOf({ file }: GroupedPost): number {
  return readMembership(file.path, file.text).part ?? 0;
}

export function inPartOrder<Post extends GroupedPost>(guides: Iterable<Post>): Post[] {
  const numbered = [...guides].map((guide) => ({ guide, part: partOf(guide) }));
  return numbered.sort((a, b) => a.part - b.part).map(({ guide }) => guide);
}

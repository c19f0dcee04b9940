import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/lib/guide/guide.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { groupByLabwork, groupGuides, labworkOf, partOf } from '../../src/workspace/group-posts.ts';

const guide = (path: string, frontMatter: string) =>
  ({ file: createSourceFile(path, `---\n${frontMatter}\n---\n`) }) as unknown as Guide;
const part = (labwork: number, number: number) =>
  guide('labworks/part.mdx', `labwork: ${labwork}\npart: ${number}`);
const other = guide('debug/other.mdx', 'labwork: 7');
const broken = guide('labworks/broken.mdx', 'labwork: [');

describe('posts that are checked together', () => {
  it('are the parts of one labwork, where the first of them stands; every other post is alone', () => {
    const posts = ['a1', 'x', 'b1', 'a2', 'y'];
    const labworks: Readonly<Record<string, number>> = { a: 0, b: 2 };
    expect(groupByLabwork(posts, (post) => labworks[post[0]!])).toEqual([['a1', 'a2'], ['x'], ['b1'], ['y']]);
  });

  it('come in the order of their parts, the first of two that say the same number first', () => {
    const [second, first, again] = [part(2, 2), part(2, 1), part(2, 2)];
    expect(groupGuides([second, other, first, again])).toEqual([[first, second, again], [other]]);
    expect(groupGuides([second, other, first, again])[0]![1]).toBe(second);
  });

  it('know what they are a part of, whatever is wrong with them', () => {
    expect([part(7, 3), other, broken].map(labworkOf)).toEqual([7, undefined, undefined]);
    expect([part(7, 3), other, broken].map(partOf)).toEqual([3, 0, 0]);
    // It has no title, no date and no steps, and is a part of its labwork all the same.
    expect(labworkOf(guide('labworks/poor.mdx', 'labwork: 7'))).toBe(7);
    expect(groupGuides([broken, broken])).toHaveLength(2);
  });
});

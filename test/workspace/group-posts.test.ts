import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/lib/guide/guide.ts';
import { groupByLabwork, groupGuides, labworkOf, partOf } from '../../src/workspace/group-posts.ts';

const part = (labwork: number, number: number) =>
  ({ data: { kind: 'labworks', labwork, part: number } }) as unknown as Guide;
const other = { data: { kind: 'debug' } } as unknown as Guide;
const broken = { data: undefined } as unknown as Guide;

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
    expect(groupGuides([broken, broken])).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import { addCompleted, createWorkQueue, closeQueue, claimItems } from '../../src/jobs/work-queue.ts';

describe('a work queue', () => {
  it('gives each item to one of those who claim them, in order', () => {
    const queue = createWorkQueue();
    const [a, b] = [claimItems(queue, 5), claimItems(queue, 5)];
    const next = (claims: typeof a) => claims.next().value;
    expect([next(a), next(b), next(b), next(a), next(b)]).toEqual([0, 1, 2, 3, 4]);
    expect([a.next().done, b.next().done]).toEqual([true, true]);
  });

  it('is closed for all when one closes it', () => {
    const queue = createWorkQueue();
    expect(claimItems(queue, 3).next().value).toBe(0);
    closeQueue(queue, 3);
    expect([...claimItems(queue, 3)]).toEqual([]);
  });

  it('counts what is completed', () => {
    const queue = createWorkQueue();
    expect([addCompleted(queue, 2), addCompleted(queue, 3)]).toEqual([2, 5]);
  });
});

import { describe, expect, it } from 'vitest';
import { addDone, createWorkQueue, closeQueue, takeItems } from '../../src/build/work-queue.ts';

describe('a work queue', () => {
  it('fall to one of those who take them, in order', () => {
    const queue = createWorkQueue();
    const [a, b] = [takeItems(queue, 5), takeItems(queue, 5)];
    const next = (taker: typeof a) => taker.next().value;
    expect([next(a), next(b), next(b), next(a), next(b)]).toEqual([0, 1, 2, 3, 4]);
    expect([a.next().done, b.next().done]).toEqual([true, true]);
  });

  it('end for all when one stops them', () => {
    const queue = createWorkQueue();
    expect(takeItems(queue, 3).next().value).toBe(0);
    closeQueue(queue, 3);
    expect([...takeItems(queue, 3)]).toEqual([]);
  });

  it('are counted by what was done', () => {
    const queue = createWorkQueue();
    expect([addDone(queue, 2), addDone(queue, 3)]).toEqual([2, 5]);
  });
});

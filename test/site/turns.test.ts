import { describe, expect, it } from 'vitest';
import { addDone, startTurns, stopTurns, takeTurns } from '../../src/site/posts/turns.ts';

describe('turns', () => {
  it('fall to one of those who take them, in order', () => {
    const turns = startTurns();
    const [a, b] = [takeTurns(turns, 5), takeTurns(turns, 5)];
    const next = (taker: typeof a) => taker.next().value;
    expect([next(a), next(b), next(b), next(a), next(b)]).toEqual([0, 1, 2, 3, 4]);
    expect([a.next().done, b.next().done]).toEqual([true, true]);
  });

  it('end for all when one stops them', () => {
    const turns = startTurns();
    expect(takeTurns(turns, 3).next().value).toBe(0);
    stopTurns(turns, 3);
    expect([...takeTurns(turns, 3)]).toEqual([]);
  });

  it('are counted by what was done', () => {
    const turns = startTurns();
    expect([addDone(turns, 2), addDone(turns, 3)]).toEqual([2, 5]);
  });
});

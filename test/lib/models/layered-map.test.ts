import { describe, expect, it } from 'vitest';
import { changed, changedKeys } from '../../../src/lib/models/layered-map.ts';
import { createChance } from '../../chance.ts';

describe('a map with other values', () => {
  it('is what a Map is after the same, order included, and leaves the one before as it was', () => {
    const chance = createChance(5);
    for (let round = 0; round < 5; round++) {
      let map: ReadonlyMap<number, string> = new Map();
      const plain = new Map<number, string>();
      for (let step = 0; step < 400; step++) {
        const before = map;
        const entriesBefore = [...before];
        const entries = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => {
          const key = Math.floor(chance() * 300);
          return [key, chance() < 0.3 ? undefined : `${String(step)} ${String(key)}`] as const;
        });
        map = changed(map, entries);
        for (const [key, value] of entries) {
          if (value === undefined) plain.delete(key);
          else plain.set(key, value);
        }
        if (step % 20 === 0) {
          expect([...map]).toEqual([...plain]);
          expect([...map.keys()]).toEqual([...plain.keys()]);
          expect([...map.values()]).toEqual([...plain.values()]);
          expect(map.size).toBe(plain.size);
          expect([...before]).toEqual(entriesBefore);
        }
        for (const [key] of entries) {
          expect(map.get(key)).toBe(plain.get(key));
          expect(map.has(key)).toBe(plain.has(key));
        }
      }
    }
  });

  it('tells the keys that may differ', () => {
    const base: ReadonlyMap<number, number> = new Map(Array.from({ length: 1000 }, (_, key) => [key, key]));
    const one = changed(base, [[3, 4]]);
    const other = changed(one, [[5, undefined]]);
    expect([...changedKeys(one, other)!].sort()).toEqual([3, 5]);
    expect([...changedKeys(one, one)!]).toEqual([3]);
    expect(changedKeys(base, new Map(base))).toBeUndefined();
  });

  it('tells them from each map to the next, also where a layer was worked in between', () => {
    const chance = createChance(6);
    let map: ReadonlyMap<number, string> = new Map(Array.from({ length: 500 }, (_, key) => [key, 'a']));
    for (let step = 0; step < 1000; step++) {
      const before = map;
      const key = Math.floor(chance() * 700);
      map = changed(before, [[key, chance() < 0.3 ? undefined : String(step)]]);
      const keys = [...changedKeys(before, map)!];
      if (before.get(key) !== map.get(key)) expect(keys).toContain(key);
      // A few, and not all of the map.
      expect(keys.length).toBeLessThan(100);
    }
  });
});

import { describe, expect, it } from 'vitest';
import {
  addVlans,
  allVlans,
  countVlans,
  removeVlans,
  toVlanList,
  vlansOf,
} from '../../../../src/lib/models/switch/vlan-list.ts';
import { createChance } from '../../../chance.ts';

describe('a list of VLANs', () => {
  it('joins an id with neighbours on either side, and parts a run', () => {
    expect(addVlans('10,11', '12')).toBe('10-12');
    expect(addVlans('11,12', '10')).toBe('10-12');
    expect(addVlans('9,10,12,13', '11')).toBe('9-13');
    expect(removeVlans('9-13', '11')).toBe('9,10,12,13');
    expect(removeVlans('1-4', '4,1-3')).toBe('none');
    expect(addVlans('none', '5,3,4')).toBe('3-5');
  });

  it('is changed by its parts to what it is when it is made of all its ids', () => {
    const chance = createChance(12);
    let list = allVlans;
    for (let turn = 0; turn < 400; turn++) {
      const other = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => {
        const first = 1 + Math.floor(chance() * (turn % 2 ? 40 : 4090));
        return `${String(first)}-${String(Math.min(4094, first + Math.floor(chance() * 6)))}`;
      }).join(',');
      const ids = vlansOf(list);
      expect(countVlans(list)).toBe(ids.length);
      const gone = new Set(vlansOf(other));
      const adds = chance() < 0.5;
      const expected = adds ? [...ids, ...gone] : ids.filter((id) => !gone.has(id));
      list = adds ? addVlans(list, other) : removeVlans(list, other);
      expect(list).toBe(toVlanList(expected));
    }
  });
});

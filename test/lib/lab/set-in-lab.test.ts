import { describe, expect, it } from 'vitest';
import { placesInLab, setInLab } from '../../../src/lib/lab/set-in-lab.ts';

const lab = `title: A rack
networks:
  - id: lm
    name: LM
    vlan: 15 # of the old days
    hosts: { srv1: 10.0.15.1 }
values:
  - { name: vswitch, type: name, value: Lab }
`;

describe('another value in a lab', () => {
  it.each([
    ['vswitch', 'Backup', 'value: Backup'],
    ['vswitch', "it's: 7", `value: "it's: 7"`],
    ['networks.lm.vlan', '25', 'vlan: 25 # of the old days'],
    ['networks.lm.hosts.srv1', '10.0.15.9', 'srv1: 10.0.15.9'],
  ])('stands at %s, and the rest as it was', (place, value, written) => {
    const changed = setInLab(lab, place, value)!;
    expect(changed).toContain(written);
    expect(changed.split('\n').filter((line) => !lab.split('\n').includes(line))).toHaveLength(1);
  });

  it('is not made up', () => {
    for (const place of ['vswich', 'networks.lm.vlan2', 'networks.csv.vlan', 'networks', 'title', 'a.b', ''])
      expect(setInLab(lab, place, '1')).toBeUndefined();
    expect(placesInLab(lab)).toEqual([
      'vswitch',
      'networks.lm.name',
      'networks.lm.vlan',
      'networks.lm.hosts.srv1',
    ]);
  });
});

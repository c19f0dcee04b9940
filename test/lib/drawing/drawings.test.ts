import { describe, expect, it } from 'vitest';
import type { Lab, LabDevice } from '../../../src/lib/lab/lab.ts';
import { layOutPorts } from '../../../src/lib/drawing/port-map.ts';
import { describeTopology, layOutTopology, shortPort } from '../../../src/lib/drawing/topology.ts';

const port = (name: string, role?: string) => ({ name, speedMbps: 1000, role });
const device = (name: string, kind: LabDevice['class'], ports: LabDevice['ports']): LabDevice => ({
  name,
  title: `The ${name}`,
  class: kind,
  alternatives: [],
  roles: [],
  ports,
});
const link = (from: string, to: string) => {
  const ref = (text: string) => ({ device: text.split('|')[0]!, port: text.split('|')[1]! });
  return { from: ref(from), to: ref(to) };
};

/** Two switches with a trunk between them, and many hosts on both. */
function largeLab(hosts: number): Lab {
  const names = Array.from({ length: hosts }, (_, index) => `host${index}`);
  const switchPorts = Array.from({ length: hosts + 2 }, (_, index) =>
    port(`GigabitEthernet1/0/${index + 1}`, 'team'),
  );
  return {
    id: 'large',
    title: 'Large',
    summary: 'Large.',
    devices: [
      ...names.map((name) => device(name, 'host', [port('Ethernet 1', 'team'), port('Ethernet 2', 'team')])),
      device('sw1', 'switch', switchPorts),
      device('sw2', 'switch', switchPorts),
      device('lonely', 'storage', []),
    ],
    links: [
      ...names.flatMap((name, index) => [
        link(`${name}|Ethernet 1`, `sw1|GigabitEthernet1/0/${index + 1}`),
        link(`${name}|Ethernet 2`, `sw2|GigabitEthernet1/0/${index + 1}`),
      ]),
      link(`sw1|GigabitEthernet1/0/${hosts + 1}`, `sw2|GigabitEthernet1/0/${hosts + 1}`),
    ],
    groups: [],
    networks: [],
    values: [],
  };
}

describe('a topology', () => {
  it.each([1, 2, 12])(
    'of %i hosts on two switches has no box over another and all inside the drawing',
    (hosts) => {
      const { boxes, width, height, wires } = layOutTopology(largeLab(hosts));
      expect(boxes).toHaveLength(hosts + 3);
      expect(wires).toHaveLength(hosts * 2 + 1);
      for (const box of boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
        for (const { y } of box.ports) {
          expect(y).toBeGreaterThan(box.y);
          expect(y).toBeLessThan(box.y + box.height);
        }
        for (const other of boxes) {
          if (other === box || other.x !== box.x) continue;
          expect(box.y + box.height <= other.y || other.y + other.height <= box.y).toBe(true);
        }
      }
    },
  );

  it('is as narrow as a phone', () => {
    expect(layOutTopology(largeLab(3)).width).toBeLessThanOrEqual(400);
  });

  it('rings the links of a team, and no single link', () => {
    const lab = largeLab(1);
    const teamed = {
      ...lab,
      links: [
        link('host0|Ethernet 1', 'sw1|GigabitEthernet1/0/1'),
        link('host0|Ethernet 2', 'sw1|GigabitEthernet1/0/2'),
      ],
    };
    expect(layOutTopology(teamed).bundles).toMatchObject([{ label: 'team' }]);
    expect(layOutTopology(lab).bundles).toEqual([]);
  });

  it('says every link in words', () => {
    expect(describeTopology(largeLab(1))).toContain('host0 Ethernet 1 to sw1 GigabitEthernet1/0/1.');
    expect(shortPort('TenGigabitEthernet1/1/2')).toBe('Te1/1/2');
  });

  it('of a lab without links or switches is drawn too', () => {
    const lab = { ...largeLab(1), links: [], devices: [device('only', 'host', [])] };
    expect(layOutTopology(lab).boxes).toHaveLength(1);
  });
});

describe('a port map', () => {
  const lab = largeLab(1);
  const front = (ports: LabDevice['ports']) => layOutPorts(lab, device('sw1', 'switch', ports));

  it('has a jack for every number up to the highest, none over another', () => {
    const { jacks, width, height } = front([port('Gi1/0/3'), port('Gi1/0/48', 'team'), port('Te1/0/1')]);
    expect(jacks).toHaveLength(49);
    expect(new Set(jacks.map(({ x, y }) => `${x} ${y}`)).size).toBe(49);
    expect(jacks.filter(({ listed }) => listed)).toHaveLength(3);
    for (const { x, y } of jacks) {
      expect(x + 24).toBeLessThanOrEqual(width);
      expect(y + 20).toBeLessThanOrEqual(height);
    }
  });

  it('brackets ports of one role, joined where they stand side by side', () => {
    const { brackets } = front([1, 2, 3, 4].map((number) => port(`Gi1/0/${number}`, 'team')));
    expect(brackets).toHaveLength(2);
    expect(brackets[0]!.x2 - brackets[0]!.x1).toBe(52);
  });

  it('is not flooded by a port with an absurd number', () => {
    expect(front([port('eth999999999')]).jacks).toHaveLength(1);
  });
});

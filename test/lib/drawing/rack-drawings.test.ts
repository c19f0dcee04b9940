import { describe, expect, it } from 'vitest';
import type { Lab, Port } from '../../../src/lib/lab/lab.ts';
import { layOutPorts } from '../../../src/lib/drawing/port-map.ts';
import {
  cableOf,
  describeTopology,
  layOutTopology,
  portOf,
  shortPort,
} from '../../../src/lib/drawing/topology.ts';
import { rack } from '../fixture-posts.ts';

/** The fixture's lab with other ports on a device. */
function withPorts(device: string, ports: readonly Port[]): Lab {
  const lab = rack();
  return { ...lab, devices: lab.devices.map((one) => (one.name === device ? { ...one, ports } : one)) };
}

const port = (name: string, role?: string): Port => ({ name, speedMbps: 1000, role });

describe('the topology of the fixture', () => {
  it('has hosts and storage on one side, and switches on the other', () => {
    const { boxes } = layOutTopology(rack());
    const x = Object.fromEntries(boxes.map((box) => [box.name, box.x]));
    expect(x['srv1']).toBe(x['shelf']);
    expect(x['sw1']).toBe(x['sw2']);
    expect(x['sw1']).toBeGreaterThan(x['srv1']!);
  });

  it('has a wire for each link, between the inner edges of its boxes', () => {
    const { wires, boxes } = layOutTopology(rack());
    expect(wires.map(({ title }) => title)).toEqual([
      'srv1 Ethernet to sw1 GigabitEthernet1/0/1',
      'srv1 Ethernet 2 to sw2 GigabitEthernet1/0/1',
    ]);
    const host = boxes.find(({ name }) => name === 'srv1')!;
    for (const { path } of wires) expect(path).toMatch(new RegExp(`^M${host.x + host.width} `));
    for (const box of boxes)
      for (const { side } of box.ports) expect(side).toBe(box.accent === 'switch' ? 'left' : 'right');
  });

  it('says what each device is, short enough for its box', () => {
    const { boxes } = layOutTopology(rack());
    expect(boxes.map(({ name, subtitle }) => [name, subtitle])).toEqual([
      ['srv1', 'Server 2012 R2'],
      ['shelf', 'The shelf'],
      ['sw1', 'Catalyst 2960-S'],
      ['sw2', 'Catalyst 2960-S'],
    ]);
    expect(boxes.flatMap(({ ports }) => ports.map(({ label }) => label))).toEqual([
      'Ethernet',
      'Ethernet 2',
      'Gi1/0/1',
      'Gi1/0/1',
    ]);
  });

  it('bows out a wire between two boxes of one side', () => {
    const lab = rack();
    const link = {
      from: { device: 'sw1', port: 'GigabitEthernet1/0/2' },
      to: { device: 'sw2', port: 'GigabitEthernet1/0/1' },
    };
    const plain = layOutTopology(lab);
    const bowed = layOutTopology({ ...lab, links: [link] });
    expect(bowed.width).toBeGreaterThan(plain.width);
    expect(bowed.boxes.flatMap(({ ports }) => ports.map(({ side }) => side))).toEqual(['right', 'right']);
    expect(bowed.bundles).toEqual([]);
  });

  it('colours a wire like the network that a port’s role names, by id or by name', () => {
    for (const role of ['lm', 'LM', 'Lm']) {
      const lab = withPorts('srv1', [port('Ethernet', role), port('Ethernet 2')]);
      expect(layOutTopology(lab).wires.map(({ cable }) => cable)).toEqual(['magenta', undefined]);
      expect(cableOf(lab, { device: 'srv1', port: 'Ethernet' })).toBe('magenta');
    }
    expect(
      cableOf(withPorts('srv1', [port('Ethernet', 'backup')]), { device: 'srv1', port: 'Ethernet' }),
    ).toBeUndefined();
  });

  it('colours it from its other end where this one has no role', () => {
    const lab = withPorts('sw1', [port('GigabitEthernet1/0/1', 'lm')]);
    expect(layOutTopology(lab).wires[0]!.cable).toBe('magenta');
  });

  it('rings links of one role between two devices, and names a port-channel shortly', () => {
    const lab = rack();
    const ports = [port('Ethernet', 'port-channel 3'), port('Ethernet 2', 'port-channel 3')];
    const links = ['Ethernet', 'Ethernet 2'].map((name, index) => ({
      from: { device: 'srv1', port: name },
      to: { device: 'sw1', port: `GigabitEthernet1/0/${index + 1}` },
    }));
    const { bundles } = layOutTopology({ ...withPorts('srv1', ports), links });
    expect(bundles).toHaveLength(1);
    expect(bundles[0]!.label).toBe('Po3');
    expect(bundles[0]!.bottom).toBeGreaterThan(bundles[0]!.top);
    expect(layOutTopology({ ...lab, links }).bundles).toEqual([]);
  });

  it('in words names every device and link, with its note', () => {
    const lab = rack();
    const noted = { ...lab, links: [{ ...lab.links[0]!, note: 'blue' }] };
    expect(describeTopology(noted)).toBe(
      'srv1 is SRV1. sw1 is SW1. sw2 is SW2. shelf is The shelf. srv1 Ethernet to sw1 GigabitEthernet1/0/1 (blue).',
    );
  });
});

describe('a port’s name in a drawing', () => {
  it.each([
    ['GigabitEthernet1/0/20', 'Gi1/0/20'],
    ['TenGigabitEthernet1/0/1', 'Te1/0/1'],
    ['fastethernet0/1', 'Fa0/1'],
    ['Port-channel3', 'Po3'],
    ['Ethernet 2', 'Ethernet 2'],
    ['GigabitEthernet', 'GigabitEthernet'],
  ])('%s is %s', (name, short) => {
    expect(shortPort(name)).toBe(short);
  });

  it('is found on its device, and on no other', () => {
    expect(portOf(rack(), { device: 'srv1', port: 'Ethernet' })!.driver).toMatch(/I350/);
    expect(portOf(rack(), { device: 'sw1', port: 'Ethernet' })).toBeUndefined();
    expect(portOf(rack(), { device: 'nobody', port: 'Ethernet' })).toBeUndefined();
  });
});

describe('the front of a switch', () => {
  const front = (...ports: readonly Port[]) => {
    const lab = withPorts('sw1', ports);
    return layOutPorts(
      lab,
      lab.devices.find(({ name }) => name === 'sw1')!,
    );
  };

  it('has odd ports above and even ones below, in columns', () => {
    const { jacks } = front(port('GigabitEthernet1/0/4'));
    const [one, two, three, four] = jacks;
    expect([one!.number, two!.number, three!.number, four!.number]).toEqual([1, 2, 3, 4]);
    expect(one!.x).toBe(two!.x);
    expect(one!.y).toBeLessThan(two!.y);
    expect(three!.x).toBeGreaterThan(one!.x);
    expect(three!.y).toBe(one!.y);
  });

  it('says of each port what it is for and where it leads', () => {
    const { jacks, notes } = front(port('GigabitEthernet1/0/1', 'lm'), port('GigabitEthernet1/0/3'));
    expect(jacks.map(({ title }) => title)).toEqual([
      'GigabitEthernet1/0/1, lm, to srv1 Ethernet',
      'port 2, not in the lab',
      'GigabitEthernet1/0/3',
    ]);
    expect(jacks.map(({ listed, linked, cable }) => [listed, linked, cable])).toEqual([
      [true, true, 'magenta'],
      [false, false, undefined],
      [true, false, undefined],
    ]);
    expect(notes).toEqual([{ port: 'Gi1/0/1', role: 'lm', peer: { device: 'srv1', port: 'Ethernet' } }]);
  });

  it('goes on in a row below after 24 ports', () => {
    const { jacks, height } = front(port('Gi1/0/25'));
    const first = jacks[0]!;
    expect(jacks[24]!.x).toBe(first.x);
    expect(jacks[24]!.y).toBeGreaterThan(jacks[1]!.y);
    expect(height).toBeGreaterThan(front(port('Gi1/0/24')).height);
  });

  it('counts from zero where the lab has a port 0', () => {
    expect(front(port('Gi0'), port('Gi2')).jacks.map(({ number }) => number)).toEqual([0, 1, 2]);
  });

  it('begins a panel of other ports on a column of its own', () => {
    const { jacks } = front(port('Gi1/0/1'), port('Te1/0/1'));
    expect(jacks.map(({ number }) => number)).toEqual([1, 1]);
    expect(jacks[1]!.x).toBeGreaterThan(jacks[0]!.x);
    expect(jacks[1]!.y).toBe(jacks[0]!.y);
  });

  it('brackets no single port, and interrupts a bracket where another role stands between', () => {
    expect(front(port('Gi1/0/1', 'a')).brackets).toEqual([]);
    const { brackets } = front(
      port('Gi1/0/1', 'a'),
      port('Gi1/0/3', 'b'),
      port('Gi1/0/5', 'a'),
      port('Gi1/0/7', 'b'),
    );
    expect(brackets).toHaveLength(4);
    const above = front(port('Gi1/0/1', 'a'), port('Gi1/0/3', 'a')).brackets;
    const below = front(port('Gi1/0/2', 'a'), port('Gi1/0/4', 'a')).brackets;
    expect([above.length, below.length]).toEqual([1, 1]);
    expect(below[0]!.y).toBeGreaterThan(above[0]!.y);
  });

  it('without ports is empty', () => {
    expect(front()).toMatchObject({ jacks: [], brackets: [], notes: [] });
  });
});

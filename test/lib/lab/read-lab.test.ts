import { describe, expect, it } from 'vitest';
import { readLab } from '../../../src/lib/lab/read-lab.ts';
import { labValues, typeProblem } from '../../../src/lib/lab/values.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const yaml = `title: A lab
summary: Two machines and a cable.
devices:
  - name: host1
    title: HOST1
    class: host
    platform: windows-server-2012-r2
    ports:
      - { name: Ethernet, speedMbps: 1000 }
  - name: sw1
    title: The switch
    class: switch
    platform: catalyst-2960s
    alternatives: [sg300]
    ports:
      - { name: GigabitEthernet1/0/1, speedMbps: 1000 }
links:
  - { from: host1/Ethernet, to: sw1/GigabitEthernet1/0/1 }
networks:
  - { id: lm, name: LM, vlan: 15, subnet: 192.168.15.0/24, purpose: Live Migration, cable: magenta, hosts: { host1: 192.168.15.21 } }
  - { id: csv, name: CSV, vlan: 14, subnet: 192.168.14.0/24, purpose: cluster, cable: amber }
values:
  - { name: vswitch, type: name, value: Converged, title: name of the switch }
`;

const read = (text: string) => readLab(createSourceFile('labs/test.yaml', text));

/** The lab with one thing changed; the rule it breaks, and the text that is marked. */
function broken(from: string, to: string): [rule: string, marked: string][] {
  const text = yaml.replace(from, to);
  expect(text).not.toBe(yaml);
  return read(text).diagnostics.map(({ rule, range, hint }) => {
    expect(hint).toBeTruthy();
    return [rule, text.slice(range.start.offset, range.end.offset)];
  });
}

describe('a lab', () => {
  it('is read with its id from the file name', () => {
    const { value, diagnostics } = read(yaml);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ id: 'test', links: [{ from: { device: 'host1', port: 'Ethernet' } }] });
  });

  it('offers its values by path', () => {
    const values = labValues(read(yaml).value!);
    expect(values.get('networks.lm.vlan')).toMatchObject({ type: 'vlan', text: '15', network: 'lm' });
    expect(values.get('networks.lm.mask')).toMatchObject({ text: '255.255.255.0' });
    expect(values.get('networks.lm.hosts.host1')).toMatchObject({ type: 'ipv4', text: '192.168.15.21' });
    expect(values.get('vswitch')).toMatchObject({ text: 'Converged' });
    expect(values.get('devices.sw1.title')).toMatchObject({ text: 'The switch' });
  });

  it.each([
    ['a VLAN used twice', 'vlan: 14', 'vlan: 15', 'lab/duplicate-vlan', '15'],
    [
      'a subnet inside another',
      '192.168.14.0/24',
      '192.168.0.0/16',
      'lab/duplicate-subnet',
      '192.168.0.0/16',
    ],
    ['a VLAN out of range', 'vlan: 14', 'vlan: 4095', 'lab/schema', '4095'],
    [
      'a link to a port that does not exist',
      'to: sw1/GigabitEthernet1/0/1',
      'to: sw1/GigabitEthernet1/0/2',
      'lab/unknown-port',
      'sw1/GigabitEthernet1/0/2',
    ],
    [
      'a link to a device that does not exist',
      'from: host1/',
      'from: host/',
      'lab/unknown-device',
      'host/Ethernet',
    ],
    [
      'an address outside its subnet',
      '192.168.15.21',
      '192.168.16.21',
      'lab/address-outside-subnet',
      '192.168.16.21',
    ],
    [
      'a broadcast address',
      '192.168.15.21',
      '192.168.15.255',
      'lab/address-outside-subnet',
      '192.168.15.255',
    ],
    ['an address of an unknown device', '{ host1: 192', '{ host2: 192', 'lab/unknown-device', 'host2'],
    ['two devices of one name', 'name: sw1', 'name: host1', 'lab/duplicate-name', 'host1'],
    ['an unknown key', 'purpose: cluster', 'purpos: cluster', 'lab/schema', 'purpos'],
    ['an unknown platform', 'platform: catalyst-2960s', 'platform: catalyst', 'lab/schema', 'catalyst'],
  ])('refuses %s', (_, from, to, rule, marked) => {
    const found = broken(from, to).filter(([id]) => id === rule);
    expect(found[0]).toEqual([rule, marked]);
  });

  it('tells one problem once', () => {
    expect(broken('vlan: 14', 'vlan: 15')).toHaveLength(1);
    expect(broken('to: sw1/GigabitEthernet1/0/1', 'to: sw1/GigabitEthernet1/0/2')).toHaveLength(1);
  });

  it('suggests the key that was meant', () => {
    const { diagnostics } = read(yaml.replace('purpose: cluster', 'purpose: cluster, notess: x'));
    expect(diagnostics[0]?.hint).toBe('Did you mean “notes”?');
  });

  it('refuses YAML that cannot be read, at the place', () => {
    const { value, diagnostics } = read('title: A\n  bad: [\n');
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ rule: 'lab/schema' });
  });

  it('does not expand aliases', () => {
    const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n';
    expect(read(bomb).diagnostics.length).toBeGreaterThan(0);
  });
});

describe('a value', () => {
  it.each([
    ['vlan', '4094', true],
    ['vlan', '4095', false],
    ['vlan', '1.5', false],
    ['ipv4', '10.0.0.1', true],
    ['ipv4', '10.0.1', false],
    ['ipv4', '010.0.0.1', false],
    ['cidr', '10.0.0.0/8', true],
    ['cidr', '10.0.0.0/33', false],
    ['name', 'a\nb', false],
    ['name', 'a\u2028b', false],
    ['text', ' ', false],
    ['integer', '-3', true],
    ['prefix-length', '33', false],
  ] as const)('of type %s may be %j: %s', (type, text, good) => {
    expect(typeProblem(type, text) === undefined).toBe(good);
  });
});

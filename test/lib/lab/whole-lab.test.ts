import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine } from '../fixture-posts.ts';

const yaml = readFileSync(join(import.meta.dirname, '../../fixtures/rack/labs/rack.yaml'), 'utf8');

/** What is said of the fixture's lab with one text of it replaced: rule and marked text, message, hint. */
function saidOf(from: string, to: string): string[][] {
  const text = yaml.replace(from, to);
  expect(text).not.toBe(yaml);
  const { value, diagnostics } = engine.readLab(createSourceFile('labs/rack.yaml', text));
  expect(value).toBeUndefined();
  return diagnostics.map(({ rule, range, message, hint }) => [
    `${rule} “${text.slice(range.start.offset, range.end.offset)}”`,
    message,
    hint ?? '',
  ]);
}

const network = (fields: string) => `${fields}\nvalues:`;

describe('a lab as a whole', () => {
  it('holds as it is, and has the id of its file', () => {
    for (const path of ['labs/rack.yaml', 'C:\\blog\\labs\\rack.yml', 'rack.yaml'])
      expect(engine.readLab(createSourceFile(path, yaml)).value?.id).toBe('rack');
  });

  it.each([
    ['devices', 'name: sw2', 'name: sw1', 'sw1', 'There are two devices called “sw1”.'],
    ['values', 'name: vswitch', 'name: team', 'team', 'There are two values called “team”.'],
    [
      'ports of a device, in capitals or not',
      '{ name: GigabitEthernet1/0/2 }',
      '{ name: gigabitethernet1/0/1 }',
      'gigabitethernet1/0/1',
      'There are two ports of sw1 called “gigabitethernet1/0/1”.',
    ],
  ])('has no two %s of one name', (_, from, to, place, message) => {
    expect(saidOf(from, to)).toContainEqual([
      `lab/duplicate-name “${place}”`,
      message,
      'Give each its own name.',
    ]);
  });

  it('has no two networks of one id or VLAN, or with subnets that overlap', () => {
    const twin = (id: string, vlan: number, subnet: string) =>
      saidOf(
        'values:',
        network(`  - { id: ${id}, name: N, vlan: ${vlan}, subnet: ${subnet}, purpose: x, cable: grey }`),
      );
    expect(twin('lm', 16, '10.0.0.0/24')).toEqual([
      ['lab/duplicate-name “lm”', 'There are two networks called “lm”.', 'Give each its own name.'],
    ]);
    expect(twin('csv', 15, '10.0.0.0/24')).toEqual([
      [
        'lab/duplicate-vlan “15”',
        'VLAN 15 is already used by the network “lm”.',
        'Give each network a VLAN of its own.',
      ],
    ]);
    for (const subnet of ['192.168.0.0/16', '192.168.15.128/25', '192.168.15.0/24', '192.168.15.7/32'])
      expect(twin('csv', 16, subnet)).toEqual([
        [
          `lab/duplicate-subnet “${subnet}”`,
          `The subnet ${subnet} overlaps that of the network “lm”.`,
          'Give each network a subnet of its own.',
        ],
      ]);
  });

  it('may have subnets side by side', () => {
    const text = yaml.replace(
      'values:',
      network('  - { id: csv, name: N, vlan: 16, subnet: 192.168.14.0/24, purpose: x, cable: grey }'),
    );
    expect(engine.readLab(createSourceFile('labs/rack.yaml', text)).diagnostics).toEqual([]);
  });

  it.each([
    [
      'to: sw1/GigabitEthernet1/0/1',
      'to: swone/GigabitEthernet1/0/1',
      'lab/unknown-device “swone/GigabitEthernet1/0/1”',
      'The link ends at “swone”, which is no device of this lab.',
      'The devices are srv1, sw1, sw2, shelf.',
    ],
    [
      'to: sw1/GigabitEthernet1/0/1',
      'to: shelf/Port 1',
      'lab/unknown-port “shelf/Port 1”',
      'The link ends at port “Port 1”, which shelf does not have.',
      'List the ports of shelf first.',
    ],
    [
      'to: sw1/GigabitEthernet1/0/1',
      'to: sw1/GigabitEthernet1/0/3',
      'lab/unknown-port “sw1/GigabitEthernet1/0/3”',
      'The link ends at port “GigabitEthernet1/0/3”, which sw1 does not have.',
      'Did you mean “GigabitEthernet1/0/1”?',
    ],
    [
      'to: sw1/GigabitEthernet1/0/1',
      'to: sw1/console',
      'lab/unknown-port “sw1/console”',
      'The link ends at port “console”, which sw1 does not have.',
      'Its ports are GigabitEthernet1/0/1, GigabitEthernet1/0/2.',
    ],
    [
      'from: srv1/Ethernet 2',
      'from: srv1/Ethernet',
      'lab/port-linked-twice “srv1/Ethernet”',
      'The port srv1/Ethernet is already at the end of another link.',
      'One cable fits in one port: correct one of the two links.',
    ],
  ])('links ports that are there, one cable each: %s, %s', (from, to, place, message, hint) => {
    expect(saidOf(from, to)).toEqual([[place, message, hint]]);
  });

  it('gives each device an address of its own', () => {
    expect(
      saidOf('hosts: { srv1: 192.168.15.11 }', 'hosts: { srv1: 192.168.15.11, sw1: 192.168.15.11 }'),
    ).toEqual([
      [
        'lab/duplicate-address “192.168.15.11”',
        '192.168.15.11 already belongs to srv1 in “lm”.',
        'Give each device an address of its own.',
      ],
    ]);
  });

  it('gives addresses to devices only, in a subnet only', () => {
    expect(saidOf('hosts: { srv1:', 'hosts: { srv2:').map(([place]) => place)).toEqual([
      'lab/unknown-device “srv2”',
    ]);
    expect(saidOf('    subnet: 192.168.15.0/24\n', '')).toEqual([
      [
        'lab/address-outside-subnet “192.168.15.11”',
        'srv1 has an address in “lm”, which has no subnet.',
        'Add the subnet, or remove the address.',
      ],
    ]);
  });

  it('has values that are of their type', () => {
    expect(saidOf('type: port-channel, value: 3', 'type: port-channel, value: 4097')).toEqual([
      [
        'lab/schema “4097”',
        'The value “channel” is “4097”, and a port-channel is a number from 1 to 4096.',
        'Correct the value or its type.',
      ],
    ]);
  });

  it('is told all that is wrong with it at once', () => {
    const text = yaml
      .replace('name: sw2', 'name: sw1')
      .replace('value: 3', 'value: 0')
      .replace('192.168.15.11', '10.0.0.1');
    const { diagnostics } = engine.readLab(createSourceFile('labs/rack.yaml', text));
    expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(
      new Set(['lab/duplicate-name', 'lab/unknown-device', 'lab/address-outside-subnet', 'lab/schema']),
    );
  });
});

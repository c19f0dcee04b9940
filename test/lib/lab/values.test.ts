import { describe, expect, it } from 'vitest';
import { createChance } from '../../chance.ts';
import type { ValueType } from '../../../src/lib/lab/lab.ts';
import { valueTypes } from '../../../src/lib/lab/lab.ts';
import { labValues, typeProblem } from '../../../src/lib/lab/values.ts';
import { rack } from '../fixture-posts.ts';

/** Of every type, what it may be and what it may not, at its ends. */
const examples: Readonly<
  Record<ValueType, { readonly good: readonly string[]; readonly bad: readonly string[] }>
> = {
  name: { good: ['a', 'two words', '0'], bad: ['', '   ', ' a', 'a '] },
  text: { good: ['a', 'Zürich – “here”'], bad: ['', '\u00A0'] },
  integer: {
    good: ['0', '-12', '4096'],
    bad: ['', 'x', '1.5', '1e3', '+1', ' 1', '0x10', '007', '-0', '1_000', '1:30', '5.0'],
  },
  vlan: { good: ['1', '2', '4093', '4094'], bad: ['0', '4095', '-1', 'one', '1.0', '', '015', '0xF', '1e1'] },
  'prefix-length': { good: ['0', '24', '32'], bad: ['-1', '33', '/24', '', '024'] },
  'port-channel': { good: ['1', '48', '4096'], bad: ['0', '4097', 'Po1', '', '03'] },
  ipv4: {
    good: ['0.0.0.0', '192.168.15.11', '255.255.255.255'],
    bad: ['192.168.15', '192.168.15.256', '1.2.3.4.5', 'fe80::1', '1.2.3.4/24', '', '010.0.0.1', '0x1.2.3.4'],
  },
  cidr: {
    good: ['192.168.15.0/24', '10.0.0.4/31', '10.0.0.4/32'],
    bad: ['192.168.15.0', '192.168.15.0/33', 'fe80::/64', '', '10/8', '10.0.0.0/024', '010.0.0.0/8'],
  },
};

describe.each(valueTypes)('a value of the type %s', (type) => {
  it.each(examples[type].good)('may be %j', (text) => {
    expect(typeProblem(type, text)).toBeUndefined();
  });

  it.each(examples[type].bad)('may not be %j', (text) => {
    expect(typeProblem(type, text)).toMatch(/^(?:is|has) /);
  });

  it('may not hold what would end a command or hide one', () => {
    for (const character of ['\n', '\r', '\0', '\u001B', '\u0085', '\u2028', '\u2029', '\t'])
      expect(typeProblem(type, `1${character}`)).toBe('has a line break or control character in it');
  });
});

describe('what is said of a value of the wrong type', () => {
  it.each([
    ['vlan', '4095', 'is “4095”, and a VLAN is a number from 1 to 4094'],
    ['prefix-length', '33', 'is “33”, and a prefix length is a number from 0 to 32'],
    ['port-channel', '0', 'is “0”, and a port-channel is a number from 1 to 4096'],
    ['integer', 'x', 'is “x”, which is no whole number'],
    ['integer', '007', 'is “007”, which is no whole number in plain digits, such as 7'],
    ['vlan', '0x0F', 'is “0x0F”, and a VLAN is a number from 1 to 4094 in plain digits, such as 15'],
    ['name', ' a', 'has a blank at its beginning or end'],
    ['ipv4', '1.2.3', 'is “1.2.3”, which is no IPv4 address'],
    ['cidr', '1.2.3.4', 'is “1.2.3.4”, which is no IPv4 subnet such as 192.168.15.0/24'],
    ['name', ' ', 'is empty'],
  ] as const)('of type %s, %j: it %s', (type, text, problem) => {
    expect(typeProblem(type, text)).toBe(problem);
  });

  it('is nothing for any number in its range, and something for any other', () => {
    const chance = createChance(3);
    for (let round = 0; round < 500; round++) {
      const number = Math.floor(chance() * 6000) - 500;
      expect(typeProblem('vlan', `${number}`) === undefined).toBe(number >= 1 && number <= 4094);
      expect(typeProblem('prefix-length', `${number}`) === undefined).toBe(number >= 0 && number <= 32);
    }
  });
});

describe('the values of a lab', () => {
  it('are its named ones, and those of its networks and devices', () => {
    const lab = rack();
    const values = [...labValues(lab).values()].map(({ path, type, text }) => `${path} ${type} ${text}`);
    expect(values).toEqual([
      'team name T1',
      'vswitch name Converged-Of-The-Rack',
      'channel port-channel 3',
      'note text two words',
      'networks.lm.name name LM',
      'networks.lm.vlan vlan 15',
      'networks.lm.subnet cidr 192.168.15.0/24',
      'networks.lm.prefix prefix-length 24',
      'networks.lm.mask ipv4 255.255.255.0',
      'networks.lm.wildcard ipv4 0.0.0.255',
      'networks.lm.network ipv4 192.168.15.0',
      'networks.lm.broadcast ipv4 192.168.15.255',
      'networks.lm.hosts.srv1 ipv4 192.168.15.11',
      'devices.srv1.title name SRV1',
      'devices.sw1.title name SW1',
      'devices.sw2.title name SW2',
      'devices.shelf.title name The shelf',
    ]);
  });

  it('have a title in words each, and those of a network say which', () => {
    const values = labValues(rack());
    expect(values.get('vswitch')).toMatchObject({ title: 'virtual switch' });
    expect(values.get('vswitch')).not.toHaveProperty('network');
    expect(values.get('networks.lm.hosts.srv1')).toMatchObject({
      title: 'address of srv1 in LM',
      network: 'lm',
    });
    expect(values.get('networks.lm.mask')!.title).toBe('subnet mask of LM');
    expect([...values.values()].every(({ title }) => title.trim() !== '')).toBe(true);
  });

  it('of a network without a subnet have no addresses', () => {
    const lab = rack();
    const bare = {
      ...lab,
      networks: lab.networks.map((network) => ({ ...network, subnet: undefined, hosts: {} })),
    };
    expect([...labValues(bare).keys()].filter((path) => path.startsWith('networks.'))).toEqual([
      'networks.lm.name',
      'networks.lm.vlan',
    ]);
  });

  it('are each of their own type', () => {
    for (const { type, text } of labValues(rack()).values()) expect(typeProblem(type, text)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { readLab } from '../../../src/lib/lab/read-lab.ts';
import { cables } from '../../../src/lib/lab/lab.ts';
import { labValues } from '../../../src/lib/lab/values.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine, fence, post } from '../fixture-posts.ts';

const head = `title: A lab
summary: A lab.
devices:
  - { name: dc1, title: DC1, class: host, platform: windows-server-2022, roles: [domain controller, DNS] }
  - { name: hv1, title: HV1, class: host, platform: windows-server-2022 }
  - { name: hv2, title: 'Host 2', class: host, platform: windows-server-2022 }
`;
const read = (rest: string) => readLab(createSourceFile('labs/lab.yaml', head + rest));
const network = (...lines: readonly string[]) =>
  `networks:\n  - id: lan\n    name: LAN\n    vlan: 10\n    subnet: 10.0.0.0/24\n    purpose: All\n${lines.map((line) => `    ${line}\n`).join('')}`;
/** What is said of a lab, as rule, marked text and message. */
const said = (rest: string) =>
  read(rest).diagnostics.map(({ rule, range, message }) => {
    const marked = (head + rest).slice(range.start.offset, range.end.offset);
    return `${rule} “${marked}”: ${message}`;
  });

describe('a network of a lab', () => {
  it('may have a gateway, DNS servers and DHCP ranges', () => {
    const lines = [
      'gateway: 10.0.0.1',
      'dns: [10.0.0.10, 192.0.2.53]',
      'dhcp: [{ from: 10.0.0.100, to: 10.0.0.149 }, { from: 10.0.0.151, to: 10.0.0.151 }]',
      'hosts: { dc1: 10.0.0.10, hv1: 10.0.0.1 }',
    ];
    expect(said(network(...lines))).toEqual([]);
  });

  it.each([
    [
      ['gateway: 10.0.1.1'],
      'lab/address-outside-subnet “10.0.1.1”: 10.0.1.1 is not a host address of 10.0.0.0/24.',
    ],
    [
      ['gateway: 10.0.0.255'],
      'lab/address-outside-subnet “10.0.0.255”: 10.0.0.255 is not a host address of 10.0.0.0/24.',
    ],
    [
      ['dhcp: [{ from: 10.0.0.250, to: 10.0.1.5 }]'],
      'lab/address-outside-subnet “10.0.1.5”: 10.0.1.5 is not a host address of 10.0.0.0/24.',
    ],
    [
      ['dhcp: [{ from: 10.0.0.9, to: 10.0.0.2 }]'],
      'lab/dhcp-range “10.0.0.2”: The DHCP range ends with 10.0.0.2, before its first address, 10.0.0.9.',
    ],
    [
      ['dhcp: [{ from: 10.0.0.2, to: 10.0.0.200 }]', 'hosts: { hv1: 10.0.0.30 }'],
      'lab/dhcp-range “10.0.0.2”: The DHCP range 10.0.0.2 to 10.0.0.200 has 10.0.0.30 in it, the address of hv1.',
    ],
    [
      ['dhcp: [{ from: 10.0.0.2, to: 10.0.0.9 }]', 'dns: [10.0.0.9]'],
      'lab/dhcp-range “10.0.0.2”: The DHCP range 10.0.0.2 to 10.0.0.9 has 10.0.0.9 in it, the address of a DNS server.',
    ],
    [
      ['dhcp: [{ from: 10.0.0.2, to: 10.0.0.9 }, { from: 10.0.0.9, to: 10.0.0.20 }]'],
      'lab/dhcp-range “10.0.0.9”: The DHCP range 10.0.0.9 to 10.0.0.20 overlaps that of 10.0.0.2 to 10.0.0.9.',
    ],
    [['dns: [10.0.0.9, 10.0.0.9]'], 'lab/duplicate-address “10.0.0.9”: 10.0.0.9 is there twice.'],
  ])('is told with %j', (lines, message) => {
    expect(said(network(...lines))).toEqual([message]);
  });

  it('has an address only where it has a subnet', () => {
    const lines = ['gateway: 10.0.0.1', 'dns: [10.0.0.9]', 'dhcp: [{ from: 10.0.0.2, to: 10.0.0.9 }]'];
    expect(said(network(...lines).replace('    subnet: 10.0.0.0/24\n', ''))).toEqual([
      'lab/address-outside-subnet “10.0.0.1”: There is a gateway in “lan”, which has no subnet.',
      'lab/address-outside-subnet “10.0.0.2”: There is a DHCP range in “lan”, which has no subnet.',
    ]);
  });

  it('gets a colour that no other has, and one of them again when all are taken', () => {
    const networks = Array.from(
      { length: cables.length + 2 },
      (_, index) =>
        `  - { id: n${index}, name: N${index}, vlan: ${index + 1}, purpose: P${index === 2 ? ', cable: grey' : ''} }\n`,
    );
    const colours = read(`networks:\n${networks.join('')}`).value!.networks.map(({ cable }) => cable);
    expect(colours[2]).toBe('grey');
    expect(new Set(colours.slice(0, cables.length))).toEqual(new Set(cables));
    expect(colours.slice(cables.length)).toEqual(['grey', 'blue']);
  });
});

describe('a group of a lab', () => {
  it('names devices', () => {
    const { value } = read('groups:\n  - { name: hosts, title: The hosts, devices: [hv1, hv2] }\n');
    expect(value?.groups).toEqual([{ name: 'hosts', title: 'The hosts', devices: ['hv1', 'hv2'] }]);
  });

  it.each([
    ['{ name: dc1, devices: [hv1] }', 'lab/duplicate-name “dc1”: “dc1” is the name of a device already.'],
    [
      '{ name: hosts, devices: [hv1, hv3] }',
      'lab/unknown-device “hv3”: “hv3” is in the group “hosts”, and is no device of this lab.',
    ],
    ['{ name: hosts, devices: [hv1, hv1] }', 'lab/duplicate-name “hv1”: hv1 is twice in the group “hosts”.'],
    [
      '{ name: a, devices: [hv1] }, { name: a, devices: [hv2] }',
      'lab/duplicate-name “a”: There are two groups called “a”.',
    ],
  ])('is told as %s', (group, message) => {
    expect(said(`groups: [${group}]\n`)).toEqual([message]);
  });
});

describe('what follows from a lab', () => {
  const lines = [
    'gateway: 10.0.0.1',
    'dns: [10.0.0.10, 192.0.2.53]',
    'dhcp: [{ from: 10.0.0.100, to: 10.0.0.149 }]',
  ];
  const { value: lab } = read(
    `domain: lab.example\n${network(...lines)}  - { id: pair, name: Pair, vlan: 11, subnet: 10.0.1.2/31, purpose: P }\n`,
  );

  it('can be named in commands', () => {
    const values = labValues(lab!);
    const texts = Object.fromEntries([...values].map(([path, { text }]) => [path, text]));
    expect(texts).toMatchObject({
      domain: 'lab.example',
      'devices.dc1.fqdn': 'DC1.lab.example',
      'networks.lan.network': '10.0.0.0',
      'networks.lan.broadcast': '10.0.0.255',
      'networks.lan.mask': '255.255.255.0',
      'networks.lan.wildcard': '0.0.0.255',
      'networks.lan.gateway': '10.0.0.1',
      'networks.lan.dns.1': '10.0.0.10',
      'networks.lan.dns.2': '192.0.2.53',
      'networks.lan.dhcp.1.from': '10.0.0.100',
      'networks.lan.dhcp.1.to': '10.0.0.149',
      'networks.pair.network': '10.0.1.2',
    });
    // A title with a blank is no host name, and a pair of addresses has no broadcast address.
    for (const path of ['devices.hv2.fqdn', 'networks.pair.broadcast', 'networks.pair.gateway'])
      expect(values.has(path)).toBe(false);
  });

  it('is quoted as every value is', () => {
    const guide = post(
      'field-notes/n.mdx',
      'title: N\ndate: 2014-04-10\nsummary: N.\nlab: lab',
      fence(
        'powershell on=dc1',
        "Set-DnsClientServerAddress -InterfaceAlias 'LAN' -ServerAddresses {{networks.lan.dns.1}},{{networks.lan.dns.2}}",
        "Test-NetConnection -ComputerName '{{devices.dc1.fqdn}}'",
      ),
    );
    const { guides } = engine.checkLabwork([guide], new Map([['lab', lab!]]));
    expect(guides[0]!.diagnostics).toEqual([]);
    expect(guides[0]!.blocks[0]!.resolved.text).toBe(
      "Set-DnsClientServerAddress -InterfaceAlias 'LAN' -ServerAddresses 10.0.0.10,192.0.2.53\nTest-NetConnection -ComputerName 'DC1.lab.example'",
    );
  });

  it('is not named by a value of the same name as well', () => {
    const value = 'values:\n  - { name: domain, type: name, value: x, title: T }\n';
    expect(said(`domain: lab.example\n${value}`)).toEqual([
      'lab/duplicate-name “lab.example”: There are two values called “domain”.',
    ]);
  });

  it('has a domain that is one', () => {
    expect(said('domain: Lab\n')).toEqual([expect.stringMatching(/^lab\/schema “Lab”/)]);
  });
});

import { describe, expect, it } from 'vitest';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine } from '../fixture-posts.ts';

/** What is said of a lab in which one host has this address in this subnet. */
function saidOf(address: string, subnet: string | undefined): string[] {
  const yaml = [
    'title: A lab',
    'summary: One host.',
    'devices:',
    '  - { name: host1, title: HOST1, class: host, platform: windows-server-2012-r2 }',
    'networks:',
    `  - { id: lm, name: LM, vlan: 15, ${subnet === undefined ? '' : `subnet: ${subnet}, `}purpose: x, cable: grey, hosts: { host1: ${address} } }`,
    '',
  ].join('\n');
  return engine.readLab(createSourceFile('labs/lab.yaml', yaml)).diagnostics.map(({ rule }) => rule);
}

const outside = ['lab/address-outside-subnet'];

describe('the host addresses of a subnet', () => {
  it.each([
    ['both addresses of a /31, which has no others (RFC 3021)', '10.0.0.4/31', ['10.0.0.4', '10.0.0.5']],
    ['the one address of a /32', '10.0.0.4/32', ['10.0.0.4']],
    ['the two between the ends of a /30', '10.0.0.4/30', ['10.0.0.5', '10.0.0.6']],
    ['all of a /24 but its ends', '10.0.0.0/24', ['10.0.0.1', '10.0.0.254']],
  ])('are %s', (_, subnet, addresses) => {
    for (const address of addresses) expect(saidOf(address, subnet), address).toEqual([]);
  });

  it.each([
    ['the network and the broadcast address of a /30', '10.0.0.4/30', ['10.0.0.4', '10.0.0.7']],
    ['the network and the broadcast address of a /24', '10.0.0.0/24', ['10.0.0.0', '10.0.0.255']],
    ['the neighbours of a /31', '10.0.0.4/31', ['10.0.0.3', '10.0.0.6']],
    ['the neighbours of a /32', '10.0.0.4/32', ['10.0.0.3', '10.0.0.5']],
    ['the neighbours of a /30', '10.0.0.4/30', ['10.0.0.3', '10.0.0.8']],
  ])('are not %s', (_, subnet, addresses) => {
    for (const address of addresses) expect(saidOf(address, subnet), address).toEqual(outside);
  });

  it('are none where the network has no subnet', () => {
    expect(saidOf('10.0.0.1', undefined)).toEqual(outside);
  });
});

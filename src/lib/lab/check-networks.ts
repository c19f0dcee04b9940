import ipaddr from 'ipaddr.js';
import type { ReportInLab } from './report.ts';
import type { Network } from './lab.ts';
import type { LabSource } from './schema.ts';

type NetworkSource = Omit<LabSource['networks'][number], 'dns' | 'dhcp' | 'hosts'> &
  Pick<Network, 'dns' | 'dhcp' | 'hosts'>;

/** What of a lab is proved here, be it as its file has it or as it was read. */
interface CheckedSource {
  readonly networks: readonly NetworkSource[];
}

/** An address and the length of its prefix. */
type Subnet = [ipaddr.IPv4, number];

/** What the networks before have taken. */
interface Taken {
  readonly subnets: { readonly name: string; readonly range: Subnet }[];
  readonly vlans: Map<number, string>;
  /** By address: whose it is. */
  readonly addresses: Map<string, string>;
}

/**
 * Proves that networks have VLANs and subnets of their own, that each address lies in the subnet it is given in and belongs to one, and
 * that what DHCP gives away is nobody's.
 */
export function checkNetworks(source: CheckedSource, report: ReportInLab): void {
  const taken: Taken = { subnets: [], vlans: new Map(), addresses: new Map() };
  source.networks.forEach((network, index) => {
    const path = ['networks', index];
    const subnet = network.subnet === undefined ? undefined : ipaddr.IPv4.parseCIDR(network.subnet);
    checkVlan(network, path, taken, report);
    if (subnet) checkSubnet(network, subnet, path, taken, report);
    checkHosts(network, subnet, path, taken, report);
    checkGateway(network, subnet, path, taken, report);
    checkDns(network, path, report);
    checkDhcp(network, subnet, path, report);
  });
}

function checkVlan(
  { id, vlan }: NetworkSource,
  path: readonly PropertyKey[],
  { vlans }: Taken,
  report: ReportInLab,
): void {
  const other = vlans.get(vlan);
  if (other)
    report(
      'lab/duplicate-vlan',
      [...path, 'vlan'],
      `VLAN ${vlan} is already used by the network “${other}”.`,
      'Give each network a VLAN of its own.',
    );
  vlans.set(vlan, other ?? id);
}

function checkSubnet(
  network: NetworkSource,
  subnet: Subnet,
  path: readonly PropertyKey[],
  { subnets }: Taken,
  report: ReportInLab,
): void {
  const other = subnets.find(({ range: [address, bits] }) =>
    address.match(subnet[0], Math.min(bits, subnet[1])),
  );
  if (other)
    report(
      'lab/duplicate-subnet',
      [...path, 'subnet'],
      `The subnet ${network.subnet} overlaps that of the network “${other.name}”.`,
      'Give each network a subnet of its own.',
    );
  subnets.push({ name: network.id, range: subnet });
}

function checkHosts(
  network: NetworkSource,
  subnet: Subnet | undefined,
  path: readonly PropertyKey[],
  { addresses }: Taken,
  report: ReportInLab,
): void {
  for (const [device, address] of Object.entries(network.hosts)) {
    const place = [...path, 'hosts', device];
    checkInSubnet(network, subnet, address, place, `${device} has an address`, report);
    const owner = addresses.get(address);
    if (owner)
      report(
        'lab/duplicate-address',
        place,
        `${address} already belongs to ${owner}.`,
        'Give each device an address of its own.',
      );
    addresses.set(address, owner ?? `${device} in “${network.id}”`);
  }
}

/** It may be the address of a device of the network, which then is the router. */
function checkGateway(
  network: NetworkSource,
  subnet: Subnet | undefined,
  path: readonly PropertyKey[],
  { addresses }: Taken,
  report: ReportInLab,
): void {
  const { gateway, hosts } = network;
  if (gateway === undefined) return;
  const place = [...path, 'gateway'];
  if (!checkInSubnet(network, subnet, gateway, place, 'There is a gateway', report)) return;
  const isOwn = Object.values(hosts).includes(gateway);
  const owner = addresses.get(gateway);
  if (owner && !isOwn)
    report(
      'lab/duplicate-address',
      place,
      `${gateway} already belongs to ${owner}.`,
      'Give the gateway an address of its own.',
    );
  addresses.set(gateway, owner ?? `the gateway of “${network.id}”`);
}

/** Servers may be anywhere; each is asked once. */
function checkDns({ dns }: NetworkSource, path: readonly PropertyKey[], report: ReportInLab): void {
  dns.forEach((address, index) => {
    if (dns.indexOf(address) < index)
      report(
        'lab/duplicate-address',
        [...path, 'dns', index],
        `${address} is there twice.`,
        'Remove one of the two.',
      );
  });
}

function checkDhcp(
  network: NetworkSource,
  subnet: Subnet | undefined,
  path: readonly PropertyKey[],
  report: ReportInLab,
): void {
  const fixed = [
    ...Object.entries(network.hosts).map(([device, address]) => ({ address, whose: device })),
    ...(network.gateway === undefined ? [] : [{ address: network.gateway, whose: 'the gateway' }]),
    ...network.dns.map((address) => ({ address, whose: 'a DNS server' })),
  ];
  network.dhcp.forEach(({ from, to }, index) => {
    const place = [...path, 'dhcp', index];
    const isInside = (['from', 'to'] as const).every((end) =>
      checkInSubnet(
        network,
        subnet,
        end === 'from' ? from : to,
        [...place, end],
        'There is a DHCP range',
        report,
      ),
    );
    if (!isInside) return;
    const problem = (end: 'from' | 'to', message: string, hint: string) =>
      report('lab/dhcp-range', [...place, end], message, hint);
    if (numberOf(from) > numberOf(to)) {
      problem(
        'to',
        `The DHCP range ends with ${to}, before its first address, ${from}.`,
        'Exchange the two.',
      );
      return;
    }
    const held = fixed.find(({ address }) => isBetween(address, from, to));
    if (held)
      problem(
        'from',
        `The DHCP range ${from} to ${to} has ${held.address} in it, the address of ${held.whose}.`,
        'Leave the fixed addresses out of it: the server would give one away a second time.',
      );
    const other = network.dhcp
      .slice(0, index)
      .find((before) => numberOf(from) <= numberOf(before.to) && numberOf(before.from) <= numberOf(to));
    if (other)
      problem(
        'from',
        `The DHCP range ${from} to ${to} overlaps that of ${other.from} to ${other.to}.`,
        'Give each range addresses of its own.',
      );
  });
}

/** Tells where an address is none for a host of the subnet; `what` begins the sentence where there is no subnet. */
function checkInSubnet(
  { id, subnet: written }: NetworkSource,
  subnet: Subnet | undefined,
  address: string,
  place: readonly PropertyKey[],
  what: string,
  report: ReportInLab,
): boolean {
  if (!subnet) {
    report(
      'lab/address-outside-subnet',
      place,
      `${what} in “${id}”, which has no subnet.`,
      'Add the subnet, or remove the address.',
    );
    return false;
  }
  if (isHostOf(ipaddr.IPv4.parse(address), subnet)) return true;
  report(
    'lab/address-outside-subnet',
    place,
    `${address} is not a host address of ${written}.`,
    'Use an address between the network’s first and last.',
  );
  return false;
}

/** In the subnet, and neither its network address nor its broadcast address. */
function isHostOf(address: ipaddr.IPv4, [network, bits]: Subnet): boolean {
  if (!address.match(network, bits)) return false;
  if (bits >= 31) return true;
  const cidr = `${network.toString()}/${bits}`;
  const text = address.toString();
  return (
    text !== ipaddr.IPv4.networkAddressFromCIDR(cidr).toString() &&
    text !== ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString()
  );
}

function isBetween(address: string, from: string, to: string): boolean {
  return numberOf(from) <= numberOf(address) && numberOf(address) <= numberOf(to);
}

/** For order alone. */
function numberOf(address: string): number {
  return ipaddr.IPv4.parse(address).octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

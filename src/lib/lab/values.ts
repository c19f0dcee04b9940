import ipaddr from 'ipaddr.js';
import { plainDigitsFor } from '../diagnostics/plain-number.ts';
import { shortened } from '../diagnostics/shortened.ts';
import type { Lab, LabValue, ValueType } from './lab.ts';

/**
 * Everything that `{{…}}` may name in a lab: named values by their name, `networks.<id>.name|vlan|subnet|gateway`, what follows from
 * the subnet (`prefix|mask|wildcard|network|broadcast`), `networks.<id>.hosts.<device>`, `networks.<id>.dns.1`,
 * `networks.<id>.dhcp.1.from|to`, `devices.<name>.title`, and `domain`, with `devices.<name>.fqdn` where a title is a host name.
 */
export function labValues(lab: Lab): ReadonlyMap<string, LabValue> {
  const cached = valuesOf.get(lab);
  if (cached) return cached;
  const values = new Map<string, LabValue>();
  const add = (path: string, type: ValueType, value: string | number, title: string, network?: string) => {
    values.set(path, {
      path,
      type,
      text: String(value),
      title,
      ...(network === undefined ? {} : { network }),
    });
  };
  for (const { name, type, value, title } of lab.values) add(name, type, value, title);
  for (const network of lab.networks) {
    const path = `networks.${network.id}`;
    add(`${path}.name`, 'name', network.name, `name of the network ${network.name}`, network.id);
    add(`${path}.vlan`, 'vlan', network.vlan, `VLAN of ${network.name}`, network.id);
    if (network.subnet !== undefined) {
      const [, bits] = ipaddr.IPv4.parseCIDR(network.subnet);
      add(`${path}.subnet`, 'cidr', network.subnet, `subnet of ${network.name}`, network.id);
      add(`${path}.prefix`, 'prefix-length', bits, `prefix length of ${network.name}`, network.id);
      add(
        `${path}.mask`,
        'ipv4',
        ipaddr.IPv4.subnetMaskFromPrefixLength(bits).toString(),
        `subnet mask of ${network.name}`,
        network.id,
      );
      const wildcard = ipaddr.IPv4.subnetMaskFromPrefixLength(bits).octets.map((octet) => 255 - octet);
      const first = ipaddr.IPv4.networkAddressFromCIDR(network.subnet).toString();
      const last = ipaddr.IPv4.broadcastAddressFromCIDR(network.subnet).toString();
      add(`${path}.wildcard`, 'ipv4', wildcard.join('.'), `wildcard mask of ${network.name}`, network.id);
      add(`${path}.network`, 'ipv4', first, `network address of ${network.name}`, network.id);
      // A pair of hosts has none (RFC 3021), nor has one alone.
      if (bits <= 30)
        add(`${path}.broadcast`, 'ipv4', last, `broadcast address of ${network.name}`, network.id);
    }
    if (network.gateway !== undefined)
      add(`${path}.gateway`, 'ipv4', network.gateway, `gateway of ${network.name}`, network.id);
    network.dns.forEach((address, index) =>
      add(`${path}.dns.${index + 1}`, 'ipv4', address, `DNS server of ${network.name}`, network.id),
    );
    network.dhcp.forEach(({ from, to }, index) => {
      const range = `${path}.dhcp.${index + 1}`;
      add(`${range}.from`, 'ipv4', from, `first DHCP address of ${network.name}`, network.id);
      add(`${range}.to`, 'ipv4', to, `last DHCP address of ${network.name}`, network.id);
    });
    for (const [device, address] of Object.entries(network.hosts)) {
      add(`${path}.hosts.${device}`, 'ipv4', address, `address of ${device} in ${network.name}`, network.id);
    }
  }
  if (lab.domain !== undefined) add('domain', 'name', lab.domain, 'DNS domain');
  for (const { name, title } of lab.devices) {
    add(`devices.${name}.title`, 'name', title, `name of ${title}`);
    if (lab.domain !== undefined && hostName.test(title))
      add(`devices.${name}.fqdn`, 'name', `${title}.${lab.domain}`, `full name of ${title}`);
  }
  valuesOf.set(lab, values);
  return values;
}

/** A label of a domain name (RFC 1123, 2.1). */
const hostName = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

const valuesOf = new WeakMap<Lab, ReadonlyMap<string, LabValue>>();

/** Why `text` is no value of `type`, as the end of a sentence that begins with the value; undefined where it is one. */
export function typeProblem(type: ValueType, text: string): string | undefined {
  const shown = shortened(text);
  const integer = /^(?:0|-?[1-9]\d*)$/.test(text) ? Number(text) : undefined;
  // What is a number in another form is not rewritten: `007` may have been meant as it stands.
  const digits = integer === undefined ? plainDigitsFor(text) : undefined;
  const inDigits = digits === undefined ? '' : ` in plain digits, such as ${digits}`;
  const between = (low: number, high: number, noun: string) =>
    integer !== undefined && integer >= low && integer <= high
      ? undefined
      : `is “${shown}”, and ${noun} is a number from ${low} to ${high}${inDigits}`;
  // A line break or control character would end a command or hide one.
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return 'has a line break or control character in it';
  switch (type) {
    case 'name':
      if (text.trim() === '') return 'is empty';
      return text.trim() === text ? undefined : 'has a blank at its beginning or end';
    case 'text':
      return text.trim() === '' ? 'is empty' : undefined;
    case 'integer':
      return integer === undefined ? `is “${shown}”, which is no whole number${inDigits}` : undefined;
    case 'vlan':
      return between(1, 4094, 'a VLAN');
    case 'prefix-length':
      return between(0, 32, 'a prefix length');
    case 'port-channel':
      return between(1, 4096, 'a port-channel');
    case 'ipv4':
      return ipaddr.IPv4.isValidFourPartDecimal(text) ? undefined : `is “${shown}”, which is no IPv4 address`;
    case 'cidr':
      return ipaddr.IPv4.isValidCIDRFourPartDecimal(text) && !/\/0\d/.test(text)
        ? undefined
        : `is “${shown}”, which is no IPv4 subnet such as 192.168.15.0/24`;
  }
}

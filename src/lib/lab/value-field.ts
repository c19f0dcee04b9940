import type { Lab } from './lab.ts';

/**
 * The field of a lab's YAML that a value of it is made from, as `fieldPlaces` names fields: `networks.0.vlan`, `values.2.value`. What
 * follows from a subnet is made from the subnet.
 */
export function fieldOfValue(lab: Lab, path: string): string | undefined {
  const [first, id = '', part = '', ...rest] = path.split('.');
  if (first === 'networks') {
    const index = lab.networks.findIndex((network) => network.id === id);
    if (index < 0) return undefined;
    const network = `networks.${index}`;
    const number = Number(rest[0]) - 1;
    if (part === 'dns') return `${network}.dns.${number}`;
    if (part === 'dhcp') return `${network}.dhcp.${[number, ...rest.slice(1)].join('.')}`;
    if (fromSubnet.has(part)) return `${network}.subnet`;
    return [network, part, ...rest].join('.');
  }
  if (first === 'devices') {
    const field = fieldOfDevice(lab, id);
    return field && `${field}.title`;
  }
  const index = lab.values.findIndex(({ name }) => name === path);
  if (index >= 0) return `values.${index}.value`;
  return path === 'domain' && lab.domain !== undefined ? 'domain' : undefined;
}

/** Of a device, or of a group of them. */
export function fieldOfDevice(lab: Lab, name: string): string | undefined {
  const index = lab.devices.findIndex((device) => device.name === name);
  if (index >= 0) return `devices.${index}`;
  const group = lab.groups.findIndex((one) => one.name === name);
  return group < 0 ? undefined : `groups.${group}`;
}

const fromSubnet: ReadonlySet<string> = new Set(['prefix', 'mask', 'wildcard', 'network', 'broadcast']);

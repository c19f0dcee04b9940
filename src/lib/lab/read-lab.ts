import ipaddr from 'ipaddr.js';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import { readYaml } from '../diagnostics/read-yaml.ts';
import type { LabRuleId } from './rules.ts';
import { diagnose } from './rules.ts';
import { listed } from '../diagnostics/listed.ts';
import { areEnough, firstProblems } from '../diagnostics/most-problems.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { checkTexts } from './check-texts.ts';
import type { Lab, PortRef } from './lab.ts';
import type { LabSource } from './schema.ts';
import { labSchema } from './schema.ts';
import { typeProblem } from './values.ts';

/** Reads a lab's YAML and proves it as a whole: names, VLANs, subnets and addresses are unique, links end at ports that exist. */
export function readLab(file: SourceFile): Reading<Lab | undefined> {
  const reading = readYaml(file, labSchema, 'lab/schema');
  const { value: source, diagnostics } = reading;
  if (!source) return { value: undefined, diagnostics };
  const found: Diagnostic[] = [];
  const report: ReportInLab = (rule, path, message, hint, part = 'value') => {
    if (areEnough(found)) return;
    const { start, end } = reading.locate(path, part);
    found.push(diagnose({ rule, file, range: rangeAt(file, start, end), message, hint }));
  };
  checkNames(source, report);
  checkLinks(source, report);
  checkNetworks(source, report);
  source.values.forEach((value, index) => {
    const problem = typeProblem(value.type, value.value);
    if (problem)
      report(
        'lab/schema',
        ['values', index, 'value'],
        `The value “${value.name}” ${problem}.`,
        'Correct the value or its type.',
      );
  });
  const id = file.path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  const links = source.links.map((link) => ({ ...link, from: portRef(link.from), to: portRef(link.to) }));
  const lab: Lab = { ...source, id, links };
  // A text that is no value of its type is told once.
  if (found.length === 0) for (const problem of checkTexts(file, source, reading)) found.push(problem);
  const holds = found.every(({ severity }) => severity !== 'error');
  return { value: holds ? lab : undefined, diagnostics: firstProblems(found) };
}

type ReportInLab = (
  rule: LabRuleId,
  path: readonly PropertyKey[],
  message: string,
  hint: string,
  part?: 'key' | 'value',
) => void;

function checkNames(source: LabSource, report: ReportInLab): void {
  const unique = <T>(
    items: readonly T[],
    nameOf: (item: T) => string,
    path: (index: number) => PropertyKey[],
    noun: string,
  ) => {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      const name = nameOf(item);
      if (seen.has(name))
        report(
          'lab/duplicate-name',
          path(index),
          `There are two ${noun} called “${name}”.`,
          'Give each its own name.',
        );
      seen.add(name);
    });
  };
  unique(
    source.devices,
    (device) => device.name,
    (index) => ['devices', index, 'name'],
    'devices',
  );
  unique(
    source.networks,
    (network) => network.id,
    (index) => ['networks', index, 'id'],
    'networks',
  );
  unique(
    source.values,
    (value) => value.name,
    (index) => ['values', index, 'name'],
    'values',
  );
  source.devices.forEach((device, at) => {
    unique(
      device.ports,
      (port) => port.name.toLowerCase(),
      (index) => ['devices', at, 'ports', index, 'name'],
      `ports of ${device.name}`,
    );
  });
}

function checkLinks(source: LabSource, report: ReportInLab): void {
  const linked = new Set<string>();
  source.links.forEach((link, index) => {
    for (const end of ['from', 'to'] as const) {
      const path = ['links', index, end];
      const ref = portRef(link[end]);
      const device = source.devices.find(({ name }) => name === ref.device);
      if (!device) {
        const names = source.devices.map(({ name }) => name);
        const near = suggest(ref.device, names);
        report(
          'lab/unknown-device',
          path,
          `The link ends at “${ref.device}”, which is no device of this lab.`,
          near ? `Did you mean “${near}”?` : `The devices are ${listed(names)}.`,
        );
        continue;
      }
      if (!device.ports.some(({ name }) => name === ref.port)) {
        const names = device.ports.map(({ name }) => name);
        const near = suggest(ref.port, names);
        report(
          'lab/unknown-port',
          path,
          `The link ends at port “${ref.port}”, which ${device.name} does not have.`,
          near
            ? `Did you mean “${near}”?`
            : names.length > 0
              ? `Its ports are ${listed(names)}.`
              : `List the ports of ${device.name} first.`,
        );
        continue;
      }
      const key = `${ref.device}/${ref.port}`;
      if (linked.has(key)) {
        report(
          'lab/port-linked-twice',
          path,
          `The port ${key} is already at the end of another link.`,
          'One cable fits in one port: correct one of the two links.',
        );
      }
      linked.add(key);
    }
  });
}

function checkNetworks(source: LabSource, report: ReportInLab): void {
  const subnets: { readonly name: string; readonly range: [ipaddr.IPv4, number] }[] = [];
  const vlans = new Map<number, string>();
  const addresses = new Map<string, string>();
  source.networks.forEach((network, index) => {
    const path = ['networks', index];
    const taken = vlans.get(network.vlan);
    if (taken) {
      report(
        'lab/duplicate-vlan',
        [...path, 'vlan'],
        `VLAN ${network.vlan} is already used by the network “${taken}”.`,
        'Give each network a VLAN of its own.',
      );
    }
    vlans.set(network.vlan, taken ?? network.id);
    const subnet = network.subnet === undefined ? undefined : ipaddr.IPv4.parseCIDR(network.subnet);
    if (subnet) {
      const other = subnets.find(({ range: [address, bits] }) => {
        const shorter = Math.min(bits, subnet[1]);
        return address.match(subnet[0], shorter);
      });
      if (other) {
        report(
          'lab/duplicate-subnet',
          [...path, 'subnet'],
          `The subnet ${network.subnet} overlaps that of the network “${other.name}”.`,
          'Give each network a subnet of its own.',
        );
      }
      subnets.push({ name: network.id, range: subnet });
    }
    for (const [device, address] of Object.entries(network.hosts)) {
      const place = [...path, 'hosts', device];
      if (!source.devices.some(({ name }) => name === device)) {
        const near = suggest(
          device,
          source.devices.map(({ name }) => name),
        );
        report(
          'lab/unknown-device',
          place,
          `“${device}” has an address but is no device of this lab.`,
          near ? `Did you mean “${near}”?` : 'Add the device, or remove the address.',
          'key',
        );
      }
      if (!subnet) {
        report(
          'lab/address-outside-subnet',
          place,
          `${device} has an address in “${network.id}”, which has no subnet.`,
          'Add the subnet, or remove the address.',
        );
      } else if (!isHostOf(ipaddr.IPv4.parse(address), subnet)) {
        report(
          'lab/address-outside-subnet',
          place,
          `${address} is not a host address of ${network.subnet}.`,
          'Use an address between the network’s first and last.',
        );
      }
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
  });
}

/** In the subnet, and neither its network address nor its broadcast address. */
function isHostOf(address: ipaddr.IPv4, [network, bits]: [ipaddr.IPv4, number]): boolean {
  if (!address.match(network, bits)) return false;
  if (bits >= 31) return true;
  const cidr = `${network.toString()}/${bits}`;
  const text = address.toString();
  return (
    text !== ipaddr.IPv4.networkAddressFromCIDR(cidr).toString() &&
    text !== ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString()
  );
}

function portRef(text: string): PortRef {
  const slash = text.indexOf('/');
  return { device: text.slice(0, slash), port: text.slice(slash + 1) };
}

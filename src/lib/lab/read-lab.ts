import { platformChoice } from '../platforms/platform-named.ts';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import { readYaml } from '../diagnostics/read-yaml.ts';
import { diagnose } from './rules.ts';
import { listed } from '../diagnostics/listed.ts';
import { areEnough, firstProblems } from '../diagnostics/most-problems.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { assignCables } from './assign-cables.ts';
import { checkGroups } from './check-groups.ts';
import { checkHosts } from './check-hosts.ts';
import { checkNetworks } from './check-networks.ts';
import { checkTexts } from './check-texts.ts';
import type { Lab, PortRef } from './lab.ts';
import type { ReportInLab } from './report.ts';
import { reportDuplicateName, reportUnknownDevice } from './report.ts';
import type { LabSource } from './schema.ts';
import { labSchema } from './schema.ts';
import { typeProblem } from './values.ts';

/** Reads a lab's YAML and proves it as a whole: names, VLANs, subnets and addresses are unique, links end at ports that exist. */
export function readLab(file: SourceFile): Reading<Lab | undefined> {
  const reading = readYaml(file, labSchema, 'lab/schema', undefined, undefined, {
    choice: platformChoice,
  });
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
  checkHosts(source, report);
  checkNetworks(source, report);
  checkGroups(source, report);
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
  const lab: Lab = { ...source, id, links, networks: assignCables(source.networks) };
  // A text that is no value of its type is told once.
  if (found.length === 0) for (const problem of checkTexts(file, source, reading)) found.push(problem);
  const holds = found.every(({ severity }) => severity !== 'error');
  return { value: holds ? lab : undefined, diagnostics: firstProblems(found) };
}

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
        reportDuplicateName(
          report,
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
    // The lab's own domain is a value of that name.
    [...source.values, ...(source.domain === undefined ? [] : [{ name: 'domain' }])],
    (value) => value.name,
    (index) => (index < source.values.length ? ['values', index, 'name'] : ['domain']),
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
        reportUnknownDevice(
          report,
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

function portRef(text: string): PortRef {
  const slash = text.indexOf('/');
  return { device: text.slice(0, slash), port: text.slice(slash + 1) };
}

import { listed } from '../diagnostics/listed.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { ReportInLab } from './report.ts';
import { reportDuplicateName, reportUnknownDevice } from './report.ts';
import type { LabSource } from './schema.ts';

/** Proves that groups have names of their own, which no device has, and that each device in one is there, once. */
export function checkGroups({ devices, groups }: LabSource, report: ReportInLab): void {
  const names = devices.map(({ name }) => name);
  const seen = new Set(names);
  groups.forEach(({ name, devices: members }, at) => {
    if (seen.has(name)) {
      const isDevice = names.includes(name);
      reportDuplicateName(
        report,
        ['groups', at, 'name'],
        isDevice ? `“${name}” is the name of a device already.` : `There are two groups called “${name}”.`,
        'Give each group a name of its own: `on=` names devices and groups alike.',
      );
    }
    seen.add(name);
    members.forEach((member, index) => {
      const path = ['groups', at, 'devices', index];
      if (members.indexOf(member) < index) {
        reportDuplicateName(report, path, `${member} is twice in the group “${name}”.`, 'Remove one.');
      } else if (!names.includes(member)) {
        const near = suggest(member, names);
        reportUnknownDevice(
          report,
          path,
          `“${member}” is in the group “${name}”, and is no device of this lab.`,
          near ? `Did you mean “${near}”?` : `The devices are ${listed(names)}.`,
        );
      }
    });
  });
}

import { suggest } from '../diagnostics/suggest.ts';
import type { ReportInLab } from './report.ts';
import { reportUnknownDevice } from './report.ts';
import type { LabSource } from './schema.ts';

/** Proves that what has an address in a network is a device of the lab. */
export function checkHosts({ devices, networks }: LabSource, report: ReportInLab): void {
  const names = devices.map(({ name }) => name);
  networks.forEach(({ hosts }, index) => {
    for (const name of Object.keys(hosts)) {
      if (names.includes(name)) continue;
      const near = suggest(name, names);
      reportUnknownDevice(
        report,
        ['networks', index, 'hosts', name],
        `“${name}” has an address but is no device of this lab.`,
        near ? `Did you mean “${near}”?` : 'Add the device, or remove the address.',
        'key',
      );
    }
  });
}

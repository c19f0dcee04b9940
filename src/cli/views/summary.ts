import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import type { FileReport } from '../../lib/diagnostics/json.ts';
import { listed } from '../../lib/engine.ts';
import type { CommandCounts } from '../../jobs/kept-checks.ts';
import { countCommands } from '../../jobs/kept-checks.ts';
import type { Failure } from '../targets.ts';

/** The last line for a person: what was checked, what was found, what was repaired. */
export function summaryOf(
  reports: readonly (FileReport & { readonly counts?: CommandCounts })[],
  failures: readonly Failure[],
  applied: readonly Diagnostic[] | undefined,
): string {
  const diagnostics = reports.flatMap((report) => report.diagnostics);
  const counts = reports.map((report) => report.counts ?? countCommands(report.commands));
  const commands = counts.reduce((sum, each) => sum + each.commands, 0);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const fixable = diagnostics.filter(({ fix }) => fix?.safety === 'safe').length;
  const unknown = counts.reduce((sum, each) => sum + each.unknown, 0);
  const sentences: string[] = [];
  if (applied && applied.length > 0) {
    const files = new Set(applied.map(({ file }) => file)).size;
    sentences.push(`Repaired ${count(applied.length, 'problem')} in ${count(files, 'file')}.`);
  }
  const found = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
  ].filter(Boolean);
  sentences.push(
    `${found.length > 0 ? found.join(' and ') : 'No problems'} in ${count(reports.length, 'file')}.`,
  );
  if (commands > 0) {
    const names = [...new Set(counts.flatMap(({ unknownNames }) => unknownNames))];
    const known = unknown === 0 ? '' : `; of ${unknown} the facts say nothing (${listed(names)})`;
    sentences.push(`${count(commands, 'command')} checked${known}.`);
  }
  if (fixable > 0 && !applied)
    sentences.push(`--fix repairs ${fixable === diagnostics.length ? 'all' : fixable} of them.`);
  if (failures.length > 0) sentences.push(`${count(failures.length, 'file')} could not be checked.`);
  return sentences.join(' ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

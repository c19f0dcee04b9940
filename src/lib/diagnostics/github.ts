import type { Diagnostic } from './diagnostic.ts';
import { printable } from './display-width.ts';
import type { FileReport, FileFailure } from './json.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions, one a line, which set annotations beside the changed lines, and tell what failed. */
export function toGitHub(reports: readonly FileReport[], failures: readonly FileFailure[] = []): string {
  return [
    ...failures.map(failureAnnotation),
    ...reports.flatMap(({ diagnostics }) => diagnostics.map(annotation)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function failureAnnotation({ path, message }: FileFailure): string {
  return `::error file=${escapeProperty(path)}::${escapeData(message)}`;
}

function annotation({ severity, rule, message, hint, file, range }: Diagnostic): string {
  const { start, end } = range;
  const properties = {
    file,
    line: start.line,
    endLine: end.line,
    // Columns are understood only where the range is on one line.
    ...(start.line === end.line ? { col: start.column, endColumn: Math.max(end.column, start.column) } : {}),
    title: rule,
  };
  const words = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${words.join(',')}::${escapeData(hint === undefined ? message : `${message} ${hint}`)}`;
}

/** As the runner unescapes it: `%25`, `%0D`, `%0A`. Its log is read in a terminal, too. */
function escapeData(text: string): string {
  return printable(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

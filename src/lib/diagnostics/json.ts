import type { SourceFile } from '../source/source-file.ts';
import { positionAt } from '../source/source-file.ts';
import type { Diagnostic } from './diagnostic.ts';

/** What was found in one file. */
export interface FileReport {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly commands: readonly ReportedCommand[];
}

export interface ReportedCommand {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly support: 'supported' | 'unsupported' | 'unknown';
}

/**
 * The report for programs, `version` 1. Lines and columns count from 1, ends are exclusive, columns are UTF-16 code units.
 * `hint` and `fix` are null where there is none.
 */
export function toJson(
  reports: readonly FileReport[],
  docsUrl: (rule: Diagnostic['rule']) => string,
): string {
  const files = reports.map(({ file, diagnostics, commands }) => ({
    file: file.path,
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(file, diagnostic, docsUrl)),
    commands: commands.map(({ name, line, column, support }) => ({ name, line, column, support })),
  }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}

function diagnosticJson(
  file: SourceFile,
  diagnostic: Diagnostic,
  docsUrl: (rule: Diagnostic['rule']) => string,
): object {
  const { rule, severity, message, range, hint, fix, label, why, related, actual, expected } = diagnostic;
  const place = (offset: number) => {
    const { line, column } = positionAt(file, offset);
    return { line, column };
  };
  return {
    rule,
    severity,
    message,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
    hint: hint ?? null,
    fix: fix
      ? {
          title: fix.title,
          safety: fix.safety,
          edits: fix.edits.map(({ start, end, text }) => ({ start: place(start), end: place(end), text })),
        }
      : null,
    ...(label === undefined ? {} : { label }),
    ...(why === undefined ? {} : { why }),
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    ...(related === undefined
      ? {}
      : {
          related: related.map((place) => ({
            file: place.file,
            line: place.range.start.line,
            column: place.range.start.column,
            endLine: place.range.end.line,
            endColumn: place.range.end.column,
            message: place.message,
          })),
        }),
    docs: docsUrl(rule),
  };
}

import type { Range, SourceFile } from '../source/source-file.ts';
import { positionAt } from '../source/source-file.ts';
import type { Diagnostic } from './diagnostic.ts';
import { jsonText } from './display-width.ts';

/** What was found in one file. */
export interface FileReport {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly commands: readonly ReportedCommand[];
}

/** A file that could not be read or written. */
export interface FileFailure {
  readonly path: string;
  /** A sentence that names the file, and says why. */
  readonly message: string;
}

export interface ReportedCommand {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly support: 'supported' | 'unsupported' | 'unknown';
  /** How the command binds; missing where a language has no parameters, or the command is not known. */
  readonly binding?: {
    readonly module: string;
    readonly parameterSet: string | undefined;
    readonly arguments: readonly {
      readonly parameter: string | undefined;
      readonly how: string | undefined;
      readonly text: string;
      readonly range: Range;
    }[];
  };
}

/** A command for the report, as a dialect lists it. */
export function reportedCommand({
  name,
  range,
  support,
  binding,
}: Omit<ReportedCommand, 'line' | 'column'> & { readonly range: Range }): ReportedCommand {
  const { line, column } = range.start;
  return { name, line, column, support, ...(binding ? { binding } : {}) };
}

/**
 * The report for programs, `version` 1. Lines and columns count from 1, ends are exclusive, columns are UTF-16 code units.
 * `hint` and `fix` are null where there is none; so are `module` and `parameterSet` of a command, and the `parameter` of an
 * argument, where they are not known.
 */
export function toJson(
  reports: readonly FileReport[],
  docsUrl: (rule: Diagnostic['rule']) => string,
): string {
  const files = reports.map(({ file, diagnostics, commands }) => ({
    file: file.path,
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(file, diagnostic, docsUrl)),
    commands: commands.map(commandJson),
  }));
  return jsonText({ version: 1, files });
}

function commandJson({ name, line, column, support, binding }: ReportedCommand): object {
  if (!binding) return { name, line, column, support };
  return {
    name,
    line,
    column,
    support,
    module: binding.module,
    parameterSet: binding.parameterSet ?? null,
    arguments: binding.arguments.map(({ parameter, how, text, range }) => ({
      parameter: parameter ?? null,
      how: how ?? null,
      line: range.start.line,
      column: range.start.column,
      text,
    })),
  };
}

export function diagnosticJson(
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

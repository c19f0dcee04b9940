import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { jsonText } from './display-width.ts';
import type { FileReport, FileFailure } from './json.ts';

export interface SarifTool {
  readonly name: string;
  readonly version: string;
  readonly url: string;
  readonly docsUrl: (rule: string) => string;
  /** By the ids of rules: what each is reported as by default. */
  readonly severities: Readonly<Record<string, Severity>>;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** How a run of the tool ended. */
export interface SarifRun {
  readonly exitCode: number;
  readonly failures: readonly FileFailure[];
}

/**
 * SARIF 2.1.0 (OASIS), for code scanning: the rules that were met, results with regions in UTF-16 columns, and their fixes; of the run,
 * whether it did all its work, and what failed.
 */
export function toSarif(
  reports: readonly FileReport[],
  tool: SarifTool,
  { exitCode, failures }: SarifRun,
): string {
  const met = [...new Set(reports.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            informationUri: tool.url,
            rules: met.map((rule) => ({
              id: rule,
              helpUri: tool.docsUrl(rule),
              defaultConfiguration: { level: levels[tool.severities[rule] ?? 'error'] },
            })),
          },
        },
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            exitCode,
            toolExecutionNotifications: failures.map(({ path, message }) => ({
              level: 'error',
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
            })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        artifacts: [
          ...new Set([...reports.map(({ file }) => file.path), ...failures.map(({ path }) => path)]),
        ].map((path) => ({ location: { uri: uriOf(path) } })),
        results: reports.flatMap(({ file, diagnostics }) =>
          diagnostics.map((diagnostic) => resultOf(file, diagnostic, met)),
        ),
      },
    ],
  };
  return jsonText(log);
}

function resultOf(file: SourceFile, diagnostic: Diagnostic, met: readonly string[]): object {
  const { rule, severity, message, hint, range, related, fix } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex: met.indexOf(rule),
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: locationOf(diagnostic.file, range) }],
    ...(related && related.length > 0
      ? {
          relatedLocations: related.map((place) => ({
            physicalLocation: locationOf(place.file, place.range),
            message: { text: place.message },
          })),
        }
      : {}),
    ...(fix
      ? {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(file.path) },
                  replacements: fix.edits.map(({ start, end, text }) => ({
                    deletedRegion: regionOf(rangeAt(file, start, end)),
                    insertedContent: { text },
                  })),
                },
              ],
            },
          ],
        }
      : {}),
  };
}

function locationOf(path: string, range: Range): object {
  return { artifactLocation: { uri: uriOf(path) }, region: regionOf(range) };
}

function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A path as a relative URI; one from the root of a disk as a file URI. Halves of pairs, which no URI can have, are U+FFFD. */
function uriOf(path: string): string {
  const escaped = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${escaped.slice(escaped.indexOf('/'))}`;
  return path.startsWith('/') ? `file://${escaped}` : escaped;
}

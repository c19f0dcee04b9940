import { diffLines } from 'diff';
import type { Painter } from '../../lib/diagnostics/code-frame.ts';
import { codeFrame } from '../../lib/diagnostics/code-frame.ts';
import type { Diagnostic, Severity } from '../../lib/diagnostics/diagnostic.ts';
import { showInvisible } from '../../lib/diagnostics/display-width.ts';
import type { FileReport } from '../../lib/diagnostics/json.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';

/** How a terminal is painted. */
export interface TerminalPainter {
  readonly frame: Record<Severity, Painter>;
  heading(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

/** Every diagnostic with the author's own line, for a person at a terminal. `sources` by path, for related places elsewhere. */
export function toPretty(
  reports: readonly FileReport[],
  sources: ReadonlyMap<string, SourceFile>,
  painter: TerminalPainter,
): string {
  return reports
    .flatMap(({ diagnostics }) => diagnostics.map((diagnostic) => one(diagnostic, sources, painter)))
    .join('\n');
}

function one(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, SourceFile>,
  painter: TerminalPainter,
): string {
  const { severity, rule, message, file, range, label, related = [], why, hint, fix } = diagnostic;
  const frame = painter.frame[severity];
  const lines = [
    `${painter.heading(severity, `${severity}[${rule}]`)}: ${painter.strong(showInvisible(message))}`,
    painter.faint(`  --> ${file}:${range.start.line}:${range.start.column}`),
  ];
  const source = sources.get(file);
  if (source) {
    lines.push(
      codeFrame(
        source,
        [
          { range, label, kind: 'mark' },
          ...related
            .filter((place) => place.file === file)
            .map((place) => ({ range: place.range, label: place.message, kind: 'note' as const })),
        ],
        { painter: frame },
      ),
    );
  }
  for (const place of related.filter((other) => other.file !== file)) {
    lines.push(painter.faint(`  ::: ${place.file}:${place.range.start.line}:${place.range.start.column}`));
    const other = sources.get(place.file);
    if (other)
      lines.push(
        codeFrame(other, [{ range: place.range, label: place.message, kind: 'note' }], { painter: frame }),
      );
    else lines.push(`      ${place.message}`);
  }
  lines.push(...difference(diagnostic, painter));
  if (why !== undefined) lines.push(`  ${painter.faint('why:')} ${showInvisible(why)}`);
  if (hint !== undefined) lines.push(`  ${painter.strong('hint:')} ${showInvisible(hint)}`);
  if (fix?.safety === 'safe') lines.push(painter.faint(`  --fix repairs this: ${lowerFirst(fix.title)}.`));
  return `${lines.join('\n')}\n`;
}

/** Texts of several lines that should be equal, line by line: what stands there behind `-`, what should behind `+`. */
function difference({ actual, expected }: Diagnostic, painter: TerminalPainter): string[] {
  if (actual === undefined || expected === undefined || !`${actual}${expected}`.includes('\n')) return [];
  return diffLines(actual, expected).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => {
        const text = `    ${added ? '+' : removed ? '-' : ' '} ${showInvisible(line)}`.trimEnd();
        return added || removed ? text : painter.faint(text);
      }),
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { codeFrame } from '../../lib/engine.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';

/** Diagnostics as text, each with the author's own line. `files` by path. */
export function reportText(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, SourceFile>,
): string {
  return diagnostics.map((diagnostic) => one(diagnostic, files)).join('\n\n');
}

function one(
  { severity, rule, message, file, range, label, related = [], why, hint }: Diagnostic,
  files: ReadonlyMap<string, SourceFile>,
): string {
  const { line, column } = range.start;
  const lines = [`${severity}[${rule}]: ${message}`, `  --> ${file}:${line}:${column}`];
  const source = files.get(file);
  if (source) {
    const places = related.filter((place) => place.file === file);
    lines.push(
      codeFrame(source, [
        { range, label, kind: 'mark' },
        ...places.map((place) => ({ range: place.range, label: place.message, kind: 'note' as const })),
      ]),
    );
  }
  if (why !== undefined) lines.push(`  why: ${why}`);
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return lines.join('\n');
}

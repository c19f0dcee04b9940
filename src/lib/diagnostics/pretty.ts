import { diffLines } from 'diff';
import type { FramePainter } from './code-frame.ts';
import { codeFrame, plainFrame } from './code-frame.ts';
import type { Diagnostic, Related, Severity } from './diagnostic.ts';
import { showInvisible } from './display-width.ts';
import type { SourceFile } from '../source/source-file.ts';

/** How text for a person is coloured. */
export interface TextPainter {
  readonly frame: Readonly<Record<Severity, FramePainter>>;
  heading(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

/** Without colour. */
export const plainPainter: TextPainter = {
  frame: { error: plainFrame, warning: plainFrame, info: plainFrame },
  heading: (_severity, text) => text,
  strong: (text) => text,
  faint: (text) => text,
};

/** By path. */
type SourceFiles = ReadonlyMap<string, SourceFile>;

/**
 * Every diagnostic with the author's own line, for a person: the one view of the command line, the build and the site as it is
 * served. A blank line stands between two, a line break at the end; nothing is printed for none. What cannot be seen, or would move
 * other text, is shown by its code. A place in a file that is not among `sources` is named without its line. Of a file with very many,
 * the first ones are shown and the rest is counted.
 */
export function toPretty(
  diagnostics: readonly Diagnostic[],
  sources: SourceFiles,
  painter: TextPainter = plainPainter,
): string {
  const counts = new Map<string, number>();
  const texts: string[] = [];
  for (const diagnostic of diagnostics) {
    const count = (counts.get(diagnostic.file) ?? 0) + 1;
    counts.set(diagnostic.file, count);
    if (count <= mostShown) texts.push(diagnosticText(diagnostic, sources, painter));
  }
  for (const [file, count] of counts)
    if (count > mostShown)
      texts.push(`${showInvisible(file)} has ${String(count - mostShown)} more problems like these.\n`);
  return texts.join('\n');
}

/** Problems of one file: nobody reads on behind these. */
const mostShown = 500;

function diagnosticText(diagnostic: Diagnostic, sources: SourceFiles, painter: TextPainter): string {
  const { severity, rule, message, file, why, hint, fix } = diagnostic;
  const source = sources.get(file);
  const lines = [
    `${painter.heading(severity, `${severity}[${rule}]`)}: ${painter.strong(showInvisible(message))}`,
    painter.faint(`  --> ${placeText(diagnostic)}`),
    // Of an empty file there is no line to show.
    ...(source && source.text !== '' ? [ownFrame(diagnostic, source, painter)] : []),
    ...relatedElsewhere(diagnostic, sources, painter),
    ...difference(diagnostic, painter),
  ];
  if (why !== undefined) lines.push(`  ${painter.faint('why:')} ${showInvisible(why)}`);
  if (hint !== undefined) lines.push(`  ${painter.strong('hint:')} ${showInvisible(hint)}`);
  if (fix?.safety === 'safe')
    lines.push(painter.faint(`  --fix repairs this: ${showInvisible(lowerFirst(fix.title))}.`));
  return `${lines.join('\n')}\n`;
}

/** The marked range in its file, with the related places of the same file. */
export function ownFrame(
  { severity, file, range, label, related = [] }: Diagnostic,
  source: SourceFile,
  painter: TextPainter = plainPainter,
): string {
  const notes = related
    .filter((place) => place.file === file)
    .map((place) => ({ range: place.range, label: place.message, kind: 'note' as const }));
  return codeFrame(source, [{ range, label, kind: 'mark' }, ...notes], { painter: painter.frame[severity] });
}

function relatedElsewhere(
  { severity, file, related = [] }: Diagnostic,
  sources: SourceFiles,
  painter: TextPainter,
): string[] {
  return related
    .filter((place) => place.file !== file)
    .flatMap((place) => {
      const source = sources.get(place.file);
      const note = { range: place.range, label: place.message, kind: 'note' } as const;
      return [
        painter.faint(`  ::: ${placeText(place)}`),
        source
          ? codeFrame(source, [note], { painter: painter.frame[severity] })
          : `      ${showInvisible(place.message)}`,
      ];
    });
}

function placeText({ file, range }: Pick<Related, 'file' | 'range'>): string {
  return `${showInvisible(file)}:${range.start.line}:${range.start.column}`;
}

/** Texts of several lines that should be equal, line by line: what stands there behind `-`, what should behind `+`. */
function difference({ actual, expected }: Diagnostic, painter: TextPainter): string[] {
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

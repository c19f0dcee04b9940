import type { Compatibility, CompatibilityCell, CompatibilityNote } from '../../lib/check/compatibility.ts';
import { jsonText, showInvisible, titleOf, yearOf } from '../../lib/engine.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';

/** The matrix for a person at a terminal, and under it what to do about every cell that is not fine. */
export function compatibilityTable(
  { platforms, writtenFor, steps, notes, leftOut }: Compatibility,
  painter: TextPainter,
): string {
  const headings = platforms.map((platform) => yearOf(platform) + (writtenFor.includes(platform) ? '*' : ''));
  const texts = steps.map(({ cells }) => cells.map(cellText));
  const widths = headings.map((heading, column) =>
    texts
      .map((cells) => cells[column]?.length ?? 0)
      .reduce((most, item) => Math.max(most, item), heading.length),
  );
  const first = steps
    .map(({ step }) => step.length)
    .reduce((most, item) => Math.max(most, item), 'Step'.length);
  const line = (step: string, cells: readonly string[], title: string) =>
    [step.padEnd(first), ...cells, title].join('  ').trimEnd();
  const body = steps.map(({ step, title, cells }, row) => {
    const painted = cells.map((cell, column) =>
      paint(cell, texts[row]![column]!.padEnd(widths[column]!), painter),
    );
    const none = painter.faint(
      'nothing that runs on Windows Server'.padEnd(widths.reduce((sum, width) => sum + width + 2, -2)),
    );
    return line(step, cells.length > 0 ? painted : [none], title);
  });
  const head = line(
    'Step',
    headings.map((heading, column) => heading.padEnd(widths[column]!)),
    '',
  );
  return [
    painter.strong(head),
    ...body,
    '',
    ...(writtenFor.length > 0 ? [painter.faint('* what the lab has')] : []),
    ...(leftOut.length > 0 ? [painter.faint(`Not part of this: what runs on ${leftOut.join(', ')}.`)] : []),
    ...notes.flatMap((note) => ['', noteText(note, painter)]),
    '',
  ].join('\n');
}

/** `error 1`: the verdict, and the numbers of the notes about it. */
function cellText({ verdict, notes }: CompatibilityCell): string {
  return [verdict, notes.join(',')].join(' ').trimEnd();
}

function paint({ verdict }: CompatibilityCell, text: string, painter: TextPainter): string {
  if (verdict === 'ok') return text;
  return verdict === 'unknown' ? painter.faint(text) : painter.heading(verdict, text);
}

function noteText(note: CompatibilityNote, painter: TextPainter): string {
  const { number, step, platforms, verdict, rule, message, why, hint, file, range } = note;
  const label = rule === undefined ? verdict : `${verdict}[${rule}]`;
  const indent = ' '.repeat(String(number).length + 2);
  return [
    `${number}  ${painter.strong(`Step ${step} on ${titleOf(platforms)}`)}`,
    `${verdict === 'unknown' ? painter.faint(label) : painter.heading(verdict, label)}: ${message}`,
    ...(why === undefined ? [] : [`${painter.faint('why:')} ${why}`]),
    ...(hint === undefined ? [] : [`${painter.strong('hint:')} ${hint}`]),
    painter.faint(`--> ${showInvisible(file)}:${range.start.line}:${range.start.column}`),
  ].join(`\n${indent}`);
}

/** The same for programs, `version` 1. */
export function compatibilityJson(
  labwork: number,
  { platforms, writtenFor, steps, notes, leftOut }: Compatibility,
  docsUrl: (rule: NonNullable<CompatibilityNote['rule']>) => string,
): string {
  const value = {
    version: 1,
    labwork,
    platforms,
    writtenFor,
    leftOut,
    steps,
    notes: notes.map(({ number, step, platforms: on, verdict, rule, message, why, hint, file, range }) => ({
      number,
      step,
      platforms: on,
      verdict,
      rule: rule ?? null,
      message,
      why: why ?? null,
      hint: hint ?? null,
      file,
      line: range.start.line,
      column: range.start.column,
      endLine: range.end.line,
      endColumn: range.end.column,
      docs: rule === undefined ? null : docsUrl(rule),
    })),
  };
  return jsonText(value);
}

import type { Range, SourceFile } from '../source/source-file.ts';
import { lineAt } from '../source/source-file.ts';
import { cellOf, showInvisible } from './display-width.ts';

/** How the parts of a frame are coloured. */
export interface FramePainter {
  /** The part that is wrong, its underline and its label. */
  mark(text: string): string;
  /** Places that belong to it. */
  note(text: string): string;
  /** Line numbers and rulers. */
  faint(text: string): string;
}

export const plainFrame: FramePainter = { mark: (text) => text, note: (text) => text, faint: (text) => text };

export interface FrameMark {
  readonly range: Range;
  readonly label?: string | undefined;
  /** The reason for the frame, or a place that belongs to it. */
  readonly kind: 'mark' | 'note';
}

export interface FrameOptions {
  readonly painter?: FramePainter;
  /** Columns for the author's line; longer ones are cut around the marked part. */
  readonly width?: number;
}

/**
 * The author's lines with the marked parts underlined:
 *
 *     12 | New-VMSwitch -Nme 'x'
 *        |              ^^^^ no such parameter
 *
 * A range over several lines is underlined to the end of its first line. Lines come in their order, `...` where some are left out.
 */
export function codeFrame(
  file: SourceFile,
  marks: readonly FrameMark[],
  { painter = plainFrame, width = 96 }: FrameOptions = {},
): string {
  const byLine = new Map<number, FrameMark[]>();
  for (const mark of marks) {
    const { line } = mark.range.start;
    byLine.set(line, [...(byLine.get(line) ?? []), mark]);
  }
  const numbers = [...byLine.keys()].sort((a, b) => a - b);
  const gutter = String(numbers.at(-1) ?? 1).length;
  const rule = (number: string) => painter.faint(`${number.padStart(gutter)} |`);
  const out: string[] = [];
  let before: number | undefined;
  for (const number of numbers) {
    if (before !== undefined && number > before + 1) out.push(painter.faint(`${' '.repeat(gutter)} ...`));
    before = number;
    const text = lineAt(file, number);
    // The mark itself comes first, under its line.
    const here = byLine
      .get(number)!
      .toSorted((a, b) => Number(a.kind === 'note') - Number(b.kind === 'note'));
    const [shown, ...underlines] = drawLine(text, number, here, width, painter);
    out.push(`${rule(String(number))} ${shown!}`.trimEnd());
    for (const underline of underlines) out.push(`${rule('')} ${underline}`.trimEnd());
  }
  return out.join('\n');
}

/** The line, cut to the width around its first mark, and an underline for each mark. */
function drawLine(
  text: string,
  number: number,
  marks: readonly FrameMark[],
  width: number,
  painter: FramePainter,
): string[] {
  // A line of a megabyte is not laid out whole: what is far from the mark is cut before.
  const anchor = Math.min(marks[0]!.range.start.column - 1, text.length);
  const from = onBoundary(text, Math.max(0, anchor - 4 * width));
  const to = onBoundary(text, Math.min(text.length, anchor + 8 * width));
  const starts: number[] = [];
  const cells: string[] = [];
  const cellAt: number[] = [];
  let column = 0;
  for (let at = from; at < to;) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const cell = cellOf(character, column);
    for (let unit = 0; unit < character.length; unit++) cellAt.push(cells.length);
    cells.push(cell.text);
    starts.push(column);
    column += cell.width;
    at += character.length;
  }
  starts.push(column);
  cellAt.push(cells.length);
  const cell = (offset: number) => cellAt[Math.max(0, Math.min(offset - from, cellAt.length - 1))]!;

  const spans = marks.map(({ range, label, kind }) => {
    const first = cell(range.start.column - 1);
    const end = range.end.line > number ? cell(text.length) : cell(range.end.column - 1);
    return { first, end: Math.max(end, first), label, kind };
  });

  let begin = 0;
  let finish = cells.length;
  if (column > width || from > 0 || to < text.length) {
    const { first, end } = spans[0]!;
    const room = Math.max(0, width - Math.min(width, starts[end]! - starts[first]!));
    const left = Math.max(0, starts[first]! - Math.floor(room / 2));
    begin = starts.findIndex((start) => start >= left);
    begin = Math.min(begin < 0 ? first : begin, first);
    finish = begin;
    while (finish < cells.length && starts[finish + 1]! - starts[begin]! <= width) finish++;
  }
  const cutLeft = begin > 0 || from > 0 ? '…' : '';
  const cutRight = finish < cells.length || to < text.length ? '…' : '';
  const shown = cutLeft + cells.slice(begin, finish).join('') + cutRight;
  const lines = [shown];
  for (const { first, end, label, kind } of spans) {
    if (first > finish || end < begin) continue;
    const start = Math.max(first, begin);
    const stop = Math.min(end, finish);
    const indent = starts[start]! - starts[begin]! + cutLeft.length;
    const length = Math.max(1, starts[stop]! - starts[start]!);
    const paint = kind === 'mark' ? painter.mark : painter.note;
    const line = (kind === 'mark' ? '^' : '-').repeat(length) + (label ? ` ${showInvisible(label)}` : '');
    lines.push(' '.repeat(indent) + paint(line));
  }
  return lines;
}

/** Not between the halves of a surrogate pair. */
function onBoundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

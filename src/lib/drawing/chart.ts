import { scaleLinear } from 'd3-scale';
import type { Comparison } from '../comparison/comparison.ts';
import { formatCell } from '../comparison/format.ts';

/** A chart of horizontal bars as plain geometry, in units of the SVG's view box. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly BarGroup[];
  /** Where the bars begin. */
  readonly left: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** Where ticks begin and end. */
  readonly top: number;
  readonly bottom: number;
}

/** One column of the comparison. */
export interface BarGroup {
  readonly title: string;
  readonly y: number;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly row: string;
  /** The value in words, set at the bar's end. */
  readonly label: string;
  readonly y: number;
  readonly height: number;
  /** 0 for an absence. */
  readonly width: number;
  /** Of a range, where it begins; else 0. */
  readonly from: number;
  readonly kind: 'exact' | 'about' | 'range' | 'absent';
  /** Index of the row, for its colour. */
  readonly index: number;
}

const width = 420;
/** Of a character of a row's title, in the monospaced face at 12 units. */
const advance = 7.3;
const longestTitle = 20;
/** Room for the label of the longest bar. */
const right = 92;
const barHeight = 15;
const barGap = 8;
const groupGap = 26;
const titleHeight = 24;

/**
 * The chart of a measurement whose columns share one unit; undefined for findings and mixed units. Bars are grouped by column, so that
 * rows are compared side by side, and begin at zero.
 */
export function chartOf({ form, columns, rows }: Comparison): Chart | undefined {
  const unit = columns[0]?.unit;
  if (form !== 'measurement' || unit === undefined || columns.some((column) => column.unit !== unit))
    return undefined;
  const highest = rows
    .flatMap(({ cells }) =>
      cells.map((cell) =>
        cell.kind === 'exact' || cell.kind === 'about' ? cell.value : cell.kind === 'range' ? cell.to : 0,
      ),
    )
    .reduce((most, item) => Math.max(most, item), 0);
  if (highest <= 0) return undefined;
  const titles = rows.map(({ title }) =>
    title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title,
  );
  const left =
    Math.ceil(titles.map(({ length }) => length).reduce((most, item) => Math.max(most, item), 0) * advance) +
    14;
  const x = scaleLinear([0, highest], [0, width - left - right]);
  let y = 0;
  const groups = columns.map((column, at): BarGroup => {
    const start = y;
    y += titleHeight;
    const bars = rows.flatMap((row, index): Bar[] => {
      const cell = row.cells[at];
      if (!cell || cell.kind === 'text') return [];
      const from = cell.kind === 'range' ? x(cell.from) : 0;
      const to = cell.kind === 'absent' ? 0 : x(cell.kind === 'range' ? cell.to : cell.value);
      const bar: Bar = {
        row: titles[index]!,
        label: formatCell(cell, column),
        y,
        height: barHeight,
        width: round(to - from),
        from: round(from),
        kind: cell.kind,
        index,
      };
      y += barHeight + barGap;
      return [bar];
    });
    y += groupGap - barGap;
    return { title: column.title, y: start + titleHeight - 9, bars };
  });
  const bottom = y - groupGap + 6;
  const ticks = x.ticks(5).map((value) => ({ x: round(left + x(value)), label: `${value}` }));
  return { width, height: bottom + 26, groups, left, ticks, top: titleHeight - 4, bottom };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

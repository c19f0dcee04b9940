import { describe, expect, it } from 'vitest';
import { createChance, pick } from '../../chance.ts';
import type { Cell, Comparison } from '../../../src/lib/comparison/comparison.ts';
import { chartOf } from '../../../src/lib/drawing/chart.ts';

const exact = (value: number): Cell => ({ kind: 'exact', value });
const about = (value: number): Cell => ({ kind: 'about', value });
const range = (from: number, to: number): Cell => ({ kind: 'range', from, to });
const absent: Cell = { kind: 'absent', reason: 'It has none.' };
const text: Cell = { kind: 'text', text: 'yes' };

function comparison(
  rows: readonly (readonly Cell[])[],
  units: readonly (string | undefined)[] = ['W'],
  form: Comparison['form'] = 'measurement',
): Comparison {
  return {
    id: 'made-up',
    title: 'Made up',
    summary: 'Made up.',
    form,
    rowTitle: 'Row',
    columns: units.map((unit, index) => ({ id: `c${index}`, title: `Column ${index}`, unit })),
    rows: rows.map((cells, index) => ({ id: `r${index}`, title: `Row ${index}`, cells })),
    conditions: [],
    source: 'Nobody.',
  };
}

describe('a chart', () => {
  it('has bars in proportion to their values, the longest the full width', () => {
    const chart = chartOf(comparison([[exact(10)], [exact(40)], [exact(20)]]))!;
    const widths = chart.groups[0]!.bars.map(({ width }) => width);
    expect(widths[1]).toBeGreaterThan(0);
    expect(widths[0]! / widths[1]!).toBeCloseTo(0.25, 2);
    expect(widths[2]! / widths[1]!).toBeCloseTo(0.5, 2);
    expect(chart.left + widths[1]!).toBeLessThan(chart.width);
  });

  it('begins a range where it begins, and ends it where it ends', () => {
    const [whole, part] = chartOf(comparison([[exact(100)], [range(25, 75)]]))!.groups[0]!.bars;
    expect(part!.kind).toBe('range');
    expect(part!.from / whole!.width).toBeCloseTo(0.25, 2);
    expect(part!.width / whole!.width).toBeCloseTo(0.5, 2);
    expect(whole!.from).toBe(0);
  });

  it('shows an absence without a bar, and a word not at all', () => {
    const { bars } = chartOf(comparison([[exact(1)], [absent], [text]]))!.groups[0]!;
    expect(bars.map(({ kind, index }) => [kind, index])).toEqual([
      ['exact', 0],
      ['absent', 1],
    ]);
    expect(bars[1]!.width).toBe(0);
  });

  it('scales to the end of a range, where that is the highest', () => {
    const chart = chartOf(comparison([[exact(50)], [range(0, 100)]]))!;
    const [bar, wide] = chart.groups[0]!.bars;
    expect(bar!.width / wide!.width).toBeCloseTo(0.5, 2);
    expect(chart.left + wide!.width).toBeLessThan(chart.width);
  });

  it('is grouped by column, in their order, none over another', () => {
    const chart = chartOf(
      comparison(
        [
          [exact(1), exact(2)],
          [exact(3), exact(4)],
        ],
        ['W', 'W'],
      ),
    )!;
    expect(chart.groups.map(({ title }) => title)).toEqual(['Column 0', 'Column 1']);
    const bars = chart.groups.flatMap((group) => group.bars);
    bars
      .slice(1)
      .forEach((bar, index) => expect(bar.y).toBeGreaterThanOrEqual(bars[index]!.y + bars[index]!.height));
    const last = bars.at(-1)!;
    expect(last.y + last.height).toBeLessThanOrEqual(chart.bottom);
    expect(chart.bottom).toBeLessThan(chart.height);
    expect(chart.groups[1]!.y).toBeGreaterThan(bars[1]!.y + bars[1]!.height);
  });

  it('has its ticks from zero, within its width, in steps that are the same', () => {
    const { ticks, left, width } = chartOf(comparison([[exact(93)]]))!;
    expect(ticks[0]).toEqual({ x: left, label: '0' });
    const steps = ticks.slice(1).map(({ x }, index) => x - ticks[index]!.x);
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 0);
    expect(ticks.at(-1)!.x).toBeLessThanOrEqual(width);
  });

  it('shortens long titles of rows, and leaves room for the others', () => {
    const long = {
      ...comparison([[exact(1)]]),
      rows: [{ id: 'r', title: 'x'.repeat(60), cells: [exact(1)] }],
    };
    const chart = chartOf(long)!;
    expect(chart.groups[0]!.bars[0]!.row).toBe(`${'x'.repeat(19)}…`);
    expect(chart.left).toBeLessThan(chart.width / 2);
    const short = chartOf(comparison([[exact(1)]]))!;
    expect(short.left).toBeLessThan(chart.left);
    expect(short.groups[0]!.bars[0]!.row).toBe('Row 0');
  });

  it.each([
    ['findings', comparison([[exact(1)]], ['W'], 'findings')],
    ['mixed units', comparison([[exact(1), exact(2)]], ['W', 'kg'])],
    ['no unit', comparison([[exact(1)]], [undefined])],
    ['nothing above zero', comparison([[exact(0)], [absent]])],
    ['no column', comparison([], [])],
  ])('is none of %s', (_, one) => {
    expect(chartOf(one)).toBeUndefined();
  });

  it('stays inside its drawing, whatever is measured', () => {
    const chance = createChance(7);
    for (let round = 0; round < 100; round++) {
      const cell = () =>
        pick(chance, [
          exact(chance() * 1e4),
          about(chance() * 1e4),
          range(chance() * 10, 10 + chance() * 1e3),
          absent,
          text,
          exact(0),
        ]);
      const columns = 1 + Math.floor(chance() * 3);
      const rows = Array.from({ length: 1 + Math.floor(chance() * 5) }, () =>
        Array.from({ length: columns }, cell),
      );
      const chart = chartOf(
        comparison(
          rows,
          Array.from({ length: columns }, () => 'W'),
        ),
      );
      for (const { bars } of chart?.groups ?? []) {
        for (const { y, height, from, width } of bars) {
          expect(width).toBeGreaterThanOrEqual(0);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(chart!.left + from + width).toBeLessThanOrEqual(chart!.width);
          expect(y + height).toBeLessThanOrEqual(chart!.bottom);
        }
      }
    }
  });
});

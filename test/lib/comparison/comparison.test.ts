import { describe, expect, it } from 'vitest';
import { chartOf } from '../../../src/lib/drawing/chart.ts';
import { comparisonCsv } from '../../../src/lib/comparison/csv.ts';
import { bestRows, formatCell } from '../../../src/lib/comparison/format.ts';
import { comparisonJson } from '../../../src/lib/comparison/json.ts';
import { readComparison } from '../../../src/lib/comparison/read-comparison.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const yaml = `title: Moving a machine
summary: How long it took.
form: measurement
rowTitle: Who
columns:
  - { id: tcp, title: TCP/IP, unit: s, better: lower }
  - { id: rdma, title: SMB, unit: s, better: lower }
rows:
  - id: finn
    title: Finn
    cells: { tcp: 78, rdma: 6.8 }
  - id: lab
    title: =SUM(A1)
    note: 'random, or "not"'
    cells: { tcp: { about: 38 }, rdma: { absent: no RDMA NICs } }
  - id: wide
    title: Wide
    cells: { tcp: { from: 40, to: 60 }, rdma: -5 }
source: Two people.
`;

const read = (text: string) => readComparison(createSourceFile('src/content/comparisons/moves.yaml', text));
const moves = read(yaml).value!;

describe('a comparison', () => {
  it('is read with its cells in the order of the columns', () => {
    expect(moves.id).toBe('moves');
    expect(moves.rows[1]?.cells).toEqual([
      { kind: 'about', value: 38 },
      { kind: 'absent', reason: 'no RDMA NICs' },
    ]);
  });

  it.each([
    ['a cell of a column that is not there', 'tcp: 78, rdma', 'tpc: 78, tcp: 78, rdma', 'tpc'],
    ['words in a measured column', 'tcp: 78', 'tcp: quick', 'quick'],
    ['a range that runs backwards', 'from: 40', 'from: 90', '{ from: 90, to: 60 }'],
    ['two rows of one id', 'id: lab', 'id: finn', 'finn'],
    ['a key that is not known', 'better: lower }\n  - { id: rdma', 'beter: lower }\n  - { id: rdma', 'beter'],
    ['YAML that cannot be read', 'source: Two', 'source: [Two', ''],
  ])('tells of %s once, at its place', (_what, from, to, marked) => {
    const text = yaml.replace(from, to);
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['comparison/schema']);
    const { start, end } = diagnostics[0]!.range;
    const found = text.slice(start.offset, end.offset);
    if (marked.startsWith('{')) expect(found).toBe('from');
    else if (marked) expect(found).toBe(marked);
    expect(diagnostics[0]!.hint).toBeTruthy();
  });

  it('says its cells in words, with units and reasons', () => {
    const [, lab, wide] = moves.rows;
    expect(formatCell(lab!.cells[0]!, moves.columns[0]!)).toBe('about 38\u00A0s');
    expect(formatCell(lab!.cells[1]!, moves.columns[1]!)).toBe('none: no RDMA NICs');
    expect(formatCell(wide!.cells[0]!, moves.columns[0]!)).toBe('40 to 60\u00A0s');
  });

  it('knows the best of a column', () => {
    expect(bestRows(moves, 0)).toEqual([1]);
    expect(bestRows(moves, 1)).toEqual([2]);
  });

  it('becomes CSV that no spreadsheet runs, and whose numbers stay numbers', () => {
    expect(comparisonCsv(moves).split('\r\n')).toEqual([
      'Who,TCP/IP (s),TCP/IP: kind,SMB (s),SMB: kind,note',
      'Finn,78,exact,6.8,exact,',
      `'=SUM(A1),38,about,,absent: no RDMA NICs,"random, or ""not"""`,
      'Wide,40/60,range,-5,exact,',
      '',
    ]);
  });

  it('becomes JSON with cells by column', () => {
    const data = JSON.parse(comparisonJson(moves)) as { rows: { cells: Record<string, unknown> }[] };
    expect(data.rows[0]?.cells['rdma']).toEqual({ kind: 'exact', value: 6.8 });
  });
});

describe('a chart', () => {
  const chart = chartOf(read(yaml.replace('rdma: -5', 'rdma: 5')).value!)!;
  const bars = chart.groups.flatMap((group) => group.bars);

  it('has a bar or a labelled gap for every cell, inside the drawing and none over another', () => {
    expect(bars.map(({ kind }) => kind)).toEqual(['exact', 'about', 'range', 'exact', 'absent', 'exact']);
    bars.forEach((bar, index) => {
      expect(chart.left + bar.from + bar.width).toBeLessThanOrEqual(chart.width);
      const next = bars[index + 1];
      if (next) expect(bar.y + bar.height).toBeLessThanOrEqual(next.y);
      expect(bar.y + bar.height).toBeLessThan(chart.height);
    });
    expect(bars[4]).toMatchObject({ width: 0, label: 'none: no RDMA NICs' });
  });

  it('begins at zero, so that lengths compare', () => {
    const [finn, lab] = bars;
    expect(lab!.width / finn!.width).toBeCloseTo(38 / 78, 2);
  });

  it('is not drawn of words or of mixed units', () => {
    expect(chartOf({ ...moves, form: 'findings' })).toBeUndefined();
    expect(
      chartOf({ ...moves, columns: [moves.columns[0]!, { ...moves.columns[1]!, unit: 'MB' }] }),
    ).toBeUndefined();
  });
});

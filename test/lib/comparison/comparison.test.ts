import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { chartOf } from '../../../src/lib/drawing/chart.ts';
import { comparisonCsv } from '../../../src/lib/comparison/csv.ts';
import { bestRows, formatCell } from '../../../src/lib/comparison/format.ts';
import { comparisonJson } from '../../../src/lib/comparison/json.ts';
import { readComparison } from '../../../src/lib/comparison/read-comparison.ts';
import { hostileTexts } from '../../hostile-texts.ts';
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

  it('becomes CSV that says the same to whoever reads it, whatever its words', () => {
    // In UTF-8, as a file is.
    for (const text of hostileTexts(300).map((each) => each.toWellFormed())) {
      const [tcp, rdma] = moves.columns;
      const csv = comparisonCsv({
        ...moves,
        rowTitle: text,
        columns: [{ ...tcp!, title: text }, { id: 'words', title: text }, rdma!],
        rows: moves.rows.map((row) => ({
          ...row,
          title: text,
          note: text,
          cells: [row.cells[0]!, { kind: 'text', text }, { kind: 'absent', reason: text }],
        })),
      });
      const records = parse(csv, { record_delimiter: '\r\n' }) as string[][];
      const defused = (words: string) => expect.toBeOneOf([words, `'${words}`]) as string;
      expect(records).toEqual([
        [...[text, `${text} (s)`, `${text}: kind`, text].map(defused), 'SMB (s)', 'SMB: kind', 'note'],
        ...[
          ['78', 'exact'],
          ['38', 'about'],
          ['40/60', 'range'],
        ].map((cells) => [defused(text), ...cells, defused(text), '', `absent: ${text}`, defused(text)]),
      ]);
      // Nothing begins a formula, seen or not, and no line that is no record is outside of quotes.
      const isFormula = (cell: string) =>
        /^[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell);
      expect(records.flat().filter(isFormula)).toEqual([]);
      expect(csv.replace(/"[^"]*"/g, () => '').split(/\r\n|\r|\n/)).toHaveLength(records.length + 1);
    }
  });

  it.each([
    '=1',
    '+1',
    '-1',
    '@a',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u200b=1',
    '\ufeff =1',
    '\u00ad@a',
    '＝1',
    '﹢1',
    '\u22121',
  ])('becomes CSV in which %j is no formula', (text) => {
    const csv = comparisonCsv({ ...moves, columns: [], rows: [{ id: 'a', title: text, cells: [] }] });
    expect((parse(csv, { record_delimiter: '\r\n' }) as string[][])[1]).toEqual([`'${text}`, '']);
  });

  it('becomes JSON that says the same, whatever its words', () => {
    for (const text of hostileTexts(300)) {
      const json = comparisonJson({ ...moves, title: text, conditions: [text] });
      expect(JSON.parse(json)).toMatchObject({ title: text, conditions: [text] });
    }
  });

  it('becomes JSON with cells by column', () => {
    const data = JSON.parse(comparisonJson(moves)) as { rows: { cells: Record<string, unknown> }[] };
    expect(data.rows[0]?.cells['rdma']).toEqual({ kind: 'exact', value: 6.8 });
  });
});

describe('the numbers of a comparison', () => {
  const cellsOf = (cells: string) => read(yaml.replace('{ tcp: 78, rdma: 6.8 }', cells));

  it('are shown digit by digit as they were written, and are numbers all the same', () => {
    const { value } = cellsOf('{ tcp: 1.10, rdma: { from: 6.50, to: 8.0 } }');
    const [row] = value!.rows;
    expect(row!.cells).toEqual([
      { kind: 'exact', value: 1.1, written: '1.10' },
      { kind: 'range', from: 6.5, to: 8, written: ['6.50', '8.0'] },
    ]);
    expect(row!.cells.map((cell, index) => formatCell(cell, value!.columns[index]!))).toEqual([
      '1.10\u00A0s',
      '6.50 to 8.0\u00A0s',
    ]);
    expect(formatCell({ kind: 'about', value: 2, written: '2.0' }, value!.columns[0]!)).toBe(
      'about 2.0\u00A0s',
    );
    expect(comparisonCsv(value!).split('\r\n')[1]).toBe('Finn,1.10,exact,6.50/8.0,range,');
  });

  it.each([
    '007',
    '0x10',
    '12e3',
    '.5',
    '+1',
    '1_000',
    '{ about: 012 }',
    '{ from: 1, to: 2e1 }',
    '{ from: 0x1, to: 20 }',
  ])('are not rewritten in silence: %s', (written) => {
    const { value, diagnostics } = cellsOf(`{ tcp: ${written}, rdma: 1 }`);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^This cell is written \S+, and a number is written in plain digits here\.$/),
    ]);
  });

  it.each(['2012', '1.10', '007', 'yes', '2012-01-01'])(
    'are words where nothing is measured: %s',
    (written) => {
      const findings = yaml
        .replace('form: measurement', 'form: findings')
        .replaceAll(', unit: s, better: lower', '')
        .replace(/cells: .*/g, `cells: { tcp: ${written}, rdma: words }`);
      expect(read(findings).value?.rows[0]?.cells[0]).toEqual({ kind: 'text', text: written });
    },
  );

  it('are there in every column, also in one called as what every object has', () => {
    const text = yaml.replaceAll('rdma', 'constructor');
    expect(read(text).value?.rows[0]?.cells).toEqual(moves.rows[0]?.cells);
    const { diagnostics } = read(text.replace(', constructor: 6.8 }', ' }'));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The row “finn” has no cell for “constructor”.',
    ]);
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

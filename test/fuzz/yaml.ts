import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bestRows,
  comparisonCsv,
  comparisonJson,
  createSourceFile,
  describeTopology,
  formatCell,
  labValues,
  layOutPorts,
  layOutTopology,
} from '../../src/lib/engine.ts';
import { chartOf } from '../../src/lib/drawing/chart.ts';
import { slipIn, withSlip } from '../../tools/break-script.ts';
import { createChance, pick } from '../chance.ts';
import { engine, problemsOfViews } from './commands.ts';
import type { Trial } from './findings.ts';

type Chance = () => number;

const rack = readFileSync(join(import.meta.dirname, '../fixtures/rack/labs/rack.yaml'), 'utf8');
const comparison = `title: Seconds
summary: How long it took.
form: measurement
rowTitle: Who
columns:
  - { id: a, title: A, unit: s, better: lower }
  - { id: b, title: B, unit: s, better: higher }
rows:
  - id: one
    title: One
    cells:
      a: 78
      b: { about: 12 }
  - id: two
    title: Two
    note: A note.
    cells:
      a: { absent: nothing was measured }
      b: 6.8
conditions:
  - None.
source: A source.
`;

/** Values that mean something to YAML, to a script, to a table or to a terminal. */
const values = (
  '1.10 007 12e3 0x1F .inf .nan null ~ true 2014-04-10 1:30 -1 0 4095 99999999999999999999 "" \'\' [] {} [a,[b,{c: d}]] *a &a !!str ' +
  '"a\\nb" "\\u202e" "\\u0007" =1+1 @SUM(A1) con nul a/b ../x C:\\\\a \'it\'\'s\' "{{x}}" <b> `a` $(a) %A% 😀 \u200b 192.168.15.0/24 10.0.0.300 ::1 ' +
  'Ethernet GigabitEthernet1/0/1 srv1 sw1 | > - ? : # , & * !'
).split(' ');

function broken(text: string, chance: Chance): string {
  let lines = text.split('\n');
  do {
    const at = Math.floor(chance() * lines.length);
    const line = lines[at]!;
    switch (Math.floor(chance() * 7)) {
      case 0:
        lines[at] = line.replace(/: .*/, () => `: ${pick(chance, values)}`);
        break;
      case 1:
        lines = lines.toSpliced(at, 1);
        break;
      case 2:
        lines = lines.toSpliced(at, 0, line);
        break;
      case 3:
        lines[at] = chance() < 0.5 ? `  ${line}` : line.replace(/^ {2}/, '');
        break;
      case 4:
        lines[at] = line.replace(/\w+:/, () => `${pick(chance, values)}:`);
        break;
      case 5: {
        const flow = [...line.matchAll(/: [^,}]*/g)];
        if (flow.length > 0) {
          const { index, 0: found } = pick(chance, flow);
          lines[at] = `${line.slice(0, index)}: ${pick(chance, values)}${line.slice(index + found.length)}`;
        }
        break;
      }
      default:
        lines[at] = withSlip(line, slipIn(line || ' ', chance));
    }
  } while (chance() < 0.5);
  return lines.join(chance() < 0.05 ? '\r\n' : '\n');
}

export function labCase(seed: number): string {
  return broken(rack, createChance(seed));
}

export function comparisonCase(seed: number): string {
  return broken(comparison, createChance(seed));
}

/** A lab read, and where it holds all that is drawn and filled in of it. */
export const labTrial: Trial = (text) => {
  const file = createSourceFile('labs/fuzzed.yaml', text);
  const { value: lab, diagnostics } = engine.readLab(file);
  if (!lab) return [...problemsOfViews(file, diagnostics), ...untold(diagnostics.length)];
  layOutTopology(lab);
  describeTopology(lab);
  for (const device of lab.devices) layOutPorts(lab, device);
  labValues(lab);
  JSON.parse(JSON.stringify(lab));
  return problemsOfViews(file, diagnostics);
};

/** A comparison read, and where it holds its table, chart and downloads. */
export const comparisonTrial: Trial = (text) => {
  const file = createSourceFile('comparisons/fuzzed.yaml', text);
  const { value, diagnostics } = engine.readComparison(file);
  if (!value) return [...problemsOfViews(file, diagnostics), ...untold(diagnostics.length)];
  value.columns.forEach((_, column) => bestRows(value, column));
  for (const row of value.rows)
    value.columns.forEach((column, index) => {
      const cell = row.cells[index];
      if (cell) formatCell(cell, column);
    });
  chartOf(value);
  JSON.parse(JSON.stringify(comparisonJson(value)));
  return [...problemsOfViews(file, diagnostics), ...problemsOfCsv(comparisonCsv(value), value.rows.length)];
};

/** What does not hold says why. */
function untold(diagnostics: number): ReturnType<Trial> {
  return diagnostics === 0 ? [{ kind: 'nothing is told', detail: '' }] : [];
}

/** Read back by RFC 4180: as many records as rows and a head, all of as many fields. */
function problemsOfCsv(csv: string, rows: number): ReturnType<Trial> {
  const records: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y;
  const text = csv.replace(/^\uFEFF/, '');
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) return [{ kind: 'csv that does not read back', detail: csv }];
    records.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] !== ',' && field.lastIndex < text.length) records.push([]);
  }
  const widths = new Set(records.map(({ length }) => length));
  return records.length === rows + 1 && widths.size === 1
    ? []
    : [{ kind: 'csv with other rows', detail: csv }];
}

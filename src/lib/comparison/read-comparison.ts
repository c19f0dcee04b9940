import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import { readYaml } from '../diagnostics/read-yaml.ts';
import { diagnose } from './rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Cell, Column, Comparison } from './comparison.ts';
import type { CellSource } from './schema.ts';
import { comparisonSchema } from './schema.ts';

/** Reads a comparison's YAML and proves that every cell fits its column; `value` is undefined where it does not hold. */
export function readComparison(file: SourceFile): Reading<Comparison | undefined> {
  const { value: source, diagnostics, locate } = readYaml(file, comparisonSchema, 'comparison/schema');
  if (!source) return { value: undefined, diagnostics };
  const found: Diagnostic[] = [];
  const report = (path: readonly PropertyKey[], part: 'key' | 'value', message: string, hint: string) => {
    const { start, end } = locate(path, part);
    found.push(
      diagnose({ rule: 'comparison/schema', file, range: rangeAt(file, start, end), message, hint }),
    );
  };
  const columnIds = source.columns.map(({ id }) => id);
  repeated(columnIds).forEach((index) =>
    report(
      ['columns', index, 'id'],
      'value',
      `There are two columns “${columnIds[index]}”.`,
      'Give each its own id.',
    ),
  );
  const rowIds = source.rows.map(({ id }) => id);
  repeated(rowIds).forEach((index) =>
    report(['rows', index, 'id'], 'value', `There are two rows “${rowIds[index]}”.`, 'Give each its own id.'),
  );
  source.columns.forEach((column, index) => {
    if (source.form === 'measurement' && column.unit === undefined) {
      report(
        ['columns', index],
        'value',
        `The column “${column.id}” of a measurement has no unit.`,
        'Add `unit:`, for example `unit: s`.',
      );
    }
  });
  const rows = source.rows.map((row, at) => {
    for (const id of Object.keys(row.cells)) {
      if (columnIds.includes(id)) continue;
      const near = suggest(id, columnIds);
      report(
        ['rows', at, 'cells', id],
        'key',
        `There is no column “${id}”.`,
        near ? `Did you mean “${near}”?` : `The columns are ${columnIds.join(', ')}.`,
      );
    }
    const cells = source.columns.map((column): Cell => {
      const written = row.cells[column.id];
      const path = ['rows', at, 'cells', column.id];
      if (written === undefined) {
        report(
          ['rows', at, 'cells'],
          'value',
          `The row “${row.id}” has no cell for “${column.id}”.`,
          `Add it, or say why there is none: \`${column.id}: { absent: why }\`.`,
        );
        return { kind: 'absent', reason: '' };
      }
      const cell = toCell(written);
      const problem = misfit(cell, column);
      if (problem) report(path, 'value', problem.message, problem.hint);
      return cell;
    });
    return { id: row.id, title: row.title, note: row.note, cells };
  });
  const id = file.path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  return { value: found.length > 0 ? undefined : { ...source, id, rows }, diagnostics: found };
}

function toCell(source: CellSource): Cell {
  if (typeof source === 'number') return { kind: 'exact', value: source };
  if (typeof source === 'string') return { kind: 'text', text: source };
  if ('about' in source) return { kind: 'about', value: source.about };
  if ('from' in source) return { kind: 'range', from: source.from, to: source.to };
  if ('absent' in source) return { kind: 'absent', reason: source.absent };
  return { kind: 'text', text: source.text, tone: source.tone };
}

function misfit(cell: Cell, { id, unit }: Column): { message: string; hint: string } | undefined {
  if (cell.kind === 'range' && cell.from > cell.to) {
    return {
      message: `The range ${cell.from} to ${cell.to} runs backwards.`,
      hint: 'Write the smaller number as `from`.',
    };
  }
  if (unit !== undefined && cell.kind === 'text') {
    return {
      message: `The column “${id}” is measured in ${unit}, and this cell has words.`,
      hint: 'Write a number, `{ about: … }`, `{ from: …, to: … }` or `{ absent: why }`.',
    };
  }
  if (unit === undefined && cell.kind !== 'text' && cell.kind !== 'absent') {
    return {
      message: `The column “${id}” has no unit, and this cell has a number.`,
      hint: 'Give the column its `unit`, or write the number in words.',
    };
  }
  return undefined;
}

/** Indices of items that stand earlier already. */
function repeated(items: readonly string[]): number[] {
  return items.flatMap((item, index) => (items.indexOf(item) < index ? [index] : []));
}

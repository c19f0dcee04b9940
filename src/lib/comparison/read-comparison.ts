import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import { listed } from '../diagnostics/listed.ts';
import { areEnough, firstProblems } from '../diagnostics/most-problems.ts';
import { readYaml } from '../diagnostics/read-yaml.ts';
import { diagnose } from './rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Cell, Comparison } from './comparison.ts';
import { isMisfit, readCell } from './read-cell.ts';
import { comparisonSchema } from './schema.ts';

/** Reads a comparison's YAML and proves that every cell fits its column; `value` is undefined where it does not hold. */
export function readComparison(file: SourceFile): Reading<Comparison | undefined> {
  const { value: source, diagnostics, locate } = readYaml(file, comparisonSchema, 'comparison/schema');
  if (!source) return { value: undefined, diagnostics };
  const found: Diagnostic[] = [];
  const report = (path: readonly PropertyKey[], part: 'key' | 'value', message: string, hint: string) => {
    if (areEnough(found)) return;
    const { start, end } = locate(path, part);
    found.push(
      diagnose({ rule: 'comparison/schema', file, range: rangeAt(file, start, end), message, hint }),
    );
  };
  const columnIds = source.columns.map(({ id }) => id);
  const known = new Set(columnIds);
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
      if (known.has(id) || areEnough(found)) continue;
      const near = suggest(id, columnIds);
      report(
        ['rows', at, 'cells', id],
        'key',
        `There is no column “${id}”.`,
        near ? `Did you mean “${near}”?` : `The columns are ${listed(columnIds)}.`,
      );
    }
    const cells = source.columns.map((column): Cell => {
      // A column may have the name of something that every object has: `constructor`.
      const written = Object.hasOwn(row.cells, column.id) ? row.cells[column.id] : undefined;
      if (written === undefined) {
        report(
          ['rows', at, 'cells'],
          'value',
          `The row “${row.id}” has no cell for “${column.id}”.`,
          `Add it, or say why there is none: \`${column.id}: { absent: why }\`.`,
        );
        return { kind: 'absent', reason: '' };
      }
      const cell = readCell(written, column);
      if (!isMisfit(cell)) return cell;
      report(['rows', at, 'cells', column.id], 'value', cell.message, cell.hint);
      return { kind: 'absent', reason: '' };
    });
    return { id: row.id, title: row.title, note: row.note, cells };
  });
  const id = file.path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  return { value: found.length > 0 ? undefined : { ...source, id, rows }, diagnostics: firstProblems(found) };
}

/** Indices of items that stand earlier already. */
function repeated(items: readonly string[]): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => (seen.size === seen.add(item).size ? [index] : []));
}

import type { Comparison, Row } from '../../lib/comparison/comparison.ts';
import { bestRows, comparisonCsv, comparisonJson, formatCell, loadCharts } from '../../lib/engine.ts';
import type { ComparisonCell, ComparisonView } from '../types/comparison.ts';

/** A comparison as pages show it and as they hand it out; `digest` is of the file it was read from. */
export async function comparisonView(
  comparison: Comparison & { readonly digest: string },
): Promise<ComparisonView> {
  const { chartOf } = await loadCharts();
  const { id, title, summary, rowTitle, columns, rows, conditions, source } = comparison;
  const best = columns.map((_column, index) => new Set(bestRows(comparison, index)));
  const cellsOf = ({ cells }: Row, at: number) =>
    cells.map((cell, index): ComparisonCell => ({
      text: formatCell(cell, columns[index]!),
      kind: cell.kind,
      tone: cell.kind === 'text' ? cell.tone : undefined,
      best: best[index]!.has(at),
    }));
  return {
    id,
    title,
    summary,
    rowTitle,
    columns: columns.map((column) => ({ title: column.title, unit: column.unit })),
    rows: rows.map((row, at) => ({ title: row.title, note: row.note, cells: cellsOf(row, at) })),
    conditions,
    source,
    chart: chartOf(comparison),
    csv: comparisonCsv(comparison),
    json: comparisonJson(comparison),
  };
}

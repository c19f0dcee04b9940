import type { Comparison } from './comparison.ts';

/** The comparison for programs: the cells of a row by column id, each with its kind. */
export function comparisonJson({ rows, columns, ...rest }: Comparison): string {
  const named = rows.map(({ cells, ...row }) => ({
    ...row,
    cells: Object.fromEntries(columns.map(({ id }, index) => [id, cells[index]])),
  }));
  return `${JSON.stringify({ version: 1, ...rest, columns, rows: named }, null, 2)}\n`;
}

import type { Comparison } from './comparison.ts';

/** The comparison for programs: the cells of a row by column id, each with its kind. `digest` is of the file it was read from. */
export function comparisonJson({
  rows,
  columns,
  ...rest
}: Comparison & { readonly digest?: string }): string {
  const named = rows.map(({ cells, ...row }) => ({
    ...row,
    cells: Object.fromEntries(columns.map(({ id }, index) => [id, cells[index]])),
  }));
  return `${JSON.stringify({ version: 1, ...rest, columns, rows: named }, null, 2)}\n`;
}

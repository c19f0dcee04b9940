import type { Cell, Column, Comparison } from './comparison.ts';

/** A cell in words: `78 s`, `about 12 s`, `6 to 8 s`, `none: no RDMA NICs`. */
export function formatCell(cell: Cell, { unit }: Column): string {
  const measured = (text: string) => (unit === undefined ? text : `${text}\u00A0${unit}`);
  switch (cell.kind) {
    case 'exact':
      return measured(digitsOf(cell));
    case 'about':
      return `about ${measured(digitsOf(cell))}`;
    case 'range':
      return measured(digitsOf(cell, ' to '));
    case 'absent':
      return `none: ${cell.reason}`;
    case 'text':
      return cell.text;
  }
}

/** The number of a measured cell, digit by digit as its author wrote it; of a range both, joined by `separator`. */
export function digitsOf(
  cell: Extract<Cell, { kind: 'exact' | 'about' | 'range' }>,
  separator = '/',
): string {
  if (cell.kind !== 'range') return cell.written ?? String(cell.value);
  return (cell.written ?? [cell.from, cell.to]).join(separator);
}

/** The number a cell is ranked by: the middle of a range; undefined for words and absences. */
export function rankOf(cell: Cell): number | undefined {
  switch (cell.kind) {
    case 'exact':
    case 'about':
      return cell.value;
    case 'range':
      return (cell.from + cell.to) / 2;
    default:
      return undefined;
  }
}

/** Indices of the rows with the best value of a column; empty where the column does not say what is better, or has one value only. */
export function bestRows({ columns, rows }: Comparison, column: number): readonly number[] {
  const better = columns[column]?.better;
  const ranks = rows.map(({ cells }) => (cells[column] ? rankOf(cells[column]) : undefined));
  const known = ranks.filter((rank) => rank !== undefined);
  if (!better || known.length < 2) return [];
  const best =
    better === 'lower'
      ? known.reduce((least, item) => Math.min(least, item), Infinity)
      : known.reduce((most, item) => Math.max(most, item), -Infinity);
  return ranks.flatMap((rank, index) => (rank === best ? [index] : []));
}

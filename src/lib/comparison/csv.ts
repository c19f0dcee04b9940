import { stringify } from 'csv-stringify/sync';
import type { Cell, Comparison } from './comparison.ts';

/**
 * RFC 4180 with CR LF and a header row. A measured column has two: the number (of a range, its ends joined by a slash), and what kind
 * of number it is or why there is none. Cells that a spreadsheet would take for a formula are defused by an apostrophe.
 */
export function comparisonCsv({ rowTitle, columns, rows }: Comparison): string {
  const measured = columns.some(({ unit }) => unit !== undefined);
  const header = [
    rowTitle,
    ...columns.flatMap(({ title, unit }) =>
      unit === undefined ? [title] : [`${title} (${unit})`, `${title}: kind`],
    ),
    'note',
  ];
  const records = rows.map(({ title, note, cells }) => [
    title,
    ...cells.flatMap((cell, index) =>
      columns[index]?.unit === undefined ? [wordsOf(cell)] : [numberOf(cell), kindOf(cell)],
    ),
    note ?? '',
  ]);
  return stringify([header, ...records], {
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_empty: measured,
  });
}

function wordsOf(cell: Cell): string {
  return cell.kind === 'text' ? cell.text : cell.kind === 'absent' ? `none: ${cell.reason}` : numberOf(cell);
}

function numberOf(cell: Cell): string {
  switch (cell.kind) {
    case 'exact':
    case 'about':
      return String(cell.value);
    case 'range':
      return `${cell.from}/${cell.to}`;
    default:
      return '';
  }
}

function kindOf(cell: Cell): string {
  return cell.kind === 'absent' ? `absent: ${cell.reason}` : cell.kind;
}

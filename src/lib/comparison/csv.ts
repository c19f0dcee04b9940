import { stringify } from 'csv-stringify/sync';
import type { Cell, Comparison } from './comparison.ts';
import { digitsOf } from './format.ts';

/**
 * RFC 4180 with CR LF and a header row. A measured column has two: the number (of a range, its ends joined by a slash), and what kind
 * of number it is or why there is none. Words that a spreadsheet would take for a formula are defused by an apostrophe; numbers stay as they are.
 */
export function comparisonCsv({ rowTitle, columns, rows }: Comparison): string {
  const header = [
    defuse(rowTitle),
    ...columns.flatMap(({ title, unit }) =>
      unit === undefined ? [defuse(title)] : [defuse(`${title} (${unit})`), defuse(`${title}: kind`)],
    ),
    'note',
  ];
  const records = rows.map(({ title, note, cells }) => [
    defuse(title),
    ...cells.flatMap((cell, index) =>
      columns[index]?.unit === undefined ? [defuse(wordsOf(cell))] : [numberOf(cell), kindOf(cell)],
    ),
    defuse(note ?? ''),
  ]);
  return stringify([header, ...records], {
    record_delimiter: 'windows',
  });
}

/** OWASP, CSV injection: what a cell must not begin with. */
function defuse(text: string): string {
  return /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

function wordsOf(cell: Cell): string {
  return cell.kind === 'text' ? cell.text : cell.kind === 'absent' ? `none: ${cell.reason}` : numberOf(cell);
}

function numberOf(cell: Cell): string {
  switch (cell.kind) {
    case 'exact':
    case 'about':
    case 'range':
      return digitsOf(cell);
    default:
      return '';
  }
}

function kindOf(cell: Cell): string {
  return cell.kind === 'absent' ? `absent: ${cell.reason}` : cell.kind;
}

import { stringify } from 'csv-stringify/sync';
import type { Cell, Comparison } from './comparison.ts';
import { digitsOf } from './format.ts';

/**
 * RFC 4180 with CR LF and a header row. A measured column has two: the number (of a range, its ends joined by a slash), and what kind
 * of number it is or why there is none. Words that a spreadsheet would take for a formula are defused by an apostrophe; numbers stay as they are.
 */
export function comparisonCsv({ rowTitle, columns, rows }: Comparison): string {
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
    // A line break that is not the record's own ends a record all the same for whoever does not see the quotes.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: {
      string: (text) => (isHiddenFormula(text) ? `'${text}` : text),
      object: (number) => ({ value: (number as unknown as Digits).digits, escape_formulas: false }),
    },
  });
}

/**
 * What `escape_formulas` (OWASP, CSV injection) does not know: a sign that begins a formula behind what is not seen, or in another form
 * that spreadsheets take for it.
 */
function isHiddenFormula(text: string): boolean {
  const [first = ''] = text.replace(/^[\s\p{C}\p{Default_Ignorable_Code_Point}]+/u, () => '');
  return /^[=+\-@\u2212]/.test(first.normalize('NFKC'));
}

function wordsOf(cell: Cell): Digits | string {
  return cell.kind === 'text' ? cell.text : cell.kind === 'absent' ? `none: ${cell.reason}` : numberOf(cell);
}

/** A number as it was written. */
interface Digits {
  readonly digits: string;
}

function numberOf(cell: Cell): Digits | string {
  switch (cell.kind) {
    case 'exact':
    case 'about':
      return { digits: digitsOf(cell) };
    case 'range':
      return digitsOf(cell);
    default:
      return '';
  }
}

function kindOf(cell: Cell): string {
  return cell.kind === 'absent' ? `absent: ${cell.reason}` : cell.kind;
}

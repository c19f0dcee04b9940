/** A table of measurements or findings as data. Made by `readComparison`. */
export interface Comparison {
  /** The file's name without extension. */
  readonly id: string;
  readonly title: string;
  /** Says in words what the table shows; the chart's description. */
  readonly summary: string;
  /** `measurement`: cells are quantities, the table has a chart. `findings`: cells are words, for example an order of failure. */
  readonly form: 'measurement' | 'findings';
  /** What the row headings are: `Who`, `Order`. */
  readonly rowTitle: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How it was measured, and what limits the result. */
  readonly conditions: readonly string[];
  readonly source: string;
}

export interface Column {
  readonly id: string;
  readonly title: string;
  /** UCUM-like unit of all cells: `s`, `packets/s`; absent for words. */
  readonly unit?: string | undefined;
  /** Which end is better; the best value of the column is marked. */
  readonly better?: 'lower' | 'higher' | undefined;
}

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  /** One for each column, in the order of the columns. */
  readonly cells: readonly Cell[];
}

/**
 * `exact` and `about` in the column's unit; `about` was measured or told only roughly. `written` is there where the digits say more than
 * the number: `1.10` was measured to two places.
 */
export type Cell =
  | { readonly kind: 'exact'; readonly value: number; readonly written?: string }
  | { readonly kind: 'about'; readonly value: number; readonly written?: string }
  | {
      readonly kind: 'range';
      readonly from: number;
      readonly to: number;
      readonly written?: readonly [from: string, to: string];
    }
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'dies' | 'lives' | undefined };

import type { Comparison, Cell } from '../../lib/comparison/comparison.ts';
import type { Chart } from '../../lib/drawing/chart.ts';

/** A comparison as pages show it: cells in words, and its chart as plain geometry. */
export interface ComparisonView extends Pick<
  Comparison,
  'id' | 'title' | 'summary' | 'rowTitle' | 'conditions' | 'source'
> {
  readonly columns: readonly { readonly title: string; readonly unit: string | undefined }[];
  readonly rows: readonly ComparisonRow[];
  /** Undefined where the cells cannot be drawn to one scale. */
  readonly chart: Chart | undefined;
  /** The text of `/comparisons/<id>.csv`. */
  readonly csv: string;
  /** The text of `/comparisons/<id>.json`. */
  readonly json: string;
}

export interface ComparisonRow {
  readonly title: string;
  readonly note: string | undefined;
  /** One for each column, in the order of the columns. */
  readonly cells: readonly ComparisonCell[];
}

export interface ComparisonCell {
  readonly text: string;
  readonly kind: Cell['kind'];
  /** How what the words say should look. */
  readonly tone: Extract<Cell, { kind: 'text' }>['tone'];
  /** None in its column is better. */
  readonly best: boolean;
}

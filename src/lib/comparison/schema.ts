import { z } from 'zod';

const words = z.string().trim().min(1);
const identifier = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** A number is taken as it is written, digit by digit, and read by its cell. */
const number = z.string();

/**
 * A cell as an author writes it: `78`, `{ about: 12 }`, `{ from: 6, to: 8 }`, `{ absent: no RDMA NICs }`, `some words`, or
 * `{ text: some words, tone: dies }`.
 */
const cell = z.union(
  [
    words,
    z.strictObject({ about: number }),
    z.strictObject({ from: number, to: number }),
    z.strictObject({ absent: words }),
    z.strictObject({ text: words, tone: z.enum(['dies', 'lives']).optional() }),
  ],
  { error: 'expected a number, words, { about }, { from, to }, { absent } or { text, tone }' },
);

export type CellSource = z.output<typeof cell>;

/** A comparison's YAML file. That cells fit their columns is proved by `readComparison`. */
export const comparisonSchema = z.strictObject({
  title: words,
  summary: words,
  form: z.enum(['measurement', 'findings']),
  rowTitle: words,
  columns: z
    .array(
      z.strictObject({
        id: identifier,
        title: words,
        unit: words.optional(),
        better: z.enum(['lower', 'higher']).optional(),
      }),
    )
    .min(1),
  rows: z
    .array(
      z.strictObject({
        id: identifier,
        title: words,
        note: words.optional(),
        cells: z.record(identifier, cell),
      }),
    )
    .min(1),
  conditions: z.array(words).default([]),
  source: words,
});

import { z } from 'zod';

const count = z.int().nonnegative();
const text = z.string().trim().min(1);

/** One number of a measurement. */
const figure = z
  .strictObject({
    name: text.describe('What was counted: “same verdict on whole scripts”.'),
    value: z.number().nonnegative(),
    of: z.number().positive().nullable().describe('What it is a part of; null for a number of its own.'),
    required: text.nullable().describe('What was to be reached, in words: “at least 99.5 %”.'),
  })
  .refine(({ value, of }) => of === null || value <= of, 'is more than what it is a part of');

/** What is behind some of the differences that are left. */
const cause = z.strictObject({ cause: text, count, example: z.string().nullable() });

/** A measurement of our check against the real thing, as its program wrote it: `src/content/accuracy/<name>.json`. */
export const accuracyReportSchema = z.strictObject({
  title: text,
  date: z.iso.date(),
  engine: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'a version such as 7.6.9')
    .nullable()
    .describe('The PowerShell that was asked; null for a measurement of another kind.'),
  method: text.describe('What was asked, and how it was chosen.'),
  texts: z.array(text).default([]).describe('What was read, each by its address and what it is about.'),
  figures: z.array(figure).min(1),
  causes: z.array(cause),
});

export type AccuracyReport = z.output<typeof accuracyReportSchema>;

/** `1,990 of 2,000`, or `41,200` for a number of its own. */
export function formatFigure({ value, of }: AccuracyReport['figures'][number]): string {
  return of === null ? formatNumber(value) : `${formatNumber(value)} of ${formatNumber(of)}`;
}

/** The share as `99.5 %`: all and none are said of nothing else, however many digits that takes. Empty for a number of its own. */
export function formatShare({ value, of }: AccuracyReport['figures'][number]): string {
  if (of === null) return '';
  const percent = (value / of) * 100;
  const isWhole = value === 0 || value === of;
  let digits = 2;
  while (!isWhole && digits < 12 && ['0', '100'].includes(shown(percent, digits))) digits++;
  return `${shown(percent, digits)}\u00A0%`;
}

function shown(percent: number, digits: number): string {
  return String(Number(percent.toFixed(digits)));
}

/** With a comma between thousands, whatever the machine's own habit. */
function formatNumber(value: number): string {
  const [whole, part] = String(value).split('.');
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

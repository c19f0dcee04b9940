import { prettifyError } from 'zod';
import type { AccuracyReport } from '../lib/accuracy/report.ts';
import { accuracyReportSchema } from '../lib/accuracy/report.ts';

const files = import.meta.glob('../content/accuracy/*.json', { eager: true, import: 'default' });

/** Measurements against the real thing, by their files' names; one of a wrong shape fails the build. */
export function accuracyReports(): readonly AccuracyReport[] {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, value]) => {
      const { data, error } = accuracyReportSchema.safeParse(value);
      if (error) throw new Error(`${path.replace('../', 'src/')} is no report: ${prettifyError(error)}`);
      return data;
    });
}

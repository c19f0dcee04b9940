import { glob } from 'astro/loaders';
import { accuracyReportSchema } from '../lib/accuracy/report.ts';

/** The collection of measurements. They are small and few, so Astro reads them itself; one of a wrong shape fails the build. */
export const accuracyReports = {
  loader: glob({ pattern: '*.json', base: './src/content/accuracy' }),
  schema: accuracyReportSchema,
};

import type { z } from 'zod';
import { accuracyReportSchema } from '../accuracy/report.ts';
import type { AccuracyReport } from '../accuracy/report.ts';
import type { Reading } from '../diagnostics/diagnostic.ts';
import { readJson } from '../diagnostics/read-json.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { EngineRecords } from './engine-records.ts';
import { engineRecordsSchema } from './engine-records.ts';
import type { Rehearsals } from './rehearsal.ts';
import { rehearsalsSchema } from './rehearsal.ts';

// What programs of the project write into the content.

/** Reads the report of a measurement; `value` is undefined where it does not hold. */
export function readAccuracyReport(file: SourceFile): Reading<AccuracyReport | undefined> {
  return readDataFile(file, accuracyReportSchema);
}

/** Reads the records of PowerShell's own engine; there are none where the file does not hold. */
export function readEngineRecords(file: SourceFile): Reading<EngineRecords> {
  const { value = {}, diagnostics } = readDataFile(file, engineRecordsSchema);
  return { value: new Map(Object.entries(value)), diagnostics };
}

/** Reads the records of rehearsals; there are none where the file does not hold. */
export function readRehearsals(file: SourceFile): Reading<Rehearsals> {
  const { value = {}, diagnostics } = readDataFile(file, rehearsalsSchema);
  return { value: new Map(Object.entries(value)), diagnostics };
}

/** What is wrong with a file of records, whichever its name says it is. */
export function readRecords(file: SourceFile): Pick<Reading<unknown>, 'diagnostics'> {
  return /(?:^|[\\/])rehearsal\.json$/.test(file.path) ? readRehearsals(file) : readEngineRecords(file);
}

function readDataFile<S extends z.ZodType>(file: SourceFile, schema: S): Reading<z.output<S> | undefined> {
  return readJson(file, schema, 'content/data-file');
}

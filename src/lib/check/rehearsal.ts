import { z } from 'zod';
import { day } from '../guide/front-matter.ts';

const count = z.int().positive();

/** That a script was run in PowerShell against stand-ins for Windows that keep state. It was not executed by that. */
export const rehearsalSchema = z.strictObject({
  powershell: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 7.6.9'),
  date: day,
  scenarios: count.describe('Start states and faults from which it was run to the end and back; all held.'),
  of: count.describe('How many there are for this script.'),
  processes: count.describe('Runs of the script in a process of its own, as a person runs it.'),
  runspaces: count
    .optional()
    .describe('Further runs, each in a runspace of a process that stays; a sample was run in both ways.'),
});

export type Rehearsal = z.output<typeof rehearsalSchema>;

/** By `rehearsalDigest`. A script that has changed since has another digest, and so no record. */
export type Rehearsals = ReadonlyMap<string, Rehearsal>;

/** The file of records, written by `npm run rehearse`. */
export const rehearsalsSchema = z.record(
  z.string().regex(/^[0-9a-f]{64}$/, 'a digest of 64 hexadecimal digits'),
  rehearsalSchema,
);

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rehearsal } from '../../src/lib/check/rehearsal.ts';
import { contentFolder } from '../../src/workspace/paths.ts';

/** A script of the tests, or of the content: what is recorded of it is evidence, and shown. */
export type RecordSet = 'fixture' | 'content';

const files: Readonly<Record<RecordSet, string>> = {
  fixture: join(import.meta.dirname, 'record.json'),
  content: join(contentFolder, 'evidence/rehearsal.json'),
};

export function readRecords(set: RecordSet): Readonly<Record<string, Rehearsal>> {
  const file = files[set];
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Rehearsal>) : {};
}

/**
 * Writes down what held of a script; of the fixture the last is kept alone. A record that says as much already stays, with its day: bundles
 * that were released say it, and the same found once more is no reason for another.
 */
export function writeRecords(set: RecordSet, digest: string, rehearsal: Rehearsal): void {
  const known = readRecords(set);
  if (known[digest] && saysAsMuch(known[digest], rehearsal)) return;
  const records = { ...(set === 'content' ? known : {}), [digest]: rehearsal };
  mkdirSync(dirname(files[set]), { recursive: true });
  writeFileSync(files[set], `${JSON.stringify(records, undefined, 2)}\n`);
}

function saysAsMuch(known: Rehearsal, rehearsal: Rehearsal): boolean {
  return (
    known.powershell === rehearsal.powershell &&
    known.of === rehearsal.of &&
    known.scenarios >= rehearsal.scenarios &&
    known.processes >= rehearsal.processes
  );
}

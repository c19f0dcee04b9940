import { explainMismatch } from './explain-mismatch.ts';
import type { ParsedLine } from './read-line.ts';
import { readLine } from './read-line.ts';
import type { IosSession } from './session.ts';

/** Reads one line as a switch in this session does, and says what is wrong with one that it refuses. */
export function parseLine(line: string, before: IosSession): ParsedLine {
  return readLine(line, before, explainMismatch);
}

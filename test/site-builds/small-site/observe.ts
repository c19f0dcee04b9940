import { appendFileSync } from 'node:fs';

/** Adds a line to what the test reads. */
export function observe(what: string, value: unknown): void {
  appendFileSync('observed.jsonl', `${JSON.stringify([what, value])}\n`);
}

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Revision } from '../src/lib/ledger/revision.ts';
import { canonicalText, fileNameOf, folderOf } from '../src/lib/engine.ts';

/** Gives each post that a content folder has recorded once a past: `count` revisions in all, each with another paragraph worded otherwise. */
export function makeRevisions(content: string, count: number): void {
  const ledger = join(content, 'ledger');
  const files = readdirSync(ledger, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const recordedOnce = files.filter(
    ({ parentPath }) => files.filter((other) => other.parentPath === parentPath).length === 1,
  );
  for (const { parentPath, name } of recordedOnce) {
    const path = join(parentPath, name);
    const last = JSON.parse(readFileSync(path, 'utf8')) as Revision;
    rmSync(path);
    let previous: string | null = null;
    for (let number = 1; number <= count; number++)
      previous = write(content, { ...stateOf(last, number, count), previous });
  }
}

function stateOf(last: Revision, number: number, count: number): Revision {
  const kind = number === 1 ? 'publication' : 'update';
  const summary = number === 1 ? 'First published.' : 'One paragraph is worded otherwise.';
  if (number === count) return { ...last, number, class: kind, summary };
  const long = last.lines.flatMap((line, index) => (/^[A-Z].{60}/.test(line) ? [index] : []));
  const changed = long[number % Math.max(1, long.length)] ?? last.lines.length - 1;
  const lines = last.lines.with(changed, `${last.lines[changed] ?? ''} It was otherwise in state ${number}.`);
  return { ...last, number, class: kind, summary, lines, source: sha256(lines.join('\n')) };
}

function write(content: string, revision: Revision): string {
  const digest = sha256(canonicalText(revision));
  const path = join(content, folderOf(revision.subject), fileNameOf(revision, digest));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(revision, null, 1)}\n`);
  return digest;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

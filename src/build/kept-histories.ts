import { compareRevisions } from '../site/posts/compare-revisions.ts';
import type { RecordedRevision, SubjectHistory } from '../site/posts/records.ts';
import type { Recorded } from '../lib/ledger/revision.ts';
import { siteSubject } from '../lib/engine.ts';
import { readCacheBytes } from '../workspace/cache-files.ts';
import { digestOf } from '../workspace/digest.ts';
import type { Ledger } from '../workspace/ledger.ts';
import { linesOfEntry } from '../workspace/ledger.ts';
import { historyFile } from '../workspace/paths.ts';
import { writeCacheFile } from '../workspace/write-file.ts';

/** What pages show of the ledger, and the files that they read more of it from. */
export interface Histories {
  readonly values: readonly SubjectHistory[];
  readonly files: readonly string[];
}

/**
 * The histories of all that is recorded. The texts of revisions are read, and compared, where a subject has several and nobody has compared
 * them before; what is kept is named by the revisions and by the digest of what it is made with.
 */
export function makeHistories({ entries }: Pick<Ledger, 'entries'>, tools: string): Histories {
  const files: string[] = [];
  const values = [...entries].flatMap(([id, recorded]): SubjectHistory[] => {
    if (id === siteSubject) return [];
    const revisions = recorded.map(({ revision }) => told(revision));
    if (recorded.length < 2) return [{ id, revisions, digest: undefined }];
    const digest = digestOf(tools, ...recorded.map((entry) => entry.digest));
    const file = historyFile(digest);
    if (!readCacheBytes(file))
      writeCacheFile(file, JSON.stringify(compareRevisions(recorded.map(withLines))));
    files.push(file);
    return [{ id, revisions, digest }];
  });
  return { values, files };
}

function told({
  number,
  date,
  class: kind,
  severity,
  summary,
  reporter,
  debug,
  release,
}: Recorded['revision']): RecordedRevision {
  return { number, date, class: kind, severity, summary, reporter, debug, release };
}

function withLines(entry: Recorded) {
  return { number: entry.revision.number, lines: linesOfEntry(entry) };
}

import { join } from 'node:path';
import { compareRevisions } from '../site/posts/compare-revisions.ts';
import type { RecordedRevision, SubjectHistory } from '../site/posts/records.ts';
import type { Recorded } from '../lib/ledger/revision.ts';
import { siteSubject } from '../lib/engine.ts';
import { readCacheBytes, readCacheFile } from '../workspace/cache-files.ts';
import { digestOf } from '../workspace/digest.ts';
import type { Ledger } from '../workspace/ledger.ts';
import { cacheFolder, historiesFile } from '../workspace/paths.ts';
import { writeCacheFile } from '../workspace/write-file.ts';

/** What pages show of the ledger, and the files that they read more of it from. */
export interface Histories {
  readonly values: readonly SubjectHistory[];
  readonly files: readonly string[];
}

/** Which pack has the comparisons of a history, by the digest of that. */
type PackIndex = Readonly<Record<string, string>>;

const indexFile = join(cacheFolder, 'histories.json');

/** So many subjects that are compared at one time lie in one file: a file for each would take longer to write than to compare. */
const packSize = 50;

/**
 * The histories of all that is recorded. The texts of revisions are read, and compared, where a subject has several and nobody has compared
 * them before; what is kept is named by the revisions and by the digest of what it is made with.
 */
export function makeHistories(
  { entries, linesOf }: Pick<Ledger, 'entries' | 'linesOf'>,
  tools: string,
): Histories {
  const subjects = [...entries].filter(([id]) => id !== siteSubject);
  const several = subjects
    .filter(([, recorded]) => recorded.length > 1)
    .map(([id, recorded]) => ({
      id,
      recorded,
      digest: digestOf(tools, ...recorded.map((entry) => entry.digest)),
    }));
  const before = wholePacks(readCacheFile<PackIndex>(indexFile) ?? {});
  const missing = several.filter(({ digest }) => before[digest] === undefined);
  const made: Record<string, string> = {};
  for (let start = 0; start < missing.length; start += packSize) {
    const some = missing.slice(start, start + packSize);
    const histories = some.map(({ digest, recorded }) => [
      digest,
      compareRevisions(recorded.map((entry) => ({ number: entry.revision.number, lines: linesOf(entry) }))),
    ]);
    const text = JSON.stringify(Object.fromEntries(histories));
    const pack = digestOf(text);
    writeCacheFile(historiesFile(pack), text);
    for (const { digest } of some) made[digest] = pack;
  }
  const packs: PackIndex = Object.fromEntries(
    several.map(({ digest }) => [digest, made[digest] ?? before[digest]!]),
  );
  if (missing.length > 0 || Object.keys(before).length !== several.length)
    writeCacheFile(indexFile, JSON.stringify(packs));
  const digests = new Map(several.map(({ id, digest }) => [id, digest]));
  const values = subjects.map(([id, recorded]): SubjectHistory => {
    const digest = digests.get(id);
    const revisions = recorded.map(({ revision }) => told(revision));
    return { id, revisions, digest, pack: digest === undefined ? undefined : packs[digest] };
  });
  return { values, files: [indexFile, ...new Set(Object.values(packs).map(historiesFile))] };
}

/** What lies in packs that are as they were written. */
function wholePacks(index: PackIndex): PackIndex {
  const names = new Set(Object.values(index));
  const whole = new Set([...names].filter((pack) => readCacheBytes(historiesFile(pack)) !== undefined));
  return Object.fromEntries(Object.entries(index).filter(([, pack]) => whole.has(pack)));
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

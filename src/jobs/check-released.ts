import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import {
  checkReleases,
  checkSeries,
  createSourceFile,
  isOfGuide,
  loadBundler,
  publicationOf,
  readStatus,
  releasesOf,
  releasesUntilLast,
} from '../lib/engine.ts';
import type { Guide } from '../lib/guide/guide.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type {
  ReleaseCheck,
  ReleaseComparison,
  ReleasedPart,
  StoredReleases,
} from '../lib/ledger/releases/check-releases.ts';
import type { StatusEvent } from '../lib/ledger/releases/status.ts';
import { readCacheFile } from '../workspace/cache-files.ts';
import { digestOf, digestOfTools, digestOfValue } from '../workspace/digest.ts';
import { openEngine } from '../workspace/facts.ts';
import { siteUrl } from '../workspace/identity.ts';
import { projectRoot } from '../workspace/paths.ts';
import { withMakings } from '../workspace/released-makings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import { comparisonsFile } from './kept-checks.ts';

/** What was released of each labwork, by its number. */
export type ReleaseLogs = ReadonlyMap<number, readonly StatusEvent[]>;

/** The logs of the statuses that hold. */
export function releaseLogs(stored: readonly StoredReleases[]): ReleaseLogs {
  return new Map(
    stored.flatMap(({ labwork, status }) => {
      const log = status.text === '' ? undefined : readStatus(status, labwork).value?.log;
      return log ? [[labwork, log] as const] : [];
    }),
  );
}

/** A post of the content, whose text is at hand. */
export type ReleasablePost = Pick<Guide, 'data' | 'fields' | 'file'>;

/** The posts of which releases are made, and those that explain them, as readers are shown them on a day. */
export function releasedContent(
  posts: readonly ReleasablePost[],
  today: string | undefined,
): Pick<ReleaseCheck, 'parts' | 'debugFiles'> {
  const shown = posts.filter(({ data }) => data && publicationOf(data, today) === 'published');
  const parts = shown.flatMap(({ data, fields, file }): ReleasedPart[] =>
    data?.kind === 'labworks' ? [{ data, fields, file }] : [],
  );
  return {
    parts: parts.sort((a, b) => a.data.labwork - b.data.labwork || a.data.part - b.data.part),
    debugFiles: new Set(shown.flatMap(({ data }) => (data?.kind === 'debug' ? [data.slug] : []))),
  };
}

interface ReleasesToCheck {
  readonly stored: readonly StoredReleases[];
  /** All posts of the content. */
  readonly posts: readonly ReleasablePost[];
  /** The labs of the content, which are read where something was released. */
  readonly openLabs: () => Pick<Workspace, 'labs' | 'labDigests'>;
  readonly today: string;
}

/** Holds the whole content to what was released of it; what was made of unchanged posts is not made again. */
export async function checkReleased({
  stored,
  posts,
  openLabs,
  today,
}: ReleasesToCheck): Promise<readonly Diagnostic[]> {
  const content = releasedContent(posts, today);
  const logs = releaseLogs(stored);
  const comparisons = new Map<number, ReleaseComparison>();
  const kept = readCacheFile<KeptComparisons>(comparisonsFile) ?? {};
  const now: Record<string, KeptComparison> = {};
  const tools = logs.size > 0 ? digestOfTools(projectRoot) : '';
  const { labs, labDigests } = logs.size > 0 ? openLabs() : { labs: new Map(), labDigests: new Map() };
  for (const [labwork, log] of logs) {
    const parts = content.parts.filter(({ data }) => data.labwork === labwork);
    if (!isOfGuide(log, parts)) continue;
    const key = digestOf(
      ...[tools, siteUrl(), digestOfValue(log), today],
      ...parts.flatMap(({ file, data }) => [file.path, file.text, labDigests.get(data.lab) ?? '']),
    );
    const known = kept[labwork];
    const comparison =
      known?.key === key ? known.comparison : await compare(labwork, parts, labs, log, today);
    now[labwork] = { key, comparison };
    if (comparison) comparisons.set(labwork, comparison);
  }
  if (JSON.stringify(now) !== JSON.stringify(kept)) keep(now);
  return checkReleases({ stored, comparisons, ...content });
}

/** Makes the bundle of a labwork and holds it to its newest release; undefined where it has errors, which are told as such. */
async function compare(
  number: number,
  parts: readonly ReleasedPart[],
  labs: ReadonlyMap<string, Lab>,
  log: readonly StatusEvent[],
  today: string,
): Promise<ReleaseComparison | undefined> {
  // Of the project's own facts: whoever checks with others does not make other bundles.
  const engine = openEngine();
  const guides = parts.map(({ file, data }) =>
    engine.readGuide(createSourceFile(`labworks/${data.slug}${endingOf(file.path)}`, file.text)),
  );
  const labwork = engine.checkLabwork(guides, labs);
  const diagnostics = [
    ...labwork.guides.flatMap((guide) => guide.diagnostics),
    ...checkSeries(guides, today),
  ];
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const { matchRelease } = await loadBundler();
  const matched = matchRelease(labwork, releasesOf(log).at(-1)!, {
    site: siteUrl(),
    releases: await withMakings(releasesUntilLast(log), number, labwork, engine),
  });
  return matched && { match: matched.match, posts: matched.posts };
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}

interface KeptComparison {
  readonly key: string;
  readonly comparison: ReleaseComparison | undefined;
}
type KeptComparisons = Readonly<Record<string, KeptComparison>>;

/** A disk that refuses costs the next check its time, and nothing else. */
function keep(comparisons: KeptComparisons): void {
  try {
    writeCacheFile(comparisonsFile, JSON.stringify(comparisons));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

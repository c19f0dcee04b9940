import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LabworkSummary, PostSummary, RuleSummary } from '../site/posts/records.ts';
import { readCacheFile } from '../workspace/cache-files.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import { bodyFile, cacheFolder, zipFile } from '../workspace/paths.ts';
import type { Source, Sources } from '../workspace/content.ts';
import type { JobResult } from './job.ts';

/** What the last update found, by path; read whole at the start of the next one. */
export interface ContentIndex {
  /** The digest of what it was made with. */
  readonly tools: string;
  readonly posts: Readonly<Record<string, PostSummary>>;
  readonly rules: Readonly<Record<string, RuleSummary>>;
  readonly labworks: readonly LabworkSummary[];
}

const file = join(cacheFolder, 'index.json');

/** The index of the last update, where it was made with the same tools. */
export function readIndex(tools: string): ContentIndex | undefined {
  const index = readCacheFile<ContentIndex>(file);
  return index?.tools === tools ? index : undefined;
}

export function writeIndex(index: ContentIndex): void {
  writeCacheFile(file, JSON.stringify(index));
}

/** The index of what is there now: what a job has made, and what the last update had of the rest. */
export function mergeIndex(
  tools: string,
  sources: Pick<Sources, 'posts' | 'rules'>,
  made: JobResult,
  previous: ContentIndex | undefined,
): ContentIndex {
  const posts = newest(sources.posts, made.posts, previous?.posts ?? {});
  const rules = newest(sources.rules, made.rules, previous?.rules ?? {});
  return {
    tools,
    posts: byPath(posts),
    rules: byPath(rules),
    labworks: newestLabworks(posts, made, previous?.labworks ?? []),
  };
}

/** Removes bodies and zips that nothing refers to any more. */
export function removeUnused({ posts, labworks }: ContentIndex): void {
  const used = new Set([
    ...Object.values(posts).map(({ digest }) => bodyFile(digest)),
    ...labworks.map(({ digest }) => zipFile(digest)),
  ]);
  for (const folder of ['bodies', 'bundles']) {
    const root = join(cacheFolder, folder);
    if (!existsSync(root)) continue;
    for (const name of readdirSync(root)) {
      const path = join(root, name);
      if (!used.has(path)) rmSync(path, { force: true });
    }
  }
}

function newest<T extends { readonly path: string }>(
  sources: readonly Source[],
  made: readonly T[],
  previous: Readonly<Record<string, T>>,
): T[] {
  const madeByPath = new Map(made.map((item) => [item.path, item]));
  return sources.flatMap(({ path }) => madeByPath.get(path) ?? previous[path] ?? []);
}

/** What was made of a labwork stands for all of it. One that is broken keeps what it had: a site that is served shows that. */
function newestLabworks(
  posts: readonly PostSummary[],
  made: JobResult,
  previous: readonly LabworkSummary[],
): LabworkSummary[] {
  const numbersOf = (list: readonly PostSummary[]) =>
    new Set(list.flatMap(({ membership: { labwork } }) => labwork ?? []));
  const isBroken = ({ diagnostics }: PostSummary) => diagnostics.some(({ severity }) => severity === 'error');
  const broken = numbersOf(made.posts.filter(isBroken));
  const remade = numbersOf(made.posts);
  return [...numbersOf(posts)].flatMap((number) => {
    const isOwn = (labwork: LabworkSummary) => labwork.number === number;
    const now = made.labworks.filter(isOwn);
    const isAsBefore = now.length === 0 && (!remade.has(number) || broken.has(number));
    return isAsBefore ? previous.filter(isOwn) : now;
  });
}

function byPath<T extends { readonly path: string }>(items: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map((item) => [item.path, item]));
}

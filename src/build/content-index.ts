import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LabworkSummary, PostSummary, RuleSummary } from '../site/posts/records.ts';
import { readCacheBytes, readCacheFile } from '../workspace/cache-files.ts';
import { listFiles } from '../workspace/list-files.ts';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { isLeftover } from '../workspace/temporary-files.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import { bodyFile, cacheFolder, pictureInspectionsFile, withSlashes, zipFile } from '../workspace/paths.ts';
import type { Source, Sources } from '../workspace/content.ts';
import type { JobResult } from './job.ts';

/** What the last update found, by path; read whole at the start of the next one. */
export interface ContentIndex {
  /** The digest of what it was made with. */
  readonly tools: string;
  readonly posts: Readonly<Record<string, PostSummary>>;
  readonly rules: Readonly<Record<string, RuleSummary>>;
  readonly labworks: readonly LabworkSummary[];
  /** The `mtimeKey` of each body and zip when it was written or read through, by its path. */
  readonly files: FileKeys;
}

type FileKeys = Readonly<Record<string, string>>;

/** What the last update left, where it was made with the same tools. */
export interface PreviousUpdate {
  readonly index: ContentIndex | undefined;
  /** Those of its bodies and zips that are as they were written. */
  readonly whole: FileKeys;
}

const file = join(cacheFolder, 'index.json');

/** What the last update made with these tools left. */
export function readPrevious(tools: string): PreviousUpdate {
  const stored = readCacheFile<ContentIndex>(file);
  const index = stored?.tools === tools ? stored : undefined;
  return { index, whole: wholeFiles(index) };
}

export function writeIndex(index: ContentIndex): void {
  writeCacheFile(file, JSON.stringify(index));
}

/** The index of what is there now: what a job has made, and what the last update had of the rest. */
export function mergeIndex(
  tools: string,
  sources: Pick<Sources, 'posts' | 'rules'>,
  made: JobResult,
  previous: PreviousUpdate,
): ContentIndex {
  const posts = newest(sources.posts, made.posts, previous.index?.posts ?? {});
  const rules = newest(sources.rules, made.rules, previous.index?.rules ?? {});
  const labworks = newestLabworks(posts, made, previous.index?.labworks ?? []);
  const fresh = new Set(filesOf(made.posts, made.labworks));
  return {
    tools,
    posts: byPath(posts),
    rules: byPath(rules),
    labworks,
    files: Object.fromEntries(
      filesOf(posts, labworks).flatMap((path) => {
        const key = (fresh.has(path) ? undefined : previous.whole[path]) ?? mtimeKey(path);
        return key === undefined ? [] : [[path, key]];
      }),
    ),
  };
}

/**
 * Those of the bodies and zips of an index that are as they were written, with the `mtimeKey` of each now. One that was not touched since is
 * not read: a post that has not changed costs a look at its file and no more.
 */
function wholeFiles(index: ContentIndex | undefined): FileKeys {
  if (!index) return {};
  return Object.fromEntries(
    filesOf(Object.values(index.posts), index.labworks).flatMap((path) => {
      const key = mtimeKey(path);
      const isWhole = key !== undefined && (index.files[path] === key || readCacheBytes(path) !== undefined);
      return isWhole ? [[path, key]] : [];
    }),
  );
}

/** A file that nothing refers to stays for so long, in milliseconds: another process may be about to refer to it. */
const unusedFor = 60 * 60 * 1000;

/**
 * Removes bodies and zips that nothing refers to any more, files of pictures that are not among those given, and what writing left behind where it was broken off. Not those of the last
 * hour: a site that is served, or a check of the types, has no lock and may have written them just now.
 */
export function removeUnused({ posts, labworks }: ContentIndex, pictures: readonly string[]): void {
  const used = new Set([
    file,
    pictureInspectionsFile,
    ...filesOf(Object.values(posts), labworks),
    ...pictures,
  ]);
  const limit = Date.now() - unusedFor;
  for (const path of listFiles(cacheFolder, { folders: 'all', links: 'files' })) {
    if (used.has(path) || collectionNames.test(withSlashes(path))) continue;
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && (found.mtimeMs < limit || isLeftover(path))) rmSync(path, { force: true });
  }
}

/** A file for each collection, written anew by every build. */
const collectionNames = /\/(?:content|served)\/[a-z-]+\.json$/;

/** The files that an index refers to. */
function filesOf(posts: readonly PostSummary[], labworks: readonly LabworkSummary[]): string[] {
  return [...posts.map(({ digest }) => bodyFile(digest)), ...labworks.map(({ digest }) => zipFile(digest))];
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

import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { ReportedCommand } from '../lib/diagnostics/json.ts';
import type { PostSummary } from '../site/posts/records.ts';
import { readCacheFile } from '../workspace/cache-files.ts';
import { listFiles } from '../workspace/list-files.ts';
import { checksFolder } from '../workspace/paths.ts';
import { writeCacheFile } from '../workspace/write-file.ts';

// What the check keeps. It lies beside what builds keep, not among it: a build may be under way, and has its own.

/** What is known of a post when it is checked: what is told of it, and what the whole is checked by. */
export interface PostCheck extends Pick<
  PostSummary,
  | 'path'
  | 'textDigest'
  | 'digest'
  | 'membership'
  | 'data'
  | 'fields'
  | 'references'
  | 'passages'
  | 'links'
  | 'anchors'
  | 'projection'
> {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: CommandCounts;
}

/** How many commands a post has, and of how many the facts say nothing. */
export interface CommandCounts {
  readonly commands: number;
  readonly unknown: number;
  /** What those are called, each once, in the order of the text. */
  readonly unknownNames: readonly string[];
}

export function countCommands(commands: readonly Pick<ReportedCommand, 'name' | 'support'>[]): CommandCounts {
  const unknown = commands.filter(({ support }) => support === 'unknown').map(({ name }) => name);
  return { commands: commands.length, unknown: unknown.length, unknownNames: [...new Set(unknown)] };
}

/** The results of the last check, by the paths of the posts. */
export interface KeptChecks {
  /** The digest of what they were made with. */
  readonly tools: string;
  readonly posts: Readonly<Record<string, PostCheck>>;
}

const indexFile = join(checksFolder, 'index.json');
/** What `check-released.ts` keeps. */
export const comparisonsFile = join(checksFolder, 'releases.json');
const commandsFolder = join(checksFolder, 'commands');

function commandsFile(digest: string): string {
  return join(commandsFolder, `${digest}.json`);
}

/** Keeps the commands of a post, by the digest of all that its check was made from. */
export function keepCommands(digest: string, commands: readonly ReportedCommand[]): void {
  tryToKeep(() => writeCacheFile(commandsFile(digest), JSON.stringify(commands)));
}

export function readCommands(digest: string): readonly ReportedCommand[] | undefined {
  return readCacheFile<readonly ReportedCommand[]>(commandsFile(digest));
}

/** The results that the last check with these tools left. */
export function readKeptChecks(tools: string): KeptChecks['posts'] {
  const kept = readCacheFile<KeptChecks>(indexFile);
  return kept?.tools === tools ? kept.posts : {};
}

/** A file of commands that nothing refers to stays for so long, in milliseconds: another check may be about to read it. */
const unusedFor = 60 * 60 * 1000;

/** Keeps results in the place of those before. */
export function keepChecks(tools: string, posts: readonly PostCheck[]): void {
  const kept: KeptChecks = { tools, posts: Object.fromEntries(posts.map((post) => [post.path, post])) };
  tryToKeep(() => {
    writeCacheFile(indexFile, JSON.stringify(kept));
    removeUnused(new Set([indexFile, comparisonsFile, ...posts.map(({ digest }) => commandsFile(digest))]));
  });
}

function removeUnused(used: ReadonlySet<string>): void {
  const limit = Date.now() - unusedFor;
  for (const path of listFiles(checksFolder, { folders: 'all', links: 'files' })) {
    if (used.has(path)) continue;
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && found.mtimeMs < limit) rmSync(path, { force: true });
  }
}

/** A disk that refuses, full or not for this user, costs the next check its time, and nothing else. */
function tryToKeep(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

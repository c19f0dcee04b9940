import type { ReportedCommand } from '../lib/diagnostics/json.ts';
import type { Engine } from '../lib/engine.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { Source } from '../workspace/content.ts';
import { digestOfTools } from '../workspace/digest.ts';
import { projectRoot } from '../workspace/paths.ts';
import type { CheckFault, CheckJob, CheckJobResult } from './check-job.ts';
import { doCheckJob } from './check-job.ts';
import type { PostCheck } from './kept-checks.ts';
import { keepChecks, readCommands, readKeptChecks } from './kept-checks.ts';
import { groupPosts } from './post-groups.ts';
import { shareJob } from './share-job.ts';
import { createWorkQueue } from './work-queue.ts';

/** All posts of the content, and what they are checked with. */
interface ContentPosts {
  /** By their paths from the project's root, as the build has them. */
  readonly posts: readonly Source[];
  readonly labs: readonly Lab[];
  /** By id: of all that a lab is read from. */
  readonly labDigests: ReadonlyMap<string, string>;
  /** With the project's own facts, and no optional rules. */
  readonly engine: Engine;
  readonly withCommands: boolean;
}

export interface ContentChecks {
  /** In the order of the posts; without those that have a fault. */
  readonly posts: readonly PostCheck[];
  readonly faults: readonly CheckFault[];
  /** By path; empty where they were not asked for. */
  readonly commands: ReadonlyMap<string, readonly ReportedCommand[]>;
  /** Paths of the posts that were checked anew. */
  readonly checked: readonly string[];
}

/**
 * Checks each post, with the other parts of its labwork and its lab. One that is as it was when it was checked last is not read again; of the
 * others many are shared by several threads.
 */
export async function checkContentPosts(content: ContentPosts): Promise<ContentChecks> {
  const { posts, labs, labDigests, engine, withCommands } = content;
  const tools = digestOfTools(projectRoot);
  const kept = readKeptChecks(tools);
  const groups = groupPosts(posts, { tools, labs: labDigests, previous: kept });
  const commands = new Map<string, readonly ReportedCommand[]>();
  const isKept = ({ path, digest }: (typeof groups)[number]['posts'][number]) => {
    if (kept[path]?.digest !== digest) return false;
    const found = withCommands ? readCommands(digest) : undefined;
    if (found) commands.set(path, found);
    return !withCommands || found !== undefined;
  };
  const changed = groups.filter((group) => !group.posts.every(isKept));
  const job: CheckJob = { labs, groups: changed, withCommands, queue: createWorkQueue() };
  const results = await shareJob<CheckJob, CheckJobResult>(job, {
    posts: changed.reduce((sum, group) => sum + group.posts.length, 0),
    groups: changed.length,
    here: (own) => Promise.resolve(doCheckJob(own, engine)),
    script: 'jobs/check-job-thread.ts',
  });
  const made = new Map(results.flatMap((result) => result.posts).map((post) => [post.path, post]));
  const faults = results.flatMap((result) => result.faults);
  const failed = new Set(faults.map(({ path }) => path));
  const all = posts.flatMap(({ path }) => (failed.has(path) ? [] : (made.get(path) ?? kept[path] ?? [])));
  for (const result of results) for (const [path, reported] of result.commands) commands.set(path, reported);
  const isNew = made.size > 0 || all.length !== Object.keys(kept).length;
  if (isNew) keepChecks(tools, all);
  return { posts: all, faults, commands, checked: [...made.keys()] };
}

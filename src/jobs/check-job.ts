import type { ReportedCommand } from '../lib/diagnostics/json.ts';
import type { Engine } from '../lib/engine.ts';
import { createSourceFile, reportedCommand } from '../lib/engine.ts';
import type { CheckedGuide } from '../lib/check/labwork.ts';
import type { Guide } from '../lib/guide/guide.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { PostGroup } from '../site/posts/make-posts.ts';
import { inPartOrder } from '../workspace/group-posts.ts';
import { projectionDigests } from '../workspace/projection-digests.ts';
import { reasonOf } from '../workspace/text-file.ts';
import type { PostCheck } from './kept-checks.ts';
import { countCommands, keepCommands } from './kept-checks.ts';
import type { WorkQueue } from './work-queue.ts';
import { claimItems, closeQueue } from './work-queue.ts';

/** Posts to check. Every thread is given the same, and claims groups from the queue. */
export interface CheckJob {
  readonly labs: readonly Lab[];
  readonly groups: readonly PostGroup[];
  /** Whether the commands themselves are wanted as well. */
  readonly withCommands: boolean;
  readonly queue: WorkQueue;
}

/** What came of the groups that a thread has claimed. */
export interface CheckJobResult {
  readonly posts: readonly PostCheck[];
  /** By path; empty where they are not wanted. */
  readonly commands: ReadonlyMap<string, readonly ReportedCommand[]>;
  readonly faults: readonly CheckFault[];
}

/** A fault of the tool: the post has no result. */
export interface CheckFault {
  readonly path: string;
  /** As an error of Node's own says it. */
  readonly reason: string;
}

/** Checks the groups of posts that this thread claims. */
export function doCheckJob({ labs, groups, withCommands, queue }: CheckJob, engine: Engine): CheckJobResult {
  const labsById = new Map(labs.map((lab) => [lab.id, lab]));
  const posts: PostCheck[] = [];
  const commands = new Map<string, readonly ReportedCommand[]>();
  const faults: CheckFault[] = [];
  try {
    for (const index of claimItems(queue, groups.length)) {
      const group = groups[index]!;
      const checked = checkGroup(group, labsById, engine, faults);
      for (const source of group.posts) {
        const own = checked.get(source.path);
        if (!own) continue;
        posts.push(postCheckOf(own, source, labsById));
        if (!withCommands) continue;
        const reported = own.blocks.flatMap((block) => block.commands.map(reportedCommand));
        keepCommands(source.digest, reported);
        commands.set(source.path, reported);
      }
    }
  } catch (error) {
    closeQueue(queue, groups.length);
    throw error;
  }
  return { posts, commands, faults };
}

/** By path. A post that cannot be read is left out; the others of its labwork are checked all the same. */
function checkGroup(
  { posts }: PostGroup,
  labs: ReadonlyMap<string, Lab>,
  engine: Engine,
  faults: CheckFault[],
): ReadonlyMap<string, CheckedGuide> {
  const guides = posts.flatMap(({ path, text }): Guide[] => {
    try {
      return [engine.readGuide(createSourceFile(path, text))];
    } catch (error) {
      faults.push({ path, reason: reasonOf(error) });
      return [];
    }
  });
  try {
    const checked = engine.checkLabwork(inPartOrder(guides), labs).guides;
    return new Map(checked.map((one) => [one.guide.file.path, one]));
  } catch (error) {
    for (const { file } of guides) faults.push({ path: file.path, reason: reasonOf(error) });
    return new Map();
  }
}

function postCheckOf(
  { guide, blocks, diagnostics }: CheckedGuide,
  { path, textDigest, digest, membership }: PostGroup['posts'][number],
  labs: ReadonlyMap<string, Lab>,
): PostCheck {
  const { data, fields, references, passages, links, anchors } = guide;
  const counts = countCommands(blocks.flatMap((block) => block.commands));
  return {
    path,
    textDigest,
    digest,
    membership,
    data,
    fields,
    references,
    passages,
    links,
    anchors,
    projection: projectionDigests(guide, labs),
    diagnostics,
    counts,
  };
}

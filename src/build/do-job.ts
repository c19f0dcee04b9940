import {
  checkSeries,
  isOfGuide,
  loadBundler,
  makePlan,
  publicationOf,
  releasesOf,
  releasesUntilLast,
} from '../lib/engine.ts';
import type { StatusEvent } from '../lib/ledger/releases/status.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { CheckedLabwork } from '../lib/check/labwork.ts';
import { digestOf } from '../workspace/digest.ts';
import type { Job, JobResult } from './job.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import { compatibilitySummary } from '../site/posts/compatibility-summary.ts';
import { planSummary } from '../site/posts/plan-summary.ts';
import { proofSummary } from '../site/posts/proof-summary.ts';
import type { PostGroup } from '../site/posts/make-posts.ts';
import { bundleView, releasedView, releaseSummaries } from '../site/posts/bundle-view.ts';
import { makePosts } from '../site/posts/make-posts.ts';
import { makeRule } from '../site/posts/make-rule.ts';
import { bodyFile, zipFile } from '../workspace/paths.ts';
import type { LabworkSummary, PostSummary, RuleSummary } from '../site/posts/records.ts';
import { withMakings } from '../workspace/released-makings.ts';
import { readReleasedZip } from '../workspace/releases.ts';
import { openEngine } from '../workspace/facts.ts';
import { addCompleted, claimItems, closeQueue } from '../jobs/work-queue.ts';

const engine = openEngine();

/**
 * Reads, checks and renders the posts and rules that this thread claims, and stores their bodies. Reports how many posts are done,
 * by all threads together.
 */
export async function doJob(
  { address, asOf, labs, releases, groups, rules, queue }: Job,
  onDone?: (posts: number) => void,
): Promise<JobResult> {
  const labsById = new Map(labs.map((lab) => [lab.id, lab]));
  const items = [...groups, ...rules];
  const made = {
    posts: [] as PostSummary[],
    labworks: [] as LabworkSummary[],
    rules: [] as RuleSummary[],
  };
  try {
    for (const index of claimItems(queue, items.length)) {
      const item = items[index]!;
      if ('posts' in item) {
        const { posts, labworks } = await storeGroup(item, {
          labs: labsById,
          address,
          asOf,
          releases,
        });
        for (const item of posts) made.posts.push(item);
        for (const item of labworks) made.labworks.push(item);
        onDone?.(addCompleted(queue, posts.length));
      } else made.rules.push(await makeRule(item));
    }
  } catch (error) {
    closeQueue(queue, items.length);
    throw error;
  }
  return made;
}

/** What bundles are made with. */
interface BundleContext extends Pick<Job, 'address' | 'asOf' | 'releases'> {
  readonly labs: ReadonlyMap<string, Lab>;
}

async function storeGroup(group: PostGroup, context: BundleContext) {
  const { posts, checked } = await makePosts(group, context.labs, engine);
  for (const { summary, body } of posts) writeCacheFile(bodyFile(summary.digest), JSON.stringify(body));
  return { posts: posts.map(({ summary }) => summary), labworks: await storeBundles(checked, context) };
}

/** What is published of a labwork, and where some of its parts are not also all of it. */
async function storeBundles(checked: CheckedLabwork, context: BundleContext) {
  const guides = checked.guides.map(({ guide }) => guide);
  const published = guides.filter(({ data }) => !data || publicationOf(data, context.asOf) === 'published');
  const isWhole = published.length === guides.length;
  const labworks = [await storeBundle(checked, context, !isWhole)];
  if (!isWhole && published.length > 0)
    labworks.push(await storeBundle(engine.checkLabwork(published, context.labs), context, false));
  return labworks.filter((labwork) => labwork !== undefined);
}

/** Makes the bundle and the matrix of a labwork that is free of errors, and stores the zip. */
async function storeBundle(
  checked: CheckedLabwork,
  { labs, address, asOf, releases }: BundleContext,
  draft: boolean,
): Promise<LabworkSummary | undefined> {
  const guides = checked.guides.map(({ guide }) => guide);
  const data = guides[0]?.data;
  const diagnostics = [
    ...checked.guides.flatMap((part) => part.diagnostics),
    ...checkSeries(guides, draft ? undefined : asOf),
  ];
  const clean =
    guides.every((guide) => guide.data !== undefined) &&
    diagnostics.every(({ severity }) => severity !== 'error');
  if (data?.kind !== 'labworks' || !clean) return undefined;
  const log = releases?.get(data.labwork);
  const parts = guides.flatMap(({ data: part }) => (part?.kind === 'labworks' ? [{ data: part }] : []));
  const own = log && isOfGuide(log, parts) ? log : [];
  // What no reader is shown yet is of no release.
  const offered = await makeOffer(data.labwork, checked, address, draft ? [] : own);
  if (!offered) return undefined;
  const { bundle, comparison, view } = offered;
  const plan = makePlan(checked);
  const digest = digestOf(bundle.sha256);
  writeCacheFile(zipFile(digest), bundle.zip);
  return {
    number: data.labwork,
    draft,
    digest,
    bundle: view,
    releases: releaseSummaries(data.labwork, own),
    comparison,
    compatibility: compatibilitySummary(engine.compatibilityOf(guides, labs)),
    plan: planSummary(plan),
    proof: proofSummary(plan, checked),
  };
}

/** What the posts make, and what readers are offered of it: the newest release, where there is one. */
async function makeOffer(number: number, checked: CheckedLabwork, site: string, log: readonly StatusEvent[]) {
  const { makeBundle, matchRelease, unpackBundle } = await loadBundler();
  const newest = releasesOf(log).at(-1);
  if (!newest) {
    const bundle = makeBundle(checked, { site });
    return bundle && { bundle, comparison: undefined, view: await bundleView(bundle, undefined, undefined) };
  }
  const releases = await withMakings(releasesUntilLast(log), number, checked, engine);
  const matched = matchRelease(checked, newest, { site, releases });
  if (!matched) return undefined;
  const { bundle, match, posts } = matched;
  const zip = bundle.sha256 === newest.sha256 ? undefined : readReleasedZip(newest.zip);
  const unpacked = zip && unpackBundle(zip);
  const withdrawn = log.find((event) => event.kind === 'yank' && event.version === newest.version);
  const yanked = withdrawn?.kind === 'yank' ? withdrawn.reason : undefined;
  return {
    bundle,
    comparison: { match, posts },
    view: unpacked ? await releasedView(unpacked, newest, yanked) : await bundleView(bundle, newest, yanked),
  };
}

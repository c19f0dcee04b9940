import type { Comparison } from '../lib/comparison/comparison.ts';
import type { PostData } from '../lib/guide/front-matter.ts';
import { kinds } from '../lib/guide/front-matter.ts';
import type { Lab } from '../lib/lab/lab.ts';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { cachedValues } from '../workspace/cached-values.ts';
import { collectionFile } from '../workspace/paths.ts';
import type { LabworkSummary, PostSummary, RuleSummary } from './posts/records.ts';

/** A post that may be shown. */
export interface Post extends PostSummary {
  readonly data: PostData;
}

/** All content as the loader left it, with what is looked up often already at hand. */
export interface SiteCorpus {
  /** Newest first. */
  readonly posts: readonly Post[];
  /** By `kind/slug`. */
  readonly byRef: ReadonlyMap<string, Post>;
  readonly labworks: readonly LabworkSummary[];
  readonly labs: ReadonlyMap<string, Lab>;
  readonly comparisons: ReadonlyMap<string, Comparison>;
  readonly rules: readonly RuleSummary[];
}

/** The same value as long as the content is the same; drafts are in it in dev only. */
export function getCorpus(): SiteCorpus {
  // A build has its content before there is any page.
  if (import.meta.env.PROD) return (built ??= makeCorpus());
  const key = names.map((name) => mtimeKey(collectionFile(name))).join();
  if (served?.key !== key) served = { key, corpus: makeCorpus() };
  return served.corpus;
}

let built: SiteCorpus | undefined;
let served: { readonly key: string; readonly corpus: SiteCorpus } | undefined;

const names = [...kinds, 'bundles', 'labs', 'comparisons', 'rules'] as const;

function makeCorpus(): SiteCorpus {
  const posts = (kinds.flatMap(cachedValues) as PostSummary[])
    .filter((post): post is Post => post.data !== undefined && !(post.data.draft && import.meta.env.PROD))
    .sort(newestFirst);
  const labs = cachedValues('labs') as Lab[];
  const comparisons = cachedValues('comparisons') as Comparison[];
  return {
    posts,
    byRef: new Map(posts.map((post) => [`${post.data.kind}/${post.data.slug}`, post])),
    labworks: (cachedValues('bundles') as LabworkSummary[]).sort((a, b) => a.number - b.number),
    labs: new Map(labs.map((lab) => [lab.id, lab])),
    comparisons: new Map(comparisons.map((comparison) => [comparison.id, comparison])),
    rules: (cachedValues('rules') as RuleSummary[]).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function newestFirst(a: Post, b: Post): number {
  if (a.data.date !== b.data.date) return a.data.date < b.data.date ? 1 : -1;
  return a.path < b.path ? 1 : -1;
}

import { getCollection } from 'astro:content';
import type { Comparison } from '../lib/comparison/comparison.ts';
import type { Kind, PostData } from '../lib/guide/front-matter.ts';
import { kinds } from '../lib/guide/front-matter.ts';
import type { Lab } from '../lib/lab/lab.ts';
import { digestOf } from './posts/digest.ts';
import type { LabworkSummary, PostSummary, RuleSummary } from './posts/records.ts';

/** A post that may be shown. */
export interface Post extends PostSummary {
  readonly data: PostData;
}

/** All content as the loader left it, with what is looked up often already at hand. */
export interface Corpus {
  /** Newest first. */
  readonly posts: readonly Post[];
  /** By `kind/slug`. */
  readonly byRef: ReadonlyMap<string, Post>;
  readonly labworks: readonly LabworkSummary[];
  readonly labs: ReadonlyMap<string, Lab>;
  readonly comparisons: ReadonlyMap<string, Comparison>;
  readonly rules: readonly RuleSummary[];
}

let kept: { readonly key: string; readonly corpus: Corpus } | undefined;

/** The same value as long as the content is the same; drafts are in it in dev only. */
export async function getCorpus(): Promise<Corpus> {
  if (kept && import.meta.env.PROD) return kept.corpus;
  const collections = await Promise.all([
    ...kinds.map((kind: Kind) => getCollection(kind)),
    getCollection('bundles'),
    getCollection('labs'),
    getCollection('comparisons'),
    getCollection('rules'),
  ]);
  const key = digestOf(...collections.flat().map(({ id, digest }) => `${id} ${digest}`));
  if (kept?.key !== key) kept = { key, corpus: makeCorpus(collections) };
  return kept.corpus;
}

type Entry = Readonly<{ id: string; digest?: string | number | undefined; data: unknown }>;

/** What the loader stored as text. */
function stored<T>({ data }: Entry): T {
  return JSON.parse((data as { readonly json: string }).json) as T;
}

function makeCorpus(collections: readonly (readonly Entry[])[]): Corpus {
  const entries = [...collections];
  const take = () => entries.pop() ?? [];
  const rules = take();
  const comparisons = take();
  const labs = take();
  const labworks = take();
  const posts = entries
    .flat()
    .map((entry) => stored<PostSummary>(entry))
    .filter((post): post is Post => post.data !== undefined && !(post.data.draft && import.meta.env.PROD))
    .sort(newestFirst);
  return {
    posts,
    byRef: new Map(posts.map((post) => [`${post.data.kind}/${post.data.slug}`, post])),
    labworks: labworks.map((entry) => stored<LabworkSummary>(entry)).sort((a, b) => a.number - b.number),
    labs: new Map(labs.map((entry) => [entry.id, stored<Lab>(entry)])),
    comparisons: new Map(comparisons.map((entry) => [entry.id, stored<Comparison>(entry)])),
    rules: rules.map((entry) => stored<RuleSummary>(entry)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function newestFirst(a: Post, b: Post): number {
  if (a.data.date !== b.data.date) return a.data.date < b.data.date ? 1 : -1;
  return a.path < b.path ? 1 : -1;
}

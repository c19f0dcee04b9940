import { getCollection } from 'astro:content';
import type { Comparison } from '../lib/comparison/comparison.ts';
import type { PostData } from '../lib/guide/front-matter.ts';
import { kinds } from '../lib/guide/front-matter.ts';
import type { Lab } from '../lib/lab/lab.ts';
import { digestOf } from './posts/digest.ts';
import { readKept } from './posts/kept-files.ts';
import { collectionFile } from './posts/places.ts';
import type { KeptCollection, LabworkSummary, PostSummary, RuleSummary } from './posts/records.ts';

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
  const names = [...kinds, 'bundles', 'labs', 'comparisons', 'rules'] as const;
  const entries = await Promise.all(names.map(async (name) => [name, await getCollection(name)] as const));
  const key = digestOf(
    ...entries.flatMap(([name, list]) => list.map(({ id, digest }) => `${name} ${id} ${digest}`)),
  );
  if (kept?.key !== key) {
    const ids = new Map<string, string[]>(entries.map(([name, list]) => [name, list.map(({ id }) => id)]));
    kept = { key, corpus: makeCorpus((name) => valuesOf(name, ids.get(name) ?? [])) };
  }
  return kept.corpus;
}

/** The values behind a collection's entries. */
function valuesOf(name: string, ids: readonly string[]): unknown[] {
  const values = readKept<KeptCollection>(collectionFile(name)) ?? {};
  return ids.map((id) => {
    const value = values[id];
    if (value === undefined)
      throw new Error(`${id} of ${name} is not kept in ${collectionFile(name)}. Build again.`);
    return value;
  });
}

function makeCorpus(of: (name: string) => unknown[]): Corpus {
  const posts = (kinds.flatMap(of) as PostSummary[])
    .filter((post): post is Post => post.data !== undefined && !(post.data.draft && import.meta.env.PROD))
    .sort(newestFirst);
  const labs = of('labs') as Lab[];
  const comparisons = of('comparisons') as Comparison[];
  return {
    posts,
    byRef: new Map(posts.map((post) => [`${post.data.kind}/${post.data.slug}`, post])),
    labworks: (of('bundles') as LabworkSummary[]).sort((a, b) => a.number - b.number),
    labs: new Map(labs.map((lab) => [lab.id, lab])),
    comparisons: new Map(comparisons.map((comparison) => [comparison.id, comparison])),
    rules: (of('rules') as RuleSummary[]).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function newestFirst(a: Post, b: Post): number {
  if (a.data.date !== b.data.date) return a.data.date < b.data.date ? 1 : -1;
  return a.path < b.path ? 1 : -1;
}

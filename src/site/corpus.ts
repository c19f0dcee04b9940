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

/** The same value as long as the content is the same; drafts are in it in dev only. */
export async function getCorpus(): Promise<Corpus> {
  // A build has its content before there is any page.
  if (import.meta.env.PROD) return (built ??= makeCorpus((name) => Object.values(keptValues(name))));
  const state = await stateOfStore();
  if (served?.key !== state.key) served = { key: state.key, corpus: makeCorpus(state.valuesOf) };
  return served.corpus;
}

let built: Corpus | undefined;
let served: { readonly key: string; readonly corpus: Corpus } | undefined;

const names = [...kinds, 'bundles', 'labs', 'comparisons', 'rules'] as const;

/** What Astro's store has while a site is served; asking for it tells Astro which pages to load again when it changes. */
async function stateOfStore() {
  // Bundled, it would bring along all that Astro does with collections of its own.
  const { getCollection } = await import('astro:content');
  const entries = await Promise.all(names.map(async (name) => [name, await getCollection(name)] as const));
  const ids = new Map<string, string[]>(entries.map(([name, list]) => [name, list.map(({ id }) => id)]));
  return {
    key: digestOf(
      ...entries.flatMap(([name, list]) => list.map(({ id, digest }) => `${name} ${id} ${digest}`)),
    ),
    valuesOf(name: string): unknown[] {
      const values = keptValues(name);
      return (ids.get(name) ?? []).flatMap((id) => values[id] ?? []);
    },
  };
}

function keptValues(name: string): KeptCollection {
  const values = readKept<KeptCollection>(collectionFile(name));
  if (!values) throw new Error(`${collectionFile(name)} is missing. Build again.`);
  return values;
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

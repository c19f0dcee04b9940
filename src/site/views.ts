import type { Comparison } from '../lib/comparison/comparison.ts';
import type { Kind, PostDataOf } from '../lib/guide/front-matter.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { SiteCorpus, Post } from './corpus.ts';
import { getCorpus } from './corpus.ts';
import { changelogOf, correctionsOf } from './corrections.ts';
import { labworkView } from './labwork-view.ts';
import { postLink, refOf, urlOf } from './post-link.ts';
import { digestOf, digestOfValue } from '../workspace/digest.ts';
import { readBody } from '../workspace/cache-files.ts';
import type { PostBody } from './posts/records.ts';
import { tagSlug } from './tag-slug.ts';
import type { CorrectionView, LabworkView, PostLink, PostView, RuleView, TagView } from './types.ts';

/** Posts in lists, newest first; of one kind, or all. */
export function getPosts(kind?: Kind): readonly PostLink[] {
  const all = linksOf(getCorpus());
  return kind === undefined ? all : all.filter((link) => link.kind === kind);
}

/** A post with its body. Throws where there is none: a page asks only for what its paths gave it. */
export function getPost<K extends Kind>(kind: K, slug: string): PostView<K> {
  const corpus = getCorpus();
  const post = corpus.byRef.get(`${kind}/${slug}`);
  if (!post) throw new Error(`There is no post ${kind}/${slug}.`);
  const facts = factsOf(corpus, post);
  const body = readBody<PostBody>(post.digest);
  return {
    ...facts,
    data: post.data as PostDataOf<K>,
    url: urlOf(post),
    minutes: postLink(post).minutes,
    steps: post.steps,
    tags: post.data.tags.map((name) => ({ name, url: `/tags/${tagSlug(name)}/` })),
    excerpt: post.excerpt,
    headings: body.headings,
    body: body.body,
    blocks: body.blocks,
    digest: postDigest(corpus, post),
  };
}

/** Changes whenever anything that `getPost` gives for this post changes. */
export function postDigest(corpus: SiteCorpus, post: Post): string {
  return digestOf(post.digest, digestOfValue(factsOf(corpus, post)));
}

export function getLabworks(): readonly LabworkView[] {
  return labworksOf(getCorpus());
}

export function getLabs(): readonly Lab[] {
  return [...getCorpus().labs.values()];
}

export function getComparisons(): readonly Comparison[] {
  return [...getCorpus().comparisons.values()];
}

/** All corrections, newest first. */
export function getCorrections(): readonly CorrectionView[] {
  return correctionsOf(getCorpus()).all;
}

/** Tags by name, each with its posts, newest first. */
export function getTags(): readonly TagView[] {
  return tagsOf(getCorpus());
}

/** One page for each rule, in the order of their ids. */
export function getRules(): readonly RuleView[] {
  return getCorpus().rules.flatMap(({ id, title, summary, severity, fixable, body }) =>
    severity ? [{ id, title, summary, severity, fixable, body }] : [],
  );
}

/** Everything of a post's page that does not stand in the post itself. */
export function factsOf(
  corpus: SiteCorpus,
  post: Post,
): Pick<PostView, 'lab' | 'comparisons' | 'corrections' | 'changelog' | 'labwork' | 'older' | 'newer'> {
  const { posts, labs } = corpus;
  const { data } = post;
  const at = indexOf(corpus, post);
  const neighbour = (index: number) => {
    const other = posts[index];
    // Neighbours are shown by their titles; their excerpts are no part of this page.
    return other && { ...postLink(other), excerpt: undefined };
  };
  const named = new Set(post.references.flatMap(({ kind, name }) => (kind === 'comparison' ? [name] : [])));
  for (const id of 'comparisons' in data ? data.comparisons : []) named.add(id);
  const corrections = correctionsOf(corpus).of.get(refOf(post)) ?? [];
  return {
    lab: data.lab === undefined ? undefined : labs.get(data.lab),
    comparisons: Object.fromEntries(
      [...named].flatMap((id) => {
        const comparison = corpus.comparisons.get(id);
        return comparison ? [[id, comparison] as const] : [];
      }),
    ),
    corrections,
    changelog: changelogOf(post, corrections),
    labwork:
      data.kind === 'labworks' ? labworksOf(corpus).find(({ number }) => number === data.labwork) : undefined,
    older: neighbour(at + 1),
    newer: at > 0 ? neighbour(at - 1) : undefined,
  };
}

const linksOf = once((corpus): readonly PostLink[] => corpus.posts.map(postLink));

const places = once((corpus) => new Map(corpus.posts.map((post, index) => [post, index])));

function indexOf(corpus: SiteCorpus, post: Post): number {
  return places(corpus).get(post) ?? -1;
}

const labworksOf = once((corpus): readonly LabworkView[] =>
  corpus.labworks.flatMap((labwork) => labworkView(corpus, labwork) ?? []),
);

const tagsOf = once((corpus): readonly TagView[] => {
  const tags = new Map<string, { name: string; posts: PostLink[] }>();
  for (const link of linksOf(corpus)) {
    for (const name of link.tags) {
      const slug = tagSlug(name);
      const tag = tags.get(slug);
      if (tag) tag.posts.push(link);
      else tags.set(slug, { name, posts: [link] });
    }
  }
  return [...tags]
    .map(([slug, { name, posts }]) => ({ slug, name, url: `/tags/${slug}/`, posts }))
    .sort((a, b) => a.slug.localeCompare(b.slug, 'en'));
});

/** Made once for a state of the content. */
function once<T>(make: (corpus: SiteCorpus) => T): (corpus: SiteCorpus) => T {
  const made = new WeakMap<SiteCorpus, { readonly value: T }>();
  return (corpus) => {
    let entry = made.get(corpus);
    if (!entry) {
      entry = { value: make(corpus) };
      made.set(corpus, entry);
    }
    return entry.value;
  };
}

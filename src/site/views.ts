import type { Kind, PostDataOf } from '../lib/guide/front-matter.ts';
import type { PostBody } from './posts/records.ts';
import type { SiteCorpus, Post } from './corpus.ts';
import { getCorpus } from './corpus.ts';
import { correctionsOf } from './corrections.ts';
import { changelogOf, standingOf, updatedOf, withdrawalIn } from './revisions.ts';
import { coverOf, coverSegment, shareImageOf, thumbnailOf } from './cover.ts';
import { figuresIn, withFigureIds } from './figure-ids.ts';
import type { Part } from './labwork-view.ts';
import { listedPost } from './listed-post.ts';
import { labworkView, partSummary } from './labwork-view.ts';
import { labelOf, postLink, refOf, urlOf } from './post-link.ts';
import { digestOf, digestOfValue } from '../workspace/digest.ts';
import { readBody } from '../workspace/cache-files.ts';
import { opensWithInitial } from './opening.ts';
import { relatedPosts } from './related-posts.ts';
import { replyOf } from './reply.ts';
import type { AccuracyView } from './types/accuracy.ts';
import type { ComparisonView } from './types/comparison.ts';
import { correctionEntries } from './correction-list.ts';
import type { CorrectionEntry } from './types/correction.ts';
import type { PolicyView } from './types/policy.ts';
import type { LabView } from './types/lab.ts';
import type { LabworkView } from './types/labwork.ts';
import type { PostLink, TagView } from './types/post-link.ts';
import type { PostView } from './types/post.ts';
import type { RuleView } from './types/rule.ts';
import { ruleUrl, tagUrl } from './urls.ts';

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
  const related = relatedOf(corpus, post);
  const body = readBody<PostBody>(post.digest);
  const { data, url } = { data: post.data as PostDataOf<K>, url: urlOf(post) };
  const cover = coverOf(corpus, post) && coverSegment(post.data.cover!);
  const segments = withFigureIds(cover ? [cover, ...body.body] : body.body);
  return {
    ...related,
    data,
    url,
    label: labelOf(post.data),
    publication: post.publication,
    unrecorded: post.unrecorded,
    minutes: postLink(post).minutes,
    steps: post.steps,
    tags: post.tags.map(({ name, slug }) => ({ name, url: tagUrl(slug) })),
    part: isPart(post)
      ? partSummary(post, new Set(Object.values(body.blocks).map(({ device }) => device)), related.labwork)
      : undefined,
    headings: body.headings,
    cover: cover && segments[0],
    body: cover ? segments.slice(1) : segments,
    initial: opensWithInitial(body.body),
    blocks: body.blocks,
    reply:
      corpus.site &&
      replyOf(corpus.site, {
        data,
        url,
        headings: body.headings,
        blocks: body.blocks,
        changelog: related.changelog,
      }),
    digest: postDigest(corpus, post),
  };
}

/** Changes whenever anything that `getPost` gives for this post changes. */
export function postDigest(corpus: SiteCorpus, post: Post): string {
  const { lab, comparisons, figures, labwork, ...rest } = relatedOf(corpus, post);
  return digestOf(
    post.digest,
    post.publication,
    post.unrecorded ?? '',
    digestOfShared(lab),
    digestOfShared(labwork),
    ...Object.values(comparisons).map(digestOfShared),
    ...Object.values(figures).map(digestOfShared),
    digestOfValue(rest),
  );
}

export function getLabworks(): readonly LabworkView[] {
  return labworksOf(getCorpus());
}

export function getLabs(): readonly LabView[] {
  return [...getCorpus().labs.values()];
}

export function getComparisons(): readonly ComparisonView[] {
  return [...getCorpus().comparisons.values()];
}

/** All that was corrected, clarified, updated or taken back, newest first. */
export function getCorrections(): readonly CorrectionEntry[] {
  return correctionEntriesOf(getCorpus());
}

/** How what is published may be changed; throws where nothing was stored. */
export function getPolicy(): PolicyView {
  const { policy } = getCorpus();
  if (!policy) throw new Error('There is no policy.');
  return policy;
}

/** Tags by name, each with its posts, newest first. */
export function getTags(): readonly TagView[] {
  return tagsOf(getCorpus());
}

/** One page for each rule, in the order of their ids. */
export function getRules(): readonly RuleView[] {
  return getCorpus().rules.flatMap(({ id, title, summary, severity, fixable, body }) =>
    severity ? [{ id, url: ruleUrl(id), title, summary, severity, fixable, body }] : [],
  );
}

/** Measurements against the real thing, by their files' names. */
export function getAccuracyReports(): readonly AccuracyView[] {
  return getCorpus().accuracy;
}

/** The text of a JSON Schema that the site publishes; throws where there is none of that name. */
export function getSchema(id: string): string {
  const schema = getCorpus().schemas.find((one) => one.id === id);
  if (!schema) throw new Error(`There is no schema ${id}.`);
  return schema.text;
}

/** Everything of a post's page that does not stand in the post itself. */
export function relatedOf(
  corpus: SiteCorpus,
  post: Post,
): Pick<
  PostView,
  | 'lab'
  | 'comparisons'
  | 'figures'
  | 'shareImage'
  | 'corrections'
  | 'changelog'
  | 'updated'
  | 'withdrawal'
  | 'standing'
  | 'labwork'
  | 'related'
  | 'older'
  | 'newer'
> {
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
  const changelog = changelogOf(corpus, post);
  return {
    lab: data.lab === undefined ? undefined : labs.get(data.lab),
    comparisons: Object.fromEntries(
      [...named].flatMap((id) => {
        const comparison = corpus.comparisons.get(id);
        return comparison ? [[id, comparison] as const] : [];
      }),
    ),
    figures: figuresOf(
      corpus,
      post.references.flatMap(({ kind, name }) => (kind === 'figure' ? [name] : [])),
    ),
    shareImage: shareImageOf(post, coverOf(corpus, post)) ?? corpus.shareImages.get(urlOf(post)),
    corrections,
    changelog,
    updated: updatedOf(changelog, data.date),
    withdrawal: withdrawalIn(changelog),
    standing: standingOf(changelog),
    labwork:
      data.kind === 'labworks' ? labworksOf(corpus).find(({ number }) => number === data.labwork) : undefined,
    related: relatedPosts(corpus, post),
    older: neighbour(at + 1),
    newer: at > 0 ? neighbour(at - 1) : undefined,
  };
}

function isPart(post: Post): post is Part {
  return post.data.kind === 'labworks';
}

const shared = new WeakMap<object, string>();

/** Of a value that many posts have in them: made once for all of them. */
function digestOfShared(value: object | undefined): string {
  if (!value) return '';
  const known = shared.get(value) ?? digestOfValue(value);
  shared.set(value, known);
  return known;
}

const correctionEntriesOf = once(correctionEntries);

const linksOf = once((corpus): readonly PostLink[] =>
  corpus.posts.map((post) => {
    const link = listedPost(corpus, post);
    const names = figuresIn(link.excerpt ?? []);
    const cover = coverOf(corpus, post);
    if (names.length === 0 && !cover) return link;
    return { ...link, cover: cover && thumbnailOf(cover), figures: figuresOf(corpus, names) };
  }),
);

function figuresOf({ figures }: SiteCorpus, names: readonly string[]): PostView['figures'] {
  return Object.fromEntries(
    [...new Set(names)].flatMap((name) => {
      const figure = figures.get(name);
      return figure ? [[name, figure] as const] : [];
    }),
  );
}

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
    for (const { name, slug } of link.tags) {
      const tag = tags.get(slug);
      if (tag) tag.posts.push(link);
      else tags.set(slug, { name, posts: [link] });
    }
  }
  return [...tags]
    .map(([slug, { name, posts }]) => ({ slug, name, url: tagUrl(slug), posts }))
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

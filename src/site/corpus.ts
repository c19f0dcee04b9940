import type { SiteIdentity } from '../lib/identity/schema.ts';
import type { PostData } from '../lib/guide/front-matter.ts';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { cachedValues } from '../workspace/cached-values.ts';
import type { PageMode } from '../workspace/paths.ts';
import { collectionFile } from '../workspace/paths.ts';
import { kindIds } from './kinds.ts';
import type { PublishedSchema } from './posts/published-schemas.ts';
import type { LabworkSummary, RuleSummary, SubjectHistory } from './posts/records.ts';
import type { ShownPost } from './posts/shown-post.ts';
import type { AccuracyView } from './types/accuracy.ts';
import type { ComparisonView } from './types/comparison.ts';
import type { FigureView } from './types/figure.ts';
import type { LabView } from './types/lab.ts';
import type { PolicyView } from './types/policy.ts';
import type { ShareImage } from './types/share-image.ts';

/** A post that may be shown. */
export interface Post extends ShownPost {
  readonly data: PostData;
}

/** All content as the loader left it, with what is looked up often already at hand. */
export interface SiteCorpus {
  /** Newest first. */
  readonly posts: readonly Post[];
  /** By `kind/slug`. */
  readonly byRef: ReadonlyMap<string, Post>;
  readonly labworks: readonly LabworkSummary[];
  readonly labs: ReadonlyMap<string, LabView>;
  readonly comparisons: ReadonlyMap<string, ComparisonView>;
  readonly figures: ReadonlyMap<string, FigureView>;
  /** By the paths of their pages. */
  readonly shareImages: ReadonlyMap<string, ShareImage>;
  /** What the ledger has, by subject. */
  readonly histories: ReadonlyMap<string, SubjectHistory>;
  readonly rules: readonly RuleSummary[];
  readonly accuracy: readonly AccuracyView[];
  readonly schemas: readonly PublishedSchema[];
  readonly policy: PolicyView | undefined;
  /** Undefined as long as a site that is served has never said who it is. */
  readonly site: SiteIdentity | undefined;
}

/** The same value as long as the content is the same; what readers are not shown is in it in dev only. */
export function getCorpus(): SiteCorpus {
  // A build has its content before there is any page.
  if (!isServed) return (built ??= makeCorpus({ serving: false }));
  const key = names.map((name) => mtimeKey(collectionFile(name, { serving: true }))).join();
  if (served?.key !== key) served = { key, corpus: makeCorpus({ serving: true }) };
  return served.corpus;
}

/** Not `import.meta.env.PROD`: a variable of that name in the environment would have a build publish drafts. */
const isServed = import.meta.hot !== undefined;

let built: SiteCorpus | undefined;
let served: { readonly key: string; readonly corpus: SiteCorpus } | undefined;

const names = [
  ...kindIds,
  'bundles',
  'labs',
  'comparisons',
  'figures',
  'share-images',
  'histories',
  'rules',
  'accuracy',
  'schemas',
  'policy',
  'site',
] as const;

function makeCorpus(mode: PageMode): SiteCorpus {
  const valuesOf = (name: (typeof names)[number]) => cachedValues(name, mode);
  return corpusFrom(
    {
      posts: kindIds.flatMap(valuesOf) as ShownPost[],
      labworks: valuesOf('bundles') as LabworkSummary[],
      labs: valuesOf('labs') as LabView[],
      comparisons: valuesOf('comparisons') as ComparisonView[],
      figures: valuesOf('figures') as FigureView[],
      shareImages: valuesOf('share-images') as ShareImage[],
      histories: valuesOf('histories') as SubjectHistory[],
      rules: valuesOf('rules') as RuleSummary[],
      accuracy: valuesOf('accuracy') as AccuracyView[],
      schemas: valuesOf('schemas') as PublishedSchema[],
      policy: valuesOf('policy')[0] as PolicyView | undefined,
      site: valuesOf('site')[0] as SiteIdentity | undefined,
    },
    { unpublished: mode.serving },
  );
}

/** The values of the collections, in no order that means anything. */
interface CollectionValues extends Pick<
  SiteCorpus,
  'labworks' | 'rules' | 'accuracy' | 'schemas' | 'policy' | 'site'
> {
  readonly posts: readonly ShownPost[];
  readonly labs: readonly LabView[];
  readonly comparisons: readonly ComparisonView[];
  readonly figures: readonly FigureView[];
  readonly shareImages: readonly ShareImage[];
  readonly histories: readonly SubjectHistory[];
}

/** The content in its order. Posts whose front matter does not fit are left out, and those that readers are not shown unless they are asked for. */
export function corpusFrom(
  {
    posts,
    labworks,
    labs,
    comparisons,
    figures,
    shareImages,
    histories,
    rules,
    accuracy,
    schemas,
    policy,
    site,
  }: CollectionValues,
  { unpublished }: { readonly unpublished: boolean },
): SiteCorpus {
  const drafted = new Set(labworks.filter(({ draft }) => draft).map(({ number }) => number));
  const isShown = ({ number, draft }: LabworkSummary) => draft === (unpublished && drafted.has(number));
  const shown = posts
    .filter((post): post is Post => post.data !== undefined && (unpublished || post.shown))
    .sort(newestFirst);
  return {
    posts: shown,
    byRef: new Map(shown.map((post) => [`${post.data.kind}/${post.data.slug}`, post])),
    labworks: labworks.filter(isShown).sort((a, b) => a.number - b.number),
    labs: new Map(labs.map((lab) => [lab.id, lab])),
    comparisons: new Map(comparisons.map((comparison) => [comparison.id, comparison])),
    figures: new Map([...figures].sort(byId).map((figure) => [figure.id, figure])),
    shareImages: new Map(shareImages.map((image) => [image.id, image])),
    histories: new Map(histories.map((history) => [history.id, history])),
    rules: [...rules].sort(byId),
    accuracy: [...accuracy].sort(byId),
    schemas,
    policy,
    site,
  };
}

interface WithId {
  readonly id: string;
}

function byId(a: WithId, b: WithId): number {
  return a.id < b.id ? -1 : 1;
}

function newestFirst(a: Post, b: Post): number {
  if (a.data.date !== b.data.date) return a.data.date < b.data.date ? 1 : -1;
  return a.path < b.path ? 1 : -1;
}

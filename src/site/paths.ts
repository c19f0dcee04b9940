import type { Kind } from '../lib/guide/front-matter.ts';
import type { SiteCorpus } from './corpus.ts';
import { getCorpus } from './corpus.ts';
import { correctionPages } from './correction-list.ts';
import { standaloneFigure } from './figures.ts';
import { historiesOf, historyDigest } from './histories.ts';
import { filesOfPicture } from './pictures.ts';
import type { KindWords } from './kinds.ts';
import { kindIds, kinds } from './kinds.ts';
import { digestOf, digestOfValue } from '../workspace/digest.ts';
import { getSite, getSiteImage } from './site.ts';
import { labworkUrl } from './urls.ts';
import { urlOf } from './post-link.ts';
import type { Redirect } from './types/redirect.ts';
import { redirectsOf } from './redirects.ts';
import type { CorrectionsPage } from './types/correction.ts';
import type { HistoryView } from './types/history.ts';
import type { LabView } from './types/lab.ts';
import type { LabworkView } from './types/labwork.ts';
import type { PostLink, TagView } from './types/post-link.ts';
import type { RuleView } from './types/rule.ts';
import {
  getComparisons,
  getCorrections,
  getLabs,
  getLabworks,
  getPosts,
  getRules,
  getTags,
  postDigest,
} from './views.ts';

// What `getStaticPaths` of each route gives. A page is restored from an earlier build when its key and its modules are the
// same. So a page with a key reads its props and nothing else, and the key is the digest of the props; only the bodies of posts
// and what changed between revisions, which are large, are read by the page, and stand in its key by their digest.

/** One path of a route. */
interface Path<Params extends string, Props> {
  readonly params: Record<Params, string>;
  readonly props: Props;
  readonly cacheKey: string;
}
type Paths<Params extends string, Props> = Path<Params, Props>[];

function path<Params extends string, Props>(
  params: Record<Params, string>,
  props: Props,
): Path<Params, Props> {
  return { params, props, cacheKey: keyOf(digestOfValue(props)) };
}

/** Every page has the site's name and links on it, and most have its image. */
function keyOf(digest: string): string {
  const corpus = getCorpus();
  const ofSite = siteDigests.get(corpus) ?? digestOfValue([getSite(), getSiteImage()]);
  siteDigests.set(corpus, ofSite);
  return digestOf(digest, ofSite);
}

const siteDigests = new WeakMap<SiteCorpus, string>();

/** `[kind]/[slug]`: every post. */
export function postPaths(): Paths<'kind' | 'slug', { readonly kind: Kind; readonly slug: string }> {
  const corpus = getCorpus();
  return corpus.posts.map((post) => {
    const { kind, slug } = post.data;
    return { params: { kind, slug }, props: { kind, slug }, cacheKey: keyOf(postDigest(corpus, post)) };
  });
}

interface KindProps {
  readonly kind: Kind;
  readonly words: KindWords;
  readonly posts: readonly PostLink[];
  readonly labworks: readonly LabworkView[];
}

/** `[kind]`: the archive of every kind; that of the labworks begins with their contents. */
export function kindPaths(): Paths<'kind', KindProps> {
  const labworks = getLabworks();
  return kindIds.map((kind) =>
    path(
      { kind },
      { kind, words: kinds[kind], posts: getPosts(kind), labworks: kind === 'labworks' ? labworks : [] },
    ),
  );
}

/** `tags/[tag]` */
export function tagPaths(): Paths<'tag', { readonly tag: TagView }> {
  return getTags().map((tag) => path({ tag: tag.slug }, { tag }));
}

/** `[...alias]`: the old addresses of posts. */
export function redirectPaths(): Paths<'alias', { readonly redirect: Redirect }> {
  return redirectsOf(getCorpus().posts).map((redirect) =>
    path({ alias: redirect.from.slice(1, -1) }, { redirect }),
  );
}

export interface HistoryProps {
  /** `field-notes/a-review` */
  readonly id: string;
  readonly history: HistoryView;
}

/** `[kind]/[slug]/changes` and its feeds: what has more than one revision. */
export function historyPaths(): Paths<'kind' | 'slug', HistoryProps> {
  const corpus = getCorpus();
  const known = historyPathsOf.get(corpus);
  // Each route has a list of its own: Astro keeps what it knows of a list on it.
  if (known) return [...known];
  const paths = [...historiesOf(corpus)].map(([id, history]) => {
    const [kind = '', slug = ''] = id.split('/');
    return { params: { kind, slug }, props: { id, history }, cacheKey: keyOf(historyDigest(history)) };
  });
  historyPathsOf.set(corpus, paths);
  return [...paths];
}

/** Three routes have the same. */
const historyPathsOf = new WeakMap<SiteCorpus, Paths<'kind' | 'slug', HistoryProps>>();

/** `corrections/[...list]`: all lists of corrections but the first page of all. */
export function correctionPaths(): Paths<'list', { readonly page: CorrectionsPage }> {
  const [, ...others] = correctionPages(getCorrections());
  return others.map((page) => path({ list: page.url.slice('/corrections/'.length, -1) }, { page }));
}

/** `labworks/[number]` */
export function labworkPaths(): Paths<'number', { readonly labwork: LabworkView }> {
  return getLabworks().map((labwork) => path({ number: String(labwork.number) }, { labwork }));
}

/** `bundles/[name].zip`: what is no release; those lie among the files that are served as they are. */
export function bundlePaths(): Paths<'name', { readonly digest: string }> {
  const unreleased = getCorpus().labworks.filter(({ bundle }) => bundle.date === undefined);
  return unreleased.map(({ digest, bundle }) =>
    path({ name: bundle.name.replace(/\.zip$/, '') }, { digest }),
  );
}

/** `bundles/[sums]`: `SHA256SUMS` of all releases, as `sha256sum -c` reads it; not there where nothing was released. */
export function checksumPaths(): Paths<'sums', { readonly text: string }> {
  const lines = getCorpus().labworks.flatMap(({ releases }) =>
    releases.map(({ sha256, name }) => `${sha256}  ${name}\n`),
  );
  return lines.length === 0 ? [] : [path({ sums: 'SHA256SUMS' }, { text: lines.join('') })];
}

/** `labs/[lab]` */
export function labPaths(): Paths<'lab', { readonly lab: LabView }> {
  return getLabs().map((lab) => path({ lab: lab.id }, { lab }));
}

/** `rules/[room]/[name]` */
export function rulePaths(): Paths<'room' | 'name', { readonly rule: RuleView }> {
  return getRules().map((rule) => {
    const [room = '', name = ''] = rule.id.split('/');
    return path({ room, name }, { rule });
  });
}

/** `comparisons/[id].csv` */
export function comparisonCsvPaths(): Paths<'id', { readonly text: string }> {
  return getComparisons().map(({ id, csv }) => path({ id }, { text: csv }));
}

/** `comparisons/[id].json` */
export function comparisonJsonPaths(): Paths<'id', { readonly text: string }> {
  return getComparisons().map(({ id, json }) => path({ id }, { text: json }));
}

/** `figures/[name].svg` */
export function figurePaths(): Path<'name', { readonly svg: string }>[] {
  return [...getCorpus().figures.values()].flatMap((figure) =>
    figure.kind === 'drawing'
      ? [path({ name: figure.url.replace(/^.*\/|\.svg$/g, '') }, { svg: standaloneFigure(figure) })]
      : [],
  );
}

/** `pictures/[file]`: what is shown of the pictures of all posts that are shown, and the images of all pages that are. */
export function picturePaths(): Path<'file', { readonly file: string }>[] {
  const { posts, figures, labworks, shareImages } = getCorpus();
  const shown = new Set(posts.flatMap(({ references }) => references.map(({ name }) => figures.get(name))));
  const files = [...shown].flatMap((figure): readonly { readonly url: string }[] => {
    if (figure?.kind === 'media') return [figure];
    return figure?.kind === 'picture' ? filesOfPicture(figure) : [];
  });
  const pages = ['/', ...posts.map(urlOf), ...labworks.map(({ number }) => labworkUrl(number))];
  const images = pages.flatMap((page) => shareImages.get(page) ?? []);
  const names = new Set([...files, ...images].map(({ url }) => url.replace(/^.*\//, '')));
  // A name is the digest of what is in the file or of all that it was made of, so that it says all there is to know.
  return [...names].map((file) => path({ file }, { file }));
}

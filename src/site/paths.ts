import type { Comparison } from '../lib/comparison/comparison.ts';
import type { Kind } from '../lib/guide/front-matter.ts';
import { kinds } from '../lib/guide/front-matter.ts';
import type { Lab } from '../lib/lab/lab.ts';
import { getCorpus } from './corpus.ts';
import { figureNames, readFigure } from './figures.ts';
import { digestOf, digestOfValue } from './posts/digest.ts';
import type { RuleView, TagView } from './types.ts';
import { getComparisons, getLabs, getLabworks, getPosts, getRules, getTags, postDigest } from './views.ts';

// What `getStaticPaths` of each route gives. A page is restored from an earlier build when its key and its modules are the
// same, so a key holds everything the page reads.

/** One path of a route. */
interface Path<Params extends string, Props> {
  readonly params: Record<Params, string>;
  readonly props: Props;
  readonly cacheKey: string;
}
type Paths<Params extends string, Props> = Promise<Path<Params, Props>[]>;

/** `[kind]/[slug]`: every post. */
export async function postPaths(): Paths<'kind' | 'slug', { readonly kind: Kind; readonly slug: string }> {
  const corpus = await getCorpus();
  return corpus.posts.map((post) => {
    const { kind, slug } = post.data;
    return { params: { kind, slug }, props: { kind, slug }, cacheKey: postDigest(corpus, post) };
  });
}

/** `[kind]`: the archive of every kind. */
export async function kindPaths(): Paths<'kind', { readonly kind: Kind }> {
  return Promise.all(
    kinds.map(async (kind) => ({
      params: { kind },
      props: { kind },
      cacheKey: digestOfValue(await getPosts(kind)),
    })),
  );
}

/** `tags/[tag]` */
export async function tagPaths(): Paths<'tag', { readonly tag: TagView }> {
  return (await getTags()).map((tag) => ({
    params: { tag: tag.slug },
    props: { tag },
    cacheKey: digestOfValue(tag),
  }));
}

/** `labworks/[number]` */
export async function labworkPaths(): Paths<'number', { readonly number: number }> {
  return (await getLabworks()).map((labwork) => ({
    params: { number: String(labwork.number) },
    props: { number: labwork.number },
    cacheKey: digestOfValue(labwork),
  }));
}

/** `bundles/[name].zip` */
export async function bundlePaths(): Paths<'name', { readonly digest: string }> {
  return (await getCorpus()).labworks.map(({ digest, bundle }) => ({
    params: { name: bundle.name.replace(/\.zip$/, '') },
    props: { digest },
    cacheKey: bundle.sha256,
  }));
}

/** `labs/[lab]` */
export async function labPaths(): Paths<'lab', { readonly lab: Lab }> {
  return (await getLabs()).map((lab) => ({
    params: { lab: lab.id },
    props: { lab },
    cacheKey: digestOfValue(lab),
  }));
}

/** `rules/[room]/[name]` */
export async function rulePaths(): Paths<'room' | 'name', { readonly rule: RuleView }> {
  return (await getRules()).map((rule) => {
    const [room = '', name = ''] = rule.id.split('/');
    return { params: { room, name }, props: { rule }, cacheKey: digestOfValue(rule) };
  });
}

/** `comparisons/[id].csv` and `.json` */
export async function comparisonPaths(): Paths<'id', { readonly comparison: Comparison }> {
  return (await getComparisons()).map((comparison) => ({
    params: { id: comparison.id },
    props: { comparison },
    cacheKey: digestOfValue(comparison),
  }));
}

/** `figures/[name].svg` */
export function figurePaths(): Path<'name', { readonly name: string }>[] {
  return figureNames().map((name) => ({
    params: { name },
    props: { name },
    cacheKey: digestOf(readFigure(name)),
  }));
}

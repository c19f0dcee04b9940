import { kinds } from '../lib/engine.ts';
import type { CollectionEntry } from '../workspace/cache-collections.ts';
import { cacheCollection } from '../workspace/cache-collections.ts';
import type { PageMode } from '../workspace/paths.ts';
import { siteName } from '../workspace/site-file.ts';
import { redirectsOf } from '../site/redirects.ts';
import { shownPost } from '../site/posts/shown-post.ts';
import type { Content } from './content.ts';

/** Stores the content as pages read it, a file for each collection; each loader is named for one of them. */
export function storeCollections(content: Content, mode: PageMode): void {
  for (const [name, entries] of Object.entries(collectionsOf(content))) cacheCollection(name, entries, mode);
}

/** The values of each collection. */
export function collectionsOf(content: Content): Readonly<Record<string, readonly CollectionEntry[]>> {
  const { site, labworks, labs, comparisons, figures, shareImages, rules, accuracy, schemas, policy, paths } =
    content;
  return {
    ...Object.fromEntries(kinds.map((kind) => [kind, postsOf(content, kind)])),
    bundles: labworks.map((data) => ({
      id: `${data.number}${data.draft ? '-draft' : ''}`,
      path: undefined,
      data,
      good: true,
    })),
    labs: labs.map((lab) => entryOf(lab, paths.labs[lab.id])),
    comparisons: comparisons.map((comparison) => entryOf(comparison, paths.comparisons[comparison.id])),
    figures: figures.map((figure) => entryOf(figure, paths.figures[figure.id])),
    'share-images': shareImages.map((image) => entryOf(image, undefined)),
    // What the ledger has of posts, labs and comparisons.
    histories: content.histories.map((history) => entryOf(history, undefined)),
    rules: rules.map((rule) => ({ ...entryOf(rule, rule.path), good: rule.diagnostics.length === 0 })),
    accuracy: accuracy.map((report) => entryOf(report, `src/content/accuracy/${report.id}.json`)),
    // JSON Schemas, which the engine makes of its own.
    schemas: schemas.map((data) => ({ id: data.id, path: undefined, data, good: true })),
    policy: [{ id: 'policy', path: undefined, data: policy, good: true }],
    // Of what readers are shown; a build looks them up beside its pages.
    redirects: redirectsOf(content.posts.filter(({ shown }) => shown)).map((redirect) => ({
      id: redirect.from,
      path: undefined,
      data: redirect,
      good: true,
    })),
    // Who the site is.
    site: site ? [{ id: 'site', path: siteName, data: site, good: true }] : [],
  };
}

function postsOf({ posts }: Content, kind: string): CollectionEntry[] {
  return posts.flatMap((post): CollectionEntry[] => {
    if (!post.path.startsWith(`src/content/${kind}/`) || !post.data) return [];
    const good = post.diagnostics.every(({ severity }) => severity !== 'error');
    return [{ id: post.data.slug, path: post.path, data: shownPost(post), good }];
  });
}

function entryOf(data: { readonly id: string }, path: string | undefined): CollectionEntry {
  return { id: data.id, path, data, good: true };
}

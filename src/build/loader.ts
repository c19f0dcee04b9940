import type { Loader } from 'astro/loaders';
import type { Kind } from '../lib/guide/front-matter.ts';
import type { CollectionEntry } from '../workspace/cache-collections.ts';
import { cacheCollection } from '../workspace/cache-collections.ts';
import { siteName } from '../workspace/site-file.ts';
import { currentContent } from './content-updates.ts';
import type { Content } from './content.ts';
import { watchContent } from './watch-content.ts';

// Astro calls each collection's loader on its own, and a change of one file can touch several collections. So the content is
// brought up to date once for all of them, and each loader selects its entries. Astro's own store stays empty: it makes a module
// of all that it stores and bundles that at every build, and while a site is served it writes half a second after a change.

export function postLoader(kind: Kind): Loader {
  return loader(kind, ({ posts }) =>
    posts.flatMap((post): CollectionEntry[] => {
      if (!post.path.startsWith(`src/content/${kind}/`) || !post.data) return [];
      const good = post.diagnostics.every(({ severity }) => severity !== 'error');
      return [{ id: post.data.slug, path: post.path, data: post, good }];
    }),
  );
}

export function bundleLoader(): Loader {
  return loader('bundles', ({ labworks }) =>
    labworks.map((data) => ({
      id: `${data.number}${data.draft ? '-draft' : ''}`,
      path: undefined,
      data,
      good: true,
    })),
  );
}

export function labLoader(): Loader {
  return loader('labs', ({ labs, paths }) => labs.map((lab) => entryOf(lab, paths.labs[lab.id])));
}

export function comparisonLoader(): Loader {
  return loader('comparisons', ({ comparisons, paths }) =>
    comparisons.map((comparison) => entryOf(comparison, paths.comparisons[comparison.id])),
  );
}

export function figureLoader(): Loader {
  return loader('figures', ({ figures, paths }) =>
    figures.map((figure) => entryOf(figure, paths.figures[figure.id])),
  );
}

export function shareImageLoader(): Loader {
  return loader('share-images', ({ shareImages }) => shareImages.map((image) => entryOf(image, undefined)));
}

/** What the ledger has of posts, labs and comparisons. */
export function historyLoader(): Loader {
  return loader('histories', ({ histories }) => histories.map((history) => entryOf(history, undefined)));
}

export function ruleLoader(): Loader {
  return loader('rules', ({ rules }) =>
    rules.map((rule) => ({ ...entryOf(rule, rule.path), good: rule.diagnostics.length === 0 })),
  );
}

export function accuracyLoader(): Loader {
  return loader('accuracy', ({ accuracy }) =>
    accuracy.map((report) => entryOf(report, `src/content/accuracy/${report.id}.json`)),
  );
}

/** JSON Schemas, which the engine makes of its own. */
export function schemaLoader(): Loader {
  return loader('schemas', ({ schemas }) =>
    schemas.map((data) => ({ id: data.id, path: undefined, data, good: true })),
  );
}

/** Who the site is. */
export function identityLoader(): Loader {
  return loader('site', ({ site }) => (site ? [{ id: 'site', path: siteName, data: site, good: true }] : []));
}

function entryOf(data: { readonly id: string }, path: string | undefined): CollectionEntry {
  return { id: data.id, path, data, good: true };
}

function loader(name: string, select: (content: Content) => readonly CollectionEntry[]): Loader {
  return {
    name: `agnostic-${name}`,
    async load(context) {
      const serving = context.watcher !== undefined;
      const store = (content: Content) => cacheCollection(name, select(content), { serving });
      store(await currentContent(name, context));
      if (serving) watchContent(name, context, store);
    },
  };
}

import type { Loader } from 'astro/loaders';
import { currentContent } from './content-updates.ts';
import { watchContent } from './watch-content.ts';

/**
 * The loader of a collection. Astro calls each on its own, and a change of one file can touch several. So the content is brought up to
 * date once for all of them, by a thread, which stores what pages read. Astro's own store stays empty: it makes a module of all that
 * it stores and bundles that at every build, and while a site is served it writes half a second after a change.
 */
export function contentLoader(name: string): Loader {
  return {
    name: `agnostic-${name}`,
    async load(context) {
      await currentContent(name, context);
      if (context.watcher) watchContent(context);
    },
  };
}

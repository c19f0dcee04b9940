import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeVolumeList } from './index-folders.ts';

/** The search index by Pagefind's documented means alone: made of the built site, in one volume. */
export function plainSearchIndex(): AstroIntegration {
  return {
    name: 'plain-search-index',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        // Loaded when it is used: the fast build does without.
        const pagefind = await import('pagefind');
        const root = fileURLToPath(dir);
        const { index } = await pagefind.createIndex({});
        if (!index) throw new Error('The search index could not be created.');
        const { errors, page_count: count } = await index.addDirectory({ path: root });
        const written = await index.writeFiles({ outputPath: join(root, 'pagefind/0') });
        await pagefind.close();
        const problems = [...errors, ...written.errors];
        if (problems.length > 0)
          throw new Error(`The search index could not be written: ${problems.join('; ')}`);
        // A name that no digest has: the fast build makes the volume anew.
        await writeVolumeList(join(root, 'pagefind'), ['plain']);
        logger.info(`${count} pages indexed for the search`);
      },
    },
  };
}

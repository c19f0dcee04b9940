import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listPaths } from '../workspace/list-files.ts';
import { writeIndexFiles } from './index-files.ts';
import { writeVolumeList } from './index-folders.ts';
import { isIndexed } from './search-volumes.ts';
import { wordsApart } from './words-apart.ts';

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
        let problems: string[] = [];
        let count = 0;
        for (const path of listPaths(root, { extensions: ['.html'], folders: 'all', links: 'files' })) {
          const html = readFileSync(join(root, path), 'utf8');
          if (!isIndexed(html)) continue;
          count++;
          const { errors } = await index.addHTMLFile({ sourcePath: path, content: wordsApart(html) });
          problems = [...problems, ...errors.map((error) => `${path}: ${error}`)];
        }
        const { errors, files } = await index.getFiles();
        await pagefind.close();
        problems = [...problems, ...errors];
        if (problems.length > 0)
          throw new Error(`The search index could not be written: ${problems.join('; ')}`);
        await writeIndexFiles(join(root, 'pagefind/0'), files);
        // A name that no digest has: the fast build makes the volume anew.
        await writeVolumeList(join(root, 'pagefind'), ['plain']);
        logger.info(`${count} pages indexed for the search`);
      },
    },
  };
}

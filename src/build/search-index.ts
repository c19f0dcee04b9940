import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCacheFile } from '../workspace/cache-files.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import { changedPages } from './changed-pages.ts';
import { renderedByAstro } from './history-pages.ts';
import type { IndexRecord } from './index-folders.ts';
import { moveFolder, readWholeVolumes, recordIndex, replaceVolumes } from './index-folders.ts';
import { pathsOf } from './output-paths.ts';
import { digestPages, readPageCache } from './page-digests.ts';
import { renderByVolume } from './render-by-volume.ts';
import type { PreviousPages, RenderedPages } from './rendered-pages.ts';
import { prefillVolumes, trackPages } from './rendered-pages.ts';
import { createIndexer } from './search-indexer.ts';
import { digestOfVolume } from './search-volumes.ts';

/** The index of the last build, while this build makes its own. */
const previousIndex = join(process.cwd(), '.cache/pagefind');
/** Volumes of this build, until all are there. */
const newVolumes = join(process.cwd(), '.cache/pagefind-new');
const pageCache = join(process.cwd(), '.cache/search-pages.json');
/** The files of the index as the last build left them. */
const indexRecord = join(process.cwd(), '.cache/search-index.json');

/** The tool and its version, and what is made of pages before it reads them. */
const tool = [
  join(process.cwd(), 'node_modules/pagefind/package.json'),
  join(import.meta.dirname, 'searchable-html.ts'),
  join(import.meta.dirname, 'words-apart.ts'),
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/**
 * Full-text search without a server, in `/pagefind/`. Only what stands in `data-pagefind-body` is found; pages say what they
 * are with `data-pagefind-filter="kind:Labworks"` and `data-pagefind-meta="kind:Labworks 2"`.
 *
 * The index of the last build is moved away while this one is made, and of its volumes those with a changed page are made
 * anew. Pages are rendered volume by volume and indexed at once: Pagefind has processes of its own and works beside Astro.
 */
export function searchIndex(): AstroIntegration {
  let output = '';
  let indexer = createIndexer(newVolumes);
  let keys: ReadonlyMap<string, string | undefined> = new Map();
  let pages: RenderedPages | undefined;
  let before: readonly string[] = [];
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done'({ config }) {
        output = join(fileURLToPath(config.outDir), 'pagefind');
      },
      async 'astro:build:start'({ setPrerenderer }) {
        indexer = createIndexer(newVolumes);
        pages = undefined;
        await rm(newVolumes, { recursive: true, force: true });
        await moveFolder(output, previousIndex);
        before = await readWholeVolumes(previousIndex, readCacheFile<IndexRecord>(indexRecord) ?? {});
        const changed = new Set(changedPages.value);
        const previous = previousPages(output, before.length);
        prefillVolumes(changed, previous, indexer);
        setPrerenderer((prerenderer) =>
          renderByVolume(prerenderer, {
            chosen: renderedByAstro,
            onPaths(paths) {
              keys = paths;
              pages = trackPages(paths, previous, indexer);
              return pages.volumeOf;
            },
            onPage: (path, html) => pages?.add(path, html),
          }),
        );
      },
      async 'astro:build:done'({ assets, dir, logger }) {
        if (!pages)
          throw new Error('Astro no longer uses the prerenderer it is given; see ARCHITECTURE.md, Building.');
        const { count, volumeOf, digests, written } = pages;
        const root = fileURLToPath(dir);
        const indexed = digestPages(root, pathsOf(assets, dir), pageCache, { keys, digests });
        const volumes = Array.from({ length: count }, (_, number) => {
          const mine = indexed.filter(({ path }) => volumeOf(path) === number);
          const digest = digestOfVolume(
            mine.map((page) => page.digest),
            tool,
          );
          return { number, paths: mine.map(({ path }) => path), digest };
        });
        const changed = volumes.filter(({ number, digest }) => before[number] !== digest);
        if (changed.length > 0) {
          const read = (path: string) => ({ path, html: readFileSync(join(root, path), 'utf8') });
          await Promise.all(
            changed.map(({ number, paths }) => written.get(number) ?? indexer.write(number, paths.map(read))),
          );
          await replaceVolumes(previousIndex, {
            before,
            from: newVolumes,
            changed: changed.map(({ number }) => number),
            digests: volumes.map(({ digest }) => digest),
          });
          const count = changed.reduce((sum, volume) => sum + volume.paths.length, 0);
          logger.info(`${count} of ${indexed.length} pages indexed for the search`);
        }
        await Promise.allSettled(written.values());
        await indexer.end();
        await rm(newVolumes, { recursive: true, force: true });
        await moveFolder(previousIndex, output);
        if (changed.length > 0) writeCacheFile(indexRecord, JSON.stringify(recordIndex(output)));
      },
    },
  };
}

function previousPages(output: string, volumes: number): PreviousPages {
  return {
    cached: readPageCache(pageCache),
    volumes,
    read(path) {
      try {
        return readFileSync(join(output, '..', path), 'utf8');
      } catch {
        // Gone, or something else lies there now.
        return undefined;
      }
    },
  };
}

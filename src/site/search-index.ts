import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Full-text search without a server, in `/pagefind/`. Only what stands in `data-pagefind-body` is found; pages say what they
 * are with `data-pagefind-filter="kind:Labworks"` and `data-pagefind-meta="date:2014-04-21"`. The index is made again only when
 * one of those pages has changed.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        const root = fileURLToPath(dir);
        const output = join(root, 'pagefind');
        const kept = join(process.cwd(), '.cache/search');
        const pages = await indexedPages(root);
        const digest = digestOf(pages);
        const before = await readFile(join(kept, 'digest'), 'utf8').catch(() => '');
        if (before === digest) {
          await cp(join(kept, 'pagefind'), output, { recursive: true });
          return;
        }
        await makeIndex(pages, output);
        await rm(kept, { recursive: true, force: true });
        await mkdir(kept, { recursive: true });
        await cp(output, join(kept, 'pagefind'), { recursive: true });
        await writeFile(join(kept, 'digest'), digest);
        logger.info(`${pages.length} pages indexed for the search`);
      },
    },
  };
}

interface Page {
  /** Below the site's root: `labworks/x/index.html`. */
  readonly path: string;
  readonly html: string;
}

async function indexedPages(root: string): Promise<Page[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .sort();
  const pages: Page[] = [];
  for (const path of paths) {
    const html = await readFile(join(root, path), 'utf8');
    if (html.includes('data-pagefind-body')) pages.push({ path, html });
  }
  return pages;
}

function digestOf(pages: readonly Page[]): string {
  const hash = createHash('sha256');
  // Names of bundled files and hashes of scripts change with every look; what is found does not.
  for (const { path, html } of pages) hash.update(path).update(html.slice(html.indexOf('<body')));
  return hash.digest('hex');
}

async function makeIndex(pages: readonly Page[], output: string): Promise<void> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
  for (const { path, html } of pages) {
    const added = await index.addHTMLFile({ sourcePath: path, content: html });
    if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: output });
  if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  await close();
}

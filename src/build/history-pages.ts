import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { digestOf, digestOfFolder } from '../workspace/digest.ts';
import { projectRoot } from '../workspace/paths.ts';
import type { WrittenFiles } from './cache-output.ts';
import { pageFileOfAddress } from './output-paths.ts';

// Each post that was ever changed has a page of its changes, and two feeds of them. Astro takes longer over these three files, in which
// nothing is that another page would not have, than over the post. So it renders one such page; the others are written here, into the
// frame of that one, and the feeds as they are. `history-files.ts` makes their texts; it is loaded by a build alone.

/** Where the routes of the pages of changes and of their feeds lie. */
const routes = 'src/pages/[kind]/[slug]/changes/';

/** Whether Astro renders a path of a build: all but the pages of changes and their feeds, of which it gets one. */
export async function renderedByAstro(): Promise<(path: RoutePath) => boolean> {
  const { firstHistoryPage } = await import('./history-files.ts');
  const first = firstHistoryPage();
  return ({ route, pathname }) =>
    !route.component.startsWith(routes) || pageFileOfAddress(pathname) === first;
}

interface RoutePath {
  readonly pathname: string;
  readonly route: { readonly component: string };
}

/** Writes the pages and feeds that Astro was not given. Stands before what lists the files of the site. */
export function historyPages(written: WrittenFiles): AstroIntegration {
  return {
    name: 'history-pages',
    hooks: {
      async 'astro:build:done'({ dir }) {
        const { firstHistoryPage, historyFiles } = await import('./history-files.ts');
        const root = fileURLToPath(dir);
        const first = firstHistoryPage();
        if (first === undefined) return;
        const tools = digestOf(
          digestOfFolder(join(projectRoot, 'src/site')),
          readFileSync(join(import.meta.dirname, 'history-files.ts')),
        );
        for (const { path, key, text } of historyFiles(readFileSync(join(root, first), 'utf8'))) {
          if (written.add(path, digestOf(tools, key))) continue;
          const file = join(root, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, text());
        }
      },
    },
  };
}

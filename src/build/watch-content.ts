import { join, sep } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { siteFile } from '../workspace/site-file.ts';
import { contentFolder, projectRoot } from '../workspace/paths.ts';
import { queueRestart, queueUpdate } from './content-updates.ts';
import { contentChanged } from './live-content.ts';

/** What the thread runs; a change there needs a new one. */
const toolFolders = ['src/lib', 'src/workspace', 'src/site/posts', 'src/jobs', 'src/build'].map(
  (folder) => join(projectRoot, folder) + sep,
);

/** Files that are saved together, within so many milliseconds, make one update. */
const debounce = 30;

let watched: LoaderContext['watcher'];
let timer: NodeJS.Timeout | undefined;

/** While a site is served, any change of the content or of the tools brings all collections up to date. */
export function watchContent(context: LoaderContext): void {
  const { watcher, logger } = context;
  if (!watcher || watched === watcher) return;
  watched = watcher;
  watcher.add([contentFolder, siteFile, ...toolFolders]);
  let toolsChanged = false;
  const update = async () => {
    if (toolsChanged) queueRestart();
    toolsChanged = false;
    try {
      await queueUpdate(context);
    } finally {
      // Pages tell of errors, too.
      announceChange(context);
    }
  };
  watcher.on('all', (_event, path) => {
    const isTool = toolFolders.some((folder) => path.startsWith(folder));
    if (!isTool && path !== siteFile && !path.startsWith(contentFolder + sep)) return;
    toolsChanged ||= isTool;
    clearTimeout(timer);
    timer = setTimeout(() => {
      update().catch((error: unknown) => logger.error(String(error)));
    }, debounce);
  });
}

/**
 * Has pages and browsers show the content as it is now: at once, or, where the fast build is switched off, half a second later,
 * by what Astro does when its own store changes.
 */
function announceChange({ store }: LoaderContext): void {
  if (contentChanged.value) contentChanged.value();
  else store.set({ id: 'latest-change', data: {}, digest: String(Date.now()) });
}

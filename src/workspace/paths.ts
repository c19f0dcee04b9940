import { join, relative, resolve } from 'node:path';

// Where things lie in a checkout.

/**
 * The root of the checkout. Astro bundles what pages import, and a bundle lies elsewhere: there it is the folder that the tool was
 * started in, which for every tool that makes pages is the root.
 */
export const projectRoot = rootAbove(import.meta.dirname);

export const contentFolder = join(projectRoot, 'src/content');

/** The content folder as diagnostics name it. */
export const contentName = 'src/content';

/** What is stored between builds; removing it costs one full build and nothing else. */
export const cacheFolder = join(projectRoot, '.cache/labworks');

/** What the check keeps from one time to the next; removing it costs one full check and nothing else. */
export const checksFolder = join(projectRoot, '.cache/checks');

/** The keys of a modelled switch that is served over SSH. */
export const consoleFolder = join(projectRoot, '.cache/console');

export function bodyFile(digest: string): string {
  return join(cacheFolder, 'bodies', `${digest}.json`);
}

export function zipFile(digest: string): string {
  return join(cacheFolder, 'bundles', `${digest}.zip`);
}

/** What changed between the revisions of some subjects of the ledger. */
export function historiesFile(pack: string): string {
  return join(cacheFolder, 'histories', `${pack}.json`);
}

/** What pictures are shown as. */
export const picturesFolder = join(cacheFolder, 'pictures');

/** A file under its own digest, with its format's ending. */
export function pictureFile(name: string, folder = picturesFolder): string {
  return join(folder, name);
}

/** What was measured of the content's pictures. */
export const pictureInspectionsFile = join(cacheFolder, 'picture-inspections.json');

/** Who pages are made for: a build, or a site that is served, which may show a last good state. Both may be at work at one time. */
export interface PageMode {
  readonly serving: boolean;
}

/** The values of a collection, by id. */
export function collectionFile(name: string, { serving }: PageMode): string {
  return join(cacheFolder, serving ? 'served' : 'content', `${name}.json`);
}

/** A path from the folder the user is in, with `/` between folders. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return withSlashes(near === '' ? '.' : near);
}

export function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function rootAbove(folder: string | undefined): string {
  const isSource = folder !== undefined && withSlashes(folder).endsWith('/src/workspace');
  return isSource ? resolve(folder, '../..') : process.cwd();
}

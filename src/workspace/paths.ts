import { join } from 'node:path';

// Where things lie in a checkout. Astro bundles what pages import, so nothing here can be found from a module's own place:
// every tool of the project runs in its root.

export const projectRoot = process.cwd();
export const contentFolder = join(projectRoot, 'src/content');

/** What is kept between builds; removing it costs one full build and nothing else. */
export const cacheFolder = join(projectRoot, '.cache/labworks');

export function bodyFile(digest: string): string {
  return join(cacheFolder, 'bodies', `${digest}.json`);
}

export function zipFile(digest: string): string {
  return join(cacheFolder, 'bundles', `${digest}.zip`);
}

/** The values of a collection, by id. */
export function collectionFile(name: string): string {
  return join(cacheFolder, 'content', `${name}.json`);
}

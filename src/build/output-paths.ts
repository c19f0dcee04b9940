import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What Astro made for the routes of a build: paths from the folder of the site, with `/`, as `labworks/x/index.html`. */
export function pathsOf(assets: ReadonlyMap<string, readonly URL[]>, dir: URL): string[] {
  const root = fileURLToPath(dir);
  return [...assets.values()].flat().map((url) => relative(root, fileURLToPath(url)).split(sep).join('/'));
}

/** The file of a page, by its address: `/labworks/x/` is in `labworks/x/index.html`. */
export function pageFileOfAddress(pathname: string): string {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  return path === '' ? 'index.html' : `${path}/index.html`;
}

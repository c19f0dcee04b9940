import { join } from 'node:path';
import type { SiteAround } from '../lib/check/corpus.ts';
import { readIdentity } from './identity.ts';
import { listPaths } from './list-files.ts';
import { projectRoot } from './paths.ts';

/** What the site has beside the pages of its posts and labs: hand-written pages, files served as they are, pages of rules. */
export function siteAround(origin = readIdentity().value?.address, root = projectRoot): SiteAround {
  const list = (folder: string) =>
    listPaths(join(root, folder), { folders: 'all', links: 'followed', lenient: true });
  return {
    origin,
    addresses: new Set([
      ...list('src/pages').flatMap((path) => addressOfRoute(path) ?? []),
      ...list('public').map((path) => `/${path}`),
      ...list('src/content/rules').map((path) => `/rules/${path.replace(/\.md$/, '')}/`),
    ]),
  };
}

/** Of a route without parameters: `about.mdx` is at `/about/`, `feed.json.ts` at `/feed.json`; undefined for all others. */
function addressOfRoute(path: string): string | undefined {
  if (path.includes('[') || /(?:^|\/)_/.test(path)) return undefined;
  const name = path.replace(/\.[^.]+$/, '');
  if (/\.(?:ts|js)$/.test(path)) return `/${name}`;
  if (name === '404') return '/404.html';
  return `/${name.replace(/(?:^|\/)index$/, '')}/`.replace('//', '/');
}

import GithubSlugger from 'github-slugger';
import { join } from 'node:path';
import type { SiteAround } from '../lib/check/corpus.ts';
import { linksOfSite } from '../lib/engine.ts';
import { readIdentity } from './identity.ts';
import { listPaths } from './list-files.ts';
import { projectRoot } from './paths.ts';
import { readText } from './text-file.ts';

/**
 * What the site has beside the pages of its posts and labs: hand-written pages, files served as they are, pages of rules. `identity`: who
 * it is, whose links are checked where all posts are at hand.
 */
export function siteAround(
  identity: Pick<ReturnType<typeof readIdentity>, 'file' | 'value'> = readIdentity(),
  root = projectRoot,
): SiteAround & Required<Pick<SiteAround, 'identity'>> {
  const list = (folder: string) =>
    listPaths(join(root, folder), { folders: 'all', links: 'followed', lenient: true });
  return {
    origin: identity.value?.address,
    identity: { file: identity.file, links: linksOfSite(identity.file) },
    anchors: new Map(
      list('src/pages').flatMap((path) => {
        const address = /\.mdx?$/.test(path) ? addressOfRoute(path) : undefined;
        return address === undefined
          ? []
          : [[address, headingAnchors(join(root, 'src/pages', path))] as const];
      }),
    ),
    addresses: new Set([
      ...list('src/pages').flatMap((path) => addressOfRoute(path) ?? []),
      ...list('public').map((path) => `/${path}`),
      ...list('src/content/rules').map((path) => `/rules/${path.replace(/\.md$/, '')}/`),
    ]),
  };
}

/** Those that Astro gives to the headings of a hand-written page. */
function headingAnchors(path: string): string[] {
  const read = readText(path);
  if ('problem' in read) return [];
  const slugger = new GithubSlugger();
  return [...read.text.matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm)].map(([, text = '']) =>
    slugger.slug(text.replace(/[`*_]|\]\([^)]*\)|\[/g, () => '')),
  );
}

/** Of a route without parameters: `about.mdx` is at `/about/`, `feed.json.ts` at `/feed.json`; undefined for all others. */
function addressOfRoute(path: string): string | undefined {
  if (path.includes('[') || /(?:^|\/)_/.test(path)) return undefined;
  const name = path.replace(/\.[^.]+$/, '');
  if (/\.(?:ts|js)$/.test(path)) return `/${name}`;
  if (name === '404') return '/404.html';
  return `/${name.replace(/(?:^|\/)index$/, '')}/`.replace('//', '/');
}

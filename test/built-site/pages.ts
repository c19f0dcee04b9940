import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sourcePosts, type SourcePost } from './source-blocks.ts';

const dist = 'dist';

/** Every file of the built site, as paths below its root with `/` between folders. */
export function builtFiles(): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).split(sep).slice(1).join('/'))
    .sort();
}

/** The URL paths of all HTML pages: `/labworks/2/`. */
export function builtPages(): string[] {
  return builtFiles()
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}

export function readBuilt(path: string): Buffer {
  const file = join(dist, ...decodeURIComponent(path).split('/'));
  return readFileSync(path.endsWith('/') ? join(file, 'index.html') : file);
}

export function isBuilt(path: string): boolean {
  try {
    const file = join(dist, ...decodeURIComponent(path).split('/'));
    return statSync(path.endsWith('/') ? join(file, 'index.html') : file).isFile();
  } catch {
    return false;
  }
}

/**
 * One page of every template. Where a template has several pages the longest is taken: it shows most. Of those that are made of the
 * content there are as many as the content has; any other that is missing from the build is a failure.
 */
export function templates(): Readonly<Record<string, string>> {
  const pages = builtPages();
  const longestOf = (matching: (page: string) => boolean): string | undefined =>
    pages.filter(matching).sort((a, b) => readBuilt(b).length - readBuilt(a).length)[0];
  const longest = (pattern: RegExp): string => {
    const found = longestOf((page) => pattern.test(page));
    if (!found) throw new Error(`The build has no page like ${String(pattern)}.`);
    return found;
  };
  const sources = sourcePosts();
  const posts = new Set(sources.map(({ url }) => url));
  const corrected = correctedPosts(sources);
  const postOf = (kind: string) => longestOf((page) => page.startsWith(`/${kind}/`) && posts.has(page));
  const ofContent: Readonly<Record<string, string | undefined>> = {
    allegory: postOf('allegories'),
    'fail file': postOf('fail-files'),
    'labworks part': postOf('labworks'),
    'debug file': postOf('debug'),
    'field notes': postOf('field-notes'),
    'corrected post': longestOf((page) => corrected.has(page)),
    pictures: postWithMostPictures(posts),
    tabs: longestOf((page) => posts.has(page) && hasTabs(page)),
    changes: longestOf((page) => page.endsWith('/changes/')),
    'withdrawn post': longestOf(
      (page) => posts.has(page) && /aria-label="Withdrawn /.test(readBuilt(page).toString('utf8')),
    ),
    labwork: longestOf((page) => /^\/labworks\/\d+\/$/.test(page)),
    tag: longestOf((page) => /^\/tags\/[^/]+\/$/.test(page)),
    lab: longestOf((page) => /^\/labs\/[^/]+\/$/.test(page)),
  };
  return {
    ...Object.fromEntries(Object.entries(ofContent).filter(([, page]) => page !== undefined)),
    home: longest(/^\/$/),
    'kind archive': longest(/^\/(allegories|fail-files|labworks|debug|field-notes)\/$/),
    tags: longest(/^\/tags\/$/),
    labs: longest(/^\/labs\/$/),
    corrections: longest(/^\/corrections\/$/),
    policy: longest(/^\/corrections\/policy\/$/),
    rules: longest(/^\/rules\/$/),
    rule: longest(/^\/rules\/[^/]+\/[^/]+\/$/),
    search: longest(/^\/search\/$/),
    about: longest(/^\/about\/$/),
    accuracy: longest(/^\/accuracy\/$/),
    'not found': longest(/^\/404\.html$/),
  };
}

/** Whether a page has alternatives to choose from. */
export function hasTabs(page: string): boolean {
  return readBuilt(page).includes('<div class="tabs"');
}

/** Undefined where no post shows any. */
function postWithMostPictures(posts: ReadonlySet<string>): string | undefined {
  const counts = [...posts].filter(isBuilt).map((page) => {
    const html = readBuilt(page).toString('utf8');
    return { page, count: (html.match(/<img\b/g) ?? []).length };
  });
  return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]?.page;
}

/** The addresses of the posts that a Debug File corrects. */
function correctedPosts(sources: readonly SourcePost[]): ReadonlySet<string> {
  return new Set(
    sources.flatMap(({ source }) => {
      const corrected = /^corrects:[^]*?\bpost: *['"]?([a-z0-9/-]+)/m.exec(source)?.[1];
      return corrected === undefined ? [] : [`/${corrected}/`];
    }),
  );
}

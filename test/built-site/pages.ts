import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

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
 * One page of every template. Where a template has several pages the longest is taken: it shows most.
 * A template that is missing from the build is a failure of the caller's first test, not a silent gap.
 */
export function templates(): Readonly<Record<string, string>> {
  const pages = builtPages();
  const longest = (pattern: RegExp): string => {
    const found = pages
      .filter((page) => pattern.test(page))
      .sort((a, b) => readBuilt(b).length - readBuilt(a).length)[0];
    if (!found) throw new Error(`The build has no page like ${String(pattern)}.`);
    return found;
  };
  return {
    home: longest(/^\/$/),
    allegory: longest(/^\/allegories\/[a-z][^/]*\/$/),
    'fail file': longest(/^\/fail-files\/[a-z][^/]*\/$/),
    'labworks part': longest(/^\/labworks\/[a-z][^/]*\/$/),
    'debug file': longest(/^\/debug\/[a-z][^/]*\/$/),
    'field notes': longest(/^\/field-notes\/[a-z][^/]*\/$/),
    'corrected post': longest(/^\/field-notes\/pertino-review\/$/),
    'kind archive': longest(/^\/(allegories|fail-files|labworks|debug|field-notes)\/$/),
    labwork: longest(/^\/labworks\/\d+\/$/),
    tags: longest(/^\/tags\/$/),
    tag: longest(/^\/tags\/[^/]+\/$/),
    labs: longest(/^\/labs\/$/),
    lab: longest(/^\/labs\/[^/]+\/$/),
    corrections: longest(/^\/corrections\/$/),
    rules: longest(/^\/rules\/$/),
    rule: longest(/^\/rules\/[^/]+\/[^/]+\/$/),
    search: longest(/^\/search\/$/),
    about: longest(/^\/about\/$/),
    accuracy: longest(/^\/accuracy\/$/),
    'not found': longest(/^\/404\.html$/),
  };
}

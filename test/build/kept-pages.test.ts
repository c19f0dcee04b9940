import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputLocations } from '../../src/build/cache-output.ts';
import { recordOutput, removeAllButCached } from '../../src/build/cache-output.ts';
import type { SitePath } from '../../src/build/kept-pages.ts';
import { openPages } from '../../src/build/kept-pages.ts';

let root: string;
let locations: OutputLocations;

const component = 'src/pages/[slug].astro';
const page = (slug: string, cacheKey: string | undefined = `key of ${slug}`): SitePath => ({
  pathname: `/${slug}/`,
  component,
  cacheKey,
  file: `${slug}/index.html`,
});
const withoutKey = (slug: string): SitePath => ({ ...page(slug), cacheKey: undefined });

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The text of a page in the site, and in the copy that Astro restores it from. */
const texts = ({ file }: SitePath) =>
  [locations.output, locations.copies].map((folder) => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  });

const record = () =>
  JSON.parse(readFileSync(locations.keys, 'utf8')) as {
    readonly routes: Record<string, { readonly paths: Record<string, unknown> }>;
  };

/** As Astro leaves a site with these pages. */
function builtByAstro(pages: readonly SitePath[]): void {
  const reused = removeAllButCached(locations);
  for (const { file } of pages)
    for (const folder of [locations.output, locations.copies]) put(join(folder, file), `old ${file}`);
  const paths = pages.map(({ pathname, cacheKey, file }) => [pathname, { cacheKey, outputFile: file }]);
  const routes = { [component]: { dependencyHash: 'hash', paths: Object.fromEntries(paths) as object } };
  put(locations.keys, JSON.stringify({ version: 1, configHash: 'hash', routes }));
  recordOutput(
    locations,
    reused,
    pages.map(({ file }) => file),
  );
}

/** A build of these pages by the server that was kept; gives those it has rendered. */
function build(pages: readonly SitePath[]): string[] {
  const reused = removeAllButCached(locations);
  const kept = openPages(locations)!;
  const rendered = pages.filter((path) => !kept.reuse(path));
  for (const path of rendered) kept.write(path, Buffer.from(`new ${path.file}`));
  kept.end();
  recordOutput(
    locations,
    reused,
    pages.map(({ file }) => file),
  );
  return rendered.map(({ pathname }) => pathname);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-pages-'));
  locations = {
    output: join(root, 'dist'),
    record: join(root, '.cache/cached-output.json'),
    keys: join(root, '.cache/incremental-build.json'),
    copies: join(root, '.cache/dist'),
  };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('pages that are kept', () => {
  it('are not there before a build has left some, or where another one has been at work', () => {
    expect(openPages(locations)).toBeUndefined();
    builtByAstro([page('a')]);
    expect(openPages(locations)).toBeDefined();
    put(locations.keys, '{}');
    expect(openPages(locations)).toBeUndefined();
  });

  it('stay while their keys are the same; others are rendered, and so is what has no key', () => {
    builtByAstro([page('a'), page('b'), withoutKey('c')]);
    expect(build([page('a'), page('b', 'another'), withoutKey('c'), page('d')])).toEqual([
      '/b/',
      '/c/',
      '/d/',
    ]);
    expect(texts(page('a'))).toEqual(['old a/index.html', 'old a/index.html']);
    expect(texts(page('b'))).toEqual(['new b/index.html', 'new b/index.html']);
    // Astro has no copies of what it always renders.
    expect(texts(page('c'))[0]).toBe('new c/index.html');
    expect(build([page('a'), page('b', 'another'), withoutKey('c'), page('d')])).toEqual(['/c/']);
  });

  it('are restored from their copies, unless something else lies there', () => {
    builtByAstro([page('a'), page('b')]);
    rmSync(join(locations.output, 'a'), { recursive: true });
    put(join(locations.output, 'b/index.html'), 'foreign');
    put(join(locations.copies, 'b/index.html'), 'foreign');
    expect(build([page('a'), page('b')])).toEqual(['/b/']);
    expect(texts(page('a'))[0]).toBe('old a/index.html');
    expect(texts(page('b'))[0]).toBe('new b/index.html');
  });

  it('are recorded as Astro would record them', () => {
    builtByAstro([page('a'), page('b'), withoutKey('c')]);
    build([page('b', 'another'), withoutKey('c'), page('d')]);
    expect(record()).toEqual({
      version: 1,
      configHash: 'hash',
      routes: {
        [component]: {
          dependencyHash: 'hash',
          paths: {
            '/b/': { cacheKey: 'another', outputFile: 'b/index.html' },
            '/d/': { cacheKey: 'key of d', outputFile: 'd/index.html' },
          },
        },
      },
    });
    expect(texts(page('a'))).toEqual([undefined, undefined]);
  });

  it('can be kept where Astro knows their route', () => {
    builtByAstro([page('a')]);
    build([]);
    const pages = openPages(locations)!;
    const other = { ...page('x'), component: 'src/pages/tags/[tag].astro' };
    expect([page('b'), other, { ...other, cacheKey: undefined }].map(pages.takes)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

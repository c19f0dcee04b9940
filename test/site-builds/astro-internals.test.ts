import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogMessage } from '../../src/build/build-log.ts';
import { isOfOnePage } from '../../src/build/build-log.ts';
import { mtimeKey } from '../../src/workspace/mtime-key.ts';
import { findNode } from '../../tools/run.mjs';

// What the fast build relies on and Astro documents nowhere, each seen in two builds of a small site: first all is made, then one
// page with a cache key (`a`) lies in dist/ as before and another one (`b`) is missing there.

const root = resolve(import.meta.dirname, '../..');
const site = mkdtempSync(join(tmpdir(), 'small-site-'));
const keys = join(site, '.cache/incremental-build.json');

let first: Build;
let second: Build;
/** What is rendered after these by the server that the second has left. */
let third: Build;

beforeAll(() => {
  cpSync(join(import.meta.dirname, 'small-site'), site, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(site, 'node_modules'), 'junction');
  first = build();
  rmSync(join(site, 'dist/b'), { recursive: true, force: true });
  rmSync(join(site, 'loaded'), { force: true });
  mkdirSync(join(site, 'dist'), { recursive: true });
  writeFileSync(join(site, 'dist/stray.txt'), '');
  second = build();
  third = build('render.mjs');
}, 120_000);
afterAll(() => rmSync(site, { recursive: true, force: true }));

/** What a failing test says. */
const no = (what: string) => `Astro no longer ${what}; see ARCHITECTURE.md, Building`;

describe('a build by Astro', () => {
  it('runs in the process that imports its program', () => {
    expect(first.status, `${no('builds when bin/astro.mjs is imported')}\n${first.printed}`).toBe(0);
    expect(second.status, `${no('builds a second time')}\n${second.printed}`).toBe(0);
  });

  it("has defineCollection without the pages' part of astro:content", () => {
    const resolve = () => createRequire(import.meta.url).resolve('astro/content/config');
    expect(resolve, no('exports astro/content/config')).not.toThrow();
  });

  it('shares the global object with the content loader', () => {
    expect(first.observed('shared'), no('runs the content loader in the process of the build')).toEqual([
      'set before Astro',
    ]);
  });

  it('loads the content before the build starts, and only then touches dist/', () => {
    expect(
      second.observed('build:start'),
      no('calls astro:build:start between loading content and writing dist/'),
    ).toEqual([{ loaded: true, output: true }]);
  });

  it('does not empty dist/ where Vite is configured not to', () => {
    expect(
      existsSync(join(site, 'dist/stray.txt')),
      no('leaves dist/ alone with vite.build.emptyOutDir: false'),
    ).toBe(true);
  });

  it('has a prerenderer that can be wrapped, and renders in the order of its paths', () => {
    expect(
      first.observed('paths'),
      no('gives pathname, route.type and cacheKey of each path to a prerenderer'),
    ).toEqual([
      [
        ['/data.json', 'endpoint', 'none'],
        ['/b/', 'page', 'key of b'],
        ['/a/', 'page', 'key of a'],
        ['/', 'page', 'none'],
      ],
    ]);
    expect(first.observed('render'), no('renders pages in the order that the prerenderer gives')).toEqual([
      '/data.json',
      '/b/',
      '/a/',
      '/',
    ]);
    expect(
      first.observed('result'),
      no('has the prerenderer give a Response, or an object with one'),
    ).toEqual(Array.from({ length: 4 }, () => true));
  });

  it('renders no page again that has its key of the last build', () => {
    expect(second.observed('render').toSorted(), no('restores pages with the same cacheKey')).toEqual([
      '/',
      '/data.json',
    ]);
  });

  it('does not write a page that lies in dist/, and restores one that does not', () => {
    expect(second.pages['a'], no('leaves a page with the same cacheKey where it lies in dist/')).toBe(
      first.pages['a'],
    );
    expect(
      second.pages['b'],
      no('restores a page with the same cacheKey that is missing in dist/'),
    ).toBeDefined();
  });

  it('writes incremental-build.json in its cache folder before the build is done', () => {
    const what = no('writes incremental-build.json anew at the end of every build');
    expect(first.observed('build:done'), what).toMatchObject([{ keys: true }]);
    expect(first.keys, what).toBeDefined();
    expect(second.keys, what).not.toBe(first.keys);
  });

  it('keeps a copy of each page that has a key in the folder dist/ of its cache folder', () => {
    const copies = ['a', 'b'].map((page) => existsSync(join(site, '.cache/dist', page, 'index.html')));
    expect(copies, no('restores pages from copies in dist/ of its cache folder')).toEqual([true, true]);
  });

  it('counts pages that it did not render among those it made', () => {
    const files = ['a/index.html', 'b/index.html', 'data.json', 'index.html'];
    for (const { observed } of [first, second])
      expect(
        observed('build:done'),
        no('lists restored pages in the assets of astro:build:done'),
      ).toMatchObject([{ files }]);
  });
});

describe('the server that Astro bundles', () => {
  it('can be kept, and renders the pages that Astro has rendered by it', () => {
    const what = no('leaves dist/.prerender until astro:build:generated, with an entry that renders pages');
    expect(third.status, `${what}\n${third.printed}`).toBe(0);
    const rendered = third.observed('rendered') as readonly RenderedPath[];
    const fileOf = ({ type, pathname }: RenderedPath) =>
      join(site, 'dist', pathname, type === 'page' ? 'index.html' : '');
    expect(rendered.map(({ pathname }) => pathname).toSorted()).toEqual(['/', '/a/', '/b/', '/data.json']);
    for (const path of rendered) expect(path.text, what).toBe(readFileSync(fileOf(path), 'utf8'));
    expect(
      rendered.some(({ text }) => /<link rel="stylesheet" href="\/_astro\//.test(text)),
      what,
    ).toBe(true);
  });

  it('says what of the configuration is in it', () => {
    expect(third.observed('config'), no('has its configuration in the manifest of a server')).toEqual([
      {
        base: '/',
        trailingSlash: 'always',
        buildFormat: 'directory',
        assetsDir: '_astro',
        folders: ['dist', '.cache', 'public'],
      },
    ]);
  });

  it('has pages with the keys that stand in the record of the build, by the files of their routes', () => {
    const record = JSON.parse(readFileSync(keys, 'utf8')) as {
      readonly routes: Record<string, { readonly paths: Record<string, object> }>;
    };
    const rendered = third.observed('rendered') as readonly RenderedPath[];
    for (const { component, pathname, cacheKey } of rendered)
      if (cacheKey !== 'none')
        expect(
          record.routes[component]?.paths[pathname],
          no('records pages as src/build/kept-pages.ts does'),
        ).toEqual({
          cacheKey,
          outputFile: `${pathname.slice(1)}index.html`,
        });
    expect(Object.keys(record.routes)).toEqual(['src/pages/[slug].astro']);
  });
});

interface RenderedPath {
  readonly pathname: string;
  readonly component: string;
  readonly type: string;
  readonly cacheKey: string;
  readonly text: string;
}

describe("Astro's log", () => {
  it('can be written by a module in TypeScript', () => {
    expect(first.log.length, no('loads a logger from a .ts file')).toBeGreaterThan(5);
  });

  it('has two messages for each page, which are told from all others', () => {
    for (const { log } of [first, second]) {
      const ofPages = log.filter(isOfOnePage);
      const what = no('logs a page in the two messages that src/build/build-log.ts knows');
      expect(ofPages.filter(({ message }) => message.includes('├─')).length, what).toBe(4);
      expect(ofPages.length, what).toBe(8);
      const others = log.filter((message) => !isOfOnePage(message));
      expect(
        others.filter(({ message }) => /├─|index\.html|\(\+|cached|restored/.test(message)),
        what,
      ).toEqual([]);
      expect(
        others.some(({ message }) => message.includes('page(s) built')),
        what,
      ).toBe(true);
    }
  });
});

describe('a site that Astro serves', () => {
  it('asks routes again for their paths on the event that src/build/live-content.ts sends', () => {
    const dist = join(root, 'node_modules/astro/dist');
    const listening = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .filter((name) =>
        /hot\.on\(\s*["']astro:content-changed["'][\s\S]{0,200}\.clearAll\(\)/.test(
          readFileSync(join(dist, name), 'utf8'),
        ),
      );
    expect(listening.length, no('clears its route cache on astro:content-changed')).toBeGreaterThan(0);
  });
});

interface Build {
  readonly status: number | null;
  readonly printed: string;
  /** The values that were observed under a name, in order. */
  observed(what: string): unknown[];
  readonly log: readonly LogMessage[];
  /** The `mtimeKey` of Astro's record, and of the pages `a` and `b`. */
  readonly keys: string | undefined;
  readonly pages: Readonly<Record<string, string | undefined>>;
}

function build(script = 'build.mjs'): Build {
  const observations = join(site, 'observed.jsonl');
  rmSync(observations, { force: true });
  const { status, stdout, stderr } = spawnSync(findNode(), [script], {
    cwd: site,
    encoding: 'utf8',
    env: { ...process.env, VITEST: '', NODE_ENV: 'production', PROJECT: pathToFileURL(join(root, '/')).href },
  });
  const lines = existsSync(observations) ? readFileSync(observations, 'utf8').trim().split('\n') : [];
  const all = lines.map((line) => JSON.parse(line) as [string, unknown]);
  const observed = (what: string) => all.filter(([name]) => name === what).map(([, value]) => value);
  return {
    status,
    printed: stdout + stderr,
    observed,
    log: observed('log') as LogMessage[],
    keys: mtimeKey(keys),
    pages: Object.fromEntries(
      ['a', 'b'].map((page) => [page, mtimeKey(join(site, 'dist', page, 'index.html'))]),
    ),
  };
}

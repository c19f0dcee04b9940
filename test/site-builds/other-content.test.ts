import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { putOtherContent } from '../../tools/other-content/clone.ts';
import { findNode } from '../../tools/run.mjs';
import { seedNames } from '../seed-names.ts';
import { buildWell, filesOf, projectCopy } from './built-copy.ts';

// Whoever takes the project over writes other posts, of other labs, for another site: all of the content is replaced, and what holds
// of any content is asked of it.

const root = resolve(import.meta.dirname, '../..');
const copy = projectCopy();

const run = (...args: readonly string[]) =>
  spawnSync(findNode(), args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined, NO_COLOR: '1', FORCE_COLOR: undefined },
  });

beforeAll(async () => {
  await putOtherContent(copy, 'all');
  // Whoever replaces src/content alone leaves releases of posts that are not there any more; they are in nobody's way, and not published.
  makeLeftRelease();
  for (const name of ['test', 'vitest.site.config.ts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
}, 120_000);

/** A release of a labwork that is not there: that of Labworks 41 under another number. */
function makeLeftRelease(): void {
  const bundles = join(copy, 'public/bundles');
  const renamed = (name: string) => name.replace('labworks-41', 'labworks-977');
  for (const name of readdirSync(bundles))
    cpSync(join(bundles, name), join(bundles, renamed(name)), { recursive: true });
  const status = join(bundles, 'labworks-977/status.json');
  writeFileSync(
    status,
    readFileSync(status, 'utf8')
      .replaceAll('labworks-41', 'labworks-977')
      .replace('"labwork": 41', '"labwork": 977'),
  );
}

describe('a site of other content', () => {
  it('passes the check', () => {
    const { status, stdout, stderr } = run('tools/labworks.mjs', 'check');
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/^No problems in /m);
  });

  it('is built, and has no word of what was there before', () => {
    buildWell(copy);
    const shown = filesOf(copy, 'dist').filter(
      (path) =>
        /\.(?:html|xml|json|txt|csv)$/.test(path) && !/^dist\/(?:rules|accuracy|pagefind)\//.test(path),
    );
    expect(shown.length).toBeGreaterThan(20);
    const texts = shown.map((path) => [path, readFileSync(join(copy, path), 'utf8')] as const);
    const found = seedNames.flatMap((name) =>
      texts.filter(([, text]) => text.toLowerCase().includes(name)).map(([path]) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
    const rain = readFileSync(join(copy, 'dist/field-notes/measuring-rain/index.html'), 'utf8');
    expect(rain).toMatch(
      /Allowed here: <a href="\/rules\/powershell\/alias-in-script\/">.{0,80}It is typed by hand, and kept nowhere\./s,
    );
    const redirect = readFileSync(join(copy, 'dist/2022/the-heron/index.html'), 'utf8');
    expect(redirect).toContain('<meta http-equiv="refresh" content="0; url=/allegories/heron/">');
    expect(redirect).toContain('<meta name="robots" content="noindex">');
    expect(redirect).toMatch(/<link rel="canonical" href="https?:[^"]+\/allegories\/heron\/">/);
    expect(redirect).not.toContain('<script');
    expect(readFileSync(join(copy, 'dist/_redirects'), 'utf8')).toContain(
      '/heron.html /allegories/heron/ 301\n',
    );
    expect(
      texts.filter(([path, text]) => /sitemap|atom|feed/.test(path) && text.includes('the-heron')),
    ).toEqual([]);
    const withCover = readFileSync(join(copy, 'dist/field-notes/five-shelves/index.html'), 'utf8');
    expect(withCover).toMatch(/<div class="cover"><figure class="figure"><picture>.*<div class="prose/s);
    expect(withCover).toMatch(/property="og:image" content="[^"]*\.jpg"/);
    expect(readFileSync(join(copy, 'dist/field-notes/index.html'), 'utf8')).toMatch(
      /<img class="thumbnail" src="\/pictures\/[^"]*\.webp" alt=""/,
    );
    expect(filesOf(copy, 'dist/fail-files/rain')).toContain('dist/fail-files/rain/changes/index.html');
    const unpublished = texts.filter(([path, text]) => /zeppelin|quokka/i.test(path + text));
    expect(unpublished.map(([path]) => path)).toEqual([]);
  }, 120_000);

  const runTests = (names: readonly string[], ...options: readonly string[]) =>
    run(
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', 'vitest.site.config.ts', ...options],
      ...names.map((name) => `test/built-site/${name}.test.ts`),
    );

  it('has all that any site of this program has', () => {
    const general = [
      'home',
      'labworks',
      'reply',
      'links',
      'feeds',
      'command-blocks',
      'corrections',
      'data-files',
      'headers',
      'pictures',
      'tabs',
    ];
    const { status, stdout, stderr } = runTests(general);
    expect(status, stdout + stderr).toBe(0);
  }, 600_000);

  it('has pages that are valid, for everybody, and as light as they must be, where they show its content', () => {
    // The other pages are the program's own, whatever the content is.
    const ofContent = String.raw`of /(?!rules|accuracy|search|404|about|corrections/policy)|template (?:> )?“?(?:pictures|tabs|home|lab|labwork|labworks part|changes|corrections|withdrawn post)”? \(`;
    const { status, stdout, stderr } = runTests(['html', 'accessibility', 'weights'], '-t', ofContent);
    expect(status, stdout + stderr).toBe(0);
  }, 600_000);
});

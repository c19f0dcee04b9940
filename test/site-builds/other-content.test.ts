import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { replaceContent } from '../../tools/copy-project.ts';
import { findNode } from '../../tools/run.mjs';
import { makePictures } from '../fixtures/other-site/pictures/make-pictures.ts';
import { recordHistory } from '../fixtures/other-site/record-history.ts';
import { buildWell, filesOf, projectCopy } from './built-copy.ts';

// Whoever takes the project over writes other posts, of other labs, for another site: all of the content is replaced, and what holds
// of any content is asked of it.

const root = resolve(import.meta.dirname, '../..');
const fixture = join(root, 'test/fixtures/other-site');
const copy = projectCopy();

const run = (...args: readonly string[]) =>
  spawnSync(findNode(), args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined, NO_COLOR: '1', FORCE_COLOR: undefined },
  });

beforeAll(async () => {
  replaceContent(copy, join(fixture, 'content'));
  await makePictures(join(copy, 'src/content'));
  cpSync(join(fixture, 'site.yaml'), join(copy, 'src/site.yaml'));
  // Whoever replaces src/content alone leaves releases of posts that are not there any more; they are in nobody's way, and not published.
  if (existsSync(join(root, 'public/bundles')))
    cpSync(join(root, 'public/bundles'), join(copy, 'public/bundles'), { recursive: true });
  recordHistory(join(copy, 'src/content'), (...words) => {
    const { status, stdout, stderr } = run('tools/labworks.mjs', ...words);
    if (status !== 0) throw new Error(`${words.join(' ')}: ${stdout}${stderr}`);
  });
  for (const name of ['test', 'vitest.site.config.ts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
}, 60_000);

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
    const found = wordsBefore().flatMap((word) =>
      texts.filter(([, text]) => text.includes(word)).map(([path]) => `${path}: ${word}`),
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

/** What names the site, the posts and the labs that the project comes with, as its own files say. */
function wordsBefore(): readonly string[] {
  const own = join(root, 'src/content');
  const folders = [
    'allegories',
    'fail-files',
    'labworks',
    'debug',
    'field-notes',
    'labs',
    'comparisons',
    'figures',
  ];
  const names = folders.flatMap((folder) => namesIn(join(own, folder)));
  // Two sites may have a word in common.
  const texts = readdirSync(join(fixture, 'content'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(?:mdx?|yaml|svg)$/.test(file.name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    // As anchors are made of headings.
    .map((text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
  const isCommon = (name: string) => texts.some((text) => text.includes(name));
  const fields = [
    ...readFileSync(join(root, 'src/site.yaml'), 'utf8').matchAll(/^(?:name|tagline|address): (.+)$/gm),
  ];
  return [
    ...names.filter((name) => name.length > 6 && !isCommon(name)),
    ...fields.map(([, value]) => value!),
  ];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => name.replace(/\.[^.]+$/, ''));
  } catch {
    return [];
  }
}

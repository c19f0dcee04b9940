import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mtimeKey } from '../../src/workspace/mtime-key.ts';
import { makeRevisions } from '../../bench/make-revisions.ts';
import { copyProject, replaceContent } from '../../tools/copy-project.ts';
import { otherContent } from './built-copy.ts';
import { launchBrowser } from '../built-site/browser.ts';
import type { FolderServer } from './serve-folder.ts';
import { serveFolder } from './serve-folder.ts';

// The fast build rests on what Astro and Pagefind document nowhere; the plain build does not. Both make the same site. The fast one
// has to show all that it does: the site is built whole, with a post that is then edited and a post that is then removed, and built
// again, so that most of its pages are those of the build before.

const copy = mkdtempSync(join(tmpdir(), 'labworks-builds-'));
const fast = join(copy, 'dist-fast');
const plain = join(copy, 'dist');

/** The `mtimeKey` of two pages after each of the fast builds. */
let writtenBy: { readonly edited: string | undefined; readonly unchanged: string | undefined }[] = [];

beforeAll(() => {
  copyProject(copy);
  replaceContent(copy, otherContent);
  cpSync(join(import.meta.dirname, '../fixtures/workshop'), join(copy, 'src/content'), { recursive: true });
  const review = join(copy, 'src/content/field-notes/measuring-rain.mdx');
  const extra = join(copy, 'src/content/field-notes/removed-later.mdx');
  const original = readFileSync(review, 'utf8');
  // All but what is edited has a past.
  writeFileSync(
    join(copy, 'src/content/field-notes/signs.mdx'),
    `---\ntitle: Signs & "quotes" <here> 'there'\ndate: 2020-01-02\nsummary: Not words.\n---\nText & "text" <em>here</em>.\n`,
  );
  run({}, 'tools/labworks.mjs', 'publish', '--all');
  // More corrections than one page has.
  makeRevisions(join(copy, 'src/content'), 10);
  rmSync(join(copy, 'src/content/ledger/field-notes/measuring-rain'), { recursive: true });
  writeFileSync(review, `${original}\nA sentence about kumquats.\n`);
  writeFileSync(extra, '---\ntitle: Removed\ndate: 2020-01-01\nsummary: Gone soon.\n---\nOf kumquats.\n');
  build({});
  writtenBy = [written()];
  writeFileSync(review, original);
  rmSync(extra);
  build({});
  writtenBy.push(written());
  renameSync(join(copy, 'dist'), fast);
  rmSync(join(copy, '.cache'), { recursive: true });
  build({ LABWORKS_PLAIN_BUILD: '1' });
}, 300_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the site without the fast build', () => {
  it('is the same, byte for byte, but for the search index', () => {
    const [fastFiles, plainFiles] = [filesOf(fast), filesOf(plain)];
    expect(fastFiles.length).toBeGreaterThan(100);
    expect(fastFiles).toEqual(plainFiles);
    // Old addresses are among what is compared.
    const ofAliases = ['_redirects', 'heron.html/index.html', '2022/the-heron/index.html'];
    expect(fastFiles).toEqual(expect.arrayContaining(ofAliases));
    // And what changed in posts, which the fast build writes itself.
    expect(fastFiles.filter((file) => file.endsWith('/changes/index.html')).length).toBeGreaterThan(5);
    const different = fastFiles.filter(
      (file) => !readFileSync(join(fast, file)).equals(readFileSync(join(plain, file))),
    );
    expect(different).toEqual([]);
  });

  it('has pages of corrections that each weigh what a page may, however many there are', () => {
    const pages = filesOf(plain).filter((file) => /^corrections\/(?:.*\/)?index\.html$/.test(file));
    expect(pages).toEqual(
      expect.arrayContaining(['corrections/older-1/index.html', 'corrections/kind-labworks/index.html']),
    );
    for (const page of pages)
      expect(gzipSync(readFileSync(join(plain, page))).length, page).toBeLessThan(18 * 1024);
  });

  it('was compared with a build that wrote what had changed and nothing else', () => {
    const [before, after] = writtenBy;
    expect(after?.edited).not.toBe(before?.edited);
    expect(after?.unchanged).toBe(before?.unchanged);
  });

  it('answers a search with the same pages and passages', async () => {
    const browser = await launchBrowser();
    const servers = [await serveFolder(fast), await serveFolder(plain)] as const;
    try {
      const [fastAnswers, plainAnswers] = await Promise.all(
        servers.map((server) => answersOf(browser, server)),
      );
      expect(fastAnswers).toEqual(plainAnswers);
      const entriesOf = (asked: string) => plainAnswers?.find(({ words }) => words === asked)?.entries ?? [];
      expect(entriesOf('lacp').length).toBeGreaterThan(3);
      // A term and what is said of it are two words to both, though nothing parts them on the page.
      expect(entriesOf('tile').join('\n')).toMatch(/\bCause a tile\b/);
    } finally {
      await Promise.all([browser.close(), ...servers.map((server) => server.close())]);
    }
  });
});

describe('a search for what a guide is about', () => {
  it('has the guide first, and not a rule with an example of it', async () => {
    const browser = await launchBrowser();
    const server = await serveFolder(plain);
    try {
      const page = await browser.newPage();
      for (const words of ['trunk', 'New-VMSwitch', 'New-NetLbfoTeam', 'jumbo frames', 'lacp']) {
        await page.goto(`${server.origin}/search/?q=${encodeURIComponent(words)}`);
        await page.locator('[data-search-results] .entry').first().waitFor();
        const kinds = await page.locator('[data-search-results] .entry-meta').allTextContents();
        expect(kinds[0], words).toMatch(/^Labworks \d+\b/);
        expect(kinds, words).toContain('Rule');
      }
    } finally {
      await Promise.all([browser.close(), server.close()]);
    }
  });
});

function written() {
  const keyOf = (page: string) => mtimeKey(join(copy, 'dist', page, 'index.html'));
  return { edited: keyOf('field-notes/measuring-rain'), unchanged: keyOf('rules/ios/lockout-risk') };
}

/** Builds the copy as it stands. */
function build(env: NodeJS.ProcessEnv): void {
  run(env, 'tools/run.mjs', 'tools/build.ts');
}

function run(env: NodeJS.ProcessEnv, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, VITEST: '', NODE_ENV: 'production', ...env },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}.\n${stdout}${stderr}`);
}

/** The files of a built site without its search index, by path. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !path.startsWith('pagefind/'))
    .sort();
}

/** What the search page of a site shows: how many pages are found, and all of them where all are shown. */
async function answersOf(browser: Browser, { origin }: FolderServer) {
  const page = await browser.newPage();
  const answers = [];
  for (const words of ['vlan', 'New-VMSwitch', 'jumbo frames', 'kumquats', 'sisyphus', 'lacp', 'tile']) {
    await page.goto(`${origin}/search/?q=${encodeURIComponent(words)}`);
    const found = page.getByRole('status').filter({ hasText: /found/i });
    await found.waitFor();
    const status = (await found.textContent()) ?? '';
    const shown = await page.locator('[data-search-results] .entry').allInnerTexts();
    // Each index has an order of its own for pages of one rank, and so other pages where the list is cut.
    answers.push({ words, status, entries: status.includes('the first') ? [] : shown.sort() });
  }
  await page.close();
  return answers;
}

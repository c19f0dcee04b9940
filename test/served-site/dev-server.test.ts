import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyProject, replaceContent } from '../../tools/copy-project.ts';
import { launchBrowser } from '../built-site/browser.ts';

// What an author sees while writing: the site is served from a copy of the project, and its content is changed there.

const fixture = resolve(import.meta.dirname, '../fixtures/other-site');
const copy = mkdtempSync(join(tmpdir(), 'labworks-dev-'));
const inCopy = (path: string) => join(copy, 'src', path);
const post = inCopy('content/field-notes/measuring-rain.mdx');
const address = '/field-notes/measuring-rain/';

let browser: Browser | undefined;
let server: ChildProcess | undefined;
let origin: string;
/** What the server printed so far. */
let printed = '';

beforeAll(async () => {
  copyProject(copy);
  replaceContent(copy, join(fixture, 'content'));
  cpSync(join(fixture, 'site.yaml'), inCopy('site.yaml'));
  // What is published once has a revision to differ from.
  spawnSync(process.execPath, ['tools/labworks.mjs', 'publish', 'field-notes/measuring-rain'], { cwd: copy });
  const port = await freePort();
  origin = `http://localhost:${port}`;
  server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Under Vitest, Astro would answer nothing.
    env: { ...process.env, VITEST: '', NODE_ENV: 'development', ASTRO_DEV_BACKGROUND: '0' },
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += String(chunk)));
  browser = await launchBrowser();
  await vi.waitFor(async () => expect(await statusOf('/')).toBe(200), { timeout: 50_000, interval: 200 });
});

afterAll(async () => {
  await browser?.close();
  const ended = new Promise((done) => server?.once('exit', done));
  if (server?.kill() === true) await ended;
  rmSync(copy, { recursive: true, force: true });
});

describe('a site that is served while it is written', () => {
  const original = readFileSync(join(fixture, 'content/field-notes/measuring-rain.mdx'), 'utf8');

  it('shows an edit in the browser that has the page open, without a hand on it', async () => {
    const page = await opened(address);
    writeFileSync(post, `${original}\nAdded while somebody was reading.\n`);
    await page.getByText('Added while somebody was reading.').waitFor();
    await page.close();
  });

  it('shows a new title in the archives, and a new post at its address', async () => {
    writeFileSync(post, original.replace(/^title: .*$/m, 'title: A title of the day'));
    await shown('/field-notes/', 'A title of the day');
    await shown('/', 'A title of the day');
    expect(await statusOf('/field-notes/written-today/')).toBe(404);
    writeFileSync(
      inCopy('content/field-notes/written-today.mdx'),
      '---\ntitle: Written today\ndate: 2020-01-01\nsummary: A new post.\n---\nIts first sentence.\n',
    );
    await shown('/field-notes/written-today/', 'Its first sentence.');
    await shown('/field-notes/', 'Written today');
    const waiting = '---\ntitle: Written today\ndate: 2099-01-01\nsummary: A new post.\n---\nIts day.\n';
    writeFileSync(inCopy('content/field-notes/written-today.mdx'), waiting);
    await shown('/field-notes/written-today/', 'readers are not shown this page before 2099-01-01');
    rmSync(inCopy('content/field-notes/written-today.mdx'));
    await expect.poll(() => statusOf('/field-notes/written-today/'), { timeout: 20_000 }).toBe(404);
  });

  it('shows a picture that is put beside a post, and another one in its place', async () => {
    const folder = inCopy('content/field-notes/seen-today');
    const picture = (background: string) =>
      sharp({ create: { width: 320, height: 200, channels: 3, background } });
    mkdirSync(folder);
    await picture('#c02020').png().toFile(join(folder, 'rack.png'));
    writeFileSync(
      join(folder, 'index.mdx'),
      '---\ntitle: Seen today\ndate: 2020-01-01\nsummary: A new picture.\n---\n![A rack](./rack.png)\n',
    );
    await shown('/field-notes/seen-today/', 'A rack');
    const page = await opened('/field-notes/seen-today/');
    const sourceOf = () => page.locator('.figure img').getAttribute('src');
    const first = await sourceOf();
    expect(await statusOf(first!)).toBe(200);
    await picture('#2020c0').png().toFile(join(folder, 'rack.png'));
    await expect.poll(sourceOf, { timeout: 20_000 }).not.toBe(first);
    const second = await page.request.get(origin + (await sourceOf())!);
    const { dominant } = await sharp(await second.body()).stats();
    expect(dominant.b).toBeGreaterThan(dominant.r);
    await page.close();
    rmSync(folder, { recursive: true });
    await expect.poll(() => statusOf('/field-notes/seen-today/'), { timeout: 20_000 }).toBe(404);
  });

  it('tells in the browser what is wrong with a post, over its last good state, until it is mended', async () => {
    writeFileSync(post, `${original}\nThe last good state.\n`);
    await shown(address, 'The last good state.');
    const page = await opened(address);
    printed = '';
    writeFileSync(post, `${original.replace('on=beam', 'on=beem')}\nThe broken state.\n`);
    const overlay = page.locator('vite-error-overlay');
    await overlay.waitFor();
    expect(printed).toMatch(/measuring-rain\.mdx:20/);
    expect(await overlay.locator('#name').innerText()).toBe('guide/unknown-device');
    expect(await overlay.locator('#title').innerText()).toBe('The content has an error');
    expect(await overlay.locator('#code h2').innerText()).toBe('field-notes/measuring-rain.mdx:20:8');
    expect(await overlay.locator('#code-content').innerText()).toMatch(
      /^20 \| ```ios on=beem verify\n.* {8}\^{7}/,
    );
    expect(await overlay.locator('#hint').innerText()).toContain('beam');
    expect(await overlay.locator('#message a').getAttribute('href')).toBe('/rules/guide/unknown-device/');
    expect(await overlay.locator('#stack-content').innerText()).toContain('error[guide/unknown-device]');
    // Beneath it, and for whoever asks without a browser.
    await page.getByText('The last good state.').waitFor();
    expect(await textOf(address)).toContain('The last good state.');
    // Whichever page is opened.
    const other = await opened('/');
    await other.locator('vite-error-overlay').waitFor();
    await other.close();
    writeFileSync(post, `${original}\nMended.\n`);
    await page.getByText('Mended.').waitFor();
    await overlay.waitFor({ state: 'detached' });
    await page.close();
  });

  it.each([
    ['site.yaml', /^language: .*$/m, 'language: British', 'site/schema', '/'],
    ['content/labs/attic.yaml', /vlan: 31/, 'vlan: 30', 'lab/duplicate-vlan', '/labs/attic/'],
    ['content/comparisons/drips.yaml', /^title:/m, 'titel:', 'comparison/schema', address],
    ['content/figures/tray.svg', /<svg/, '<svg onload="alert(1)"', 'figure/active-content', address],
  ])('does so for %s', async (path, pattern, broken, rule, where) => {
    const good = readFileSync(join(fixture, path), 'utf8');
    const page = await opened(where);
    expect(await page.locator('vite-error-overlay').count()).toBe(0);
    writeFileSync(inCopy(path), good.replace(pattern, broken));
    const overlay = page.locator('vite-error-overlay');
    await overlay.getByText(rule, { exact: true }).waitFor();
    expect(await overlay.locator('#code h2').innerText()).toContain(path.replace(/^content\//, ''));
    expect(await statusOf(where)).toBe(200);
    writeFileSync(inCopy(path), good);
    await overlay.waitFor({ state: 'detached' });
    await page.close();
  });

  it('says on the page what has changed and is not recorded, and stops nobody', async () => {
    writeFileSync(post, original);
    await expect.poll(() => textOf(address), { timeout: 20_000 }).not.toContain('npx labworks correct');
    writeFileSync(post, original.replace(/^title: .*$/m, 'title: Changed in silence'));
    await shown(address, 'npx labworks correct field-notes/measuring-rain');
    await shown(address, 'Changed in silence');
    const page = await opened(address);
    expect(await page.locator('vite-error-overlay').count()).toBe(0);
    await page.close();
    writeFileSync(post, original);
    await expect.poll(() => textOf(address), { timeout: 20_000 }).not.toContain('npx labworks correct');
  });

  it('lays nothing over a page because of a warning', async () => {
    const page = await opened(address);
    printed = '';
    writeFileSync(post, original.replace('Get-NetAdapterStatistics', 'Test-Connection 9.9.9.9\n$&'));
    await page.getByText('9.9.9.9').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(printed).toMatch(/warning\[/);
    expect(await page.locator('vite-error-overlay').count()).toBe(0);
    await page.close();
  });
});

/** A page that listens for changes. */
async function opened(path: string): Promise<Page> {
  const page = await browser!.newPage();
  await page.goto(origin + path);
  await page.waitForLoadState('networkidle');
  return page;
}

async function shown(path: string, text: string): Promise<void> {
  const message = `${path} does not show a change: Astro may no longer heed astro:content-changed; see ARCHITECTURE.md, Building`;
  await expect.poll(() => textOf(path), { message, timeout: 20_000, interval: 50 }).toContain(text);
}

async function textOf(path: string): Promise<string> {
  return (await fetch(origin + path)).text();
}

/** Undefined where nobody answers. */
async function statusOf(path: string): Promise<number | undefined> {
  return fetch(origin + path).then(
    ({ status }) => status,
    () => undefined,
  );
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

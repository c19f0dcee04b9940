import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyProject, replaceContent } from '../../tools/copy-project.ts';
import { launchBrowser } from '../built-site/browser.ts';

// What an author sees while writing: the site is served from a copy of the project, and its content is changed there.

const content = resolve(import.meta.dirname, '../fixtures/other-site/content');
const copy = mkdtempSync(join(tmpdir(), 'labworks-dev-'));
const review = join(copy, 'src/content/field-notes/measuring-rain.mdx');

let browser: Browser | undefined;
let server: ChildProcess | undefined;
let origin: string;
/** What the server printed so far. */
let printed = '';

beforeAll(async () => {
  copyProject(copy);
  replaceContent(copy, content);
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
  const original = readFileSync(join(content, 'field-notes/measuring-rain.mdx'), 'utf8');

  it('shows an edit in the browser that has the page open, without a hand on it', async () => {
    const page = await browser!.newPage();
    await page.goto(`${origin}/field-notes/measuring-rain/`);
    // The page listens for changes.
    await page.waitForLoadState('networkidle');
    writeFileSync(review, `${original}\nAdded while somebody was reading.\n`);
    await page.getByText('Added while somebody was reading.').waitFor();
    await page.close();
  });

  it('shows a new title in the archives, and a new post at its address', async () => {
    writeFileSync(review, original.replace(/^title: .*$/m, 'title: A title of the day'));
    await shown('/field-notes/', 'A title of the day');
    await shown('/', 'A title of the day');
    expect(await statusOf('/field-notes/written-today/')).toBe(404);
    writeFileSync(
      join(copy, 'src/content/field-notes/written-today.mdx'),
      '---\ntitle: Written today\ndate: 2020-01-01\nsummary: A new post.\n---\nIts first sentence.\n',
    );
    await shown('/field-notes/written-today/', 'Its first sentence.');
    await shown('/field-notes/', 'Written today');
    rmSync(join(copy, 'src/content/field-notes/written-today.mdx'));
    await expect.poll(() => statusOf('/field-notes/written-today/'), { timeout: 20_000 }).toBe(404);
  });

  it('keeps the last good state of a post that is broken, says what is wrong, and takes it up when it is mended', async () => {
    writeFileSync(review, `${original}\nThe last good state.\n`);
    await shown('/field-notes/measuring-rain/', 'The last good state.');
    printed = '';
    writeFileSync(review, `${original.replace(/^date: .*$/m, 'date: some day')}\nThe broken state.\n`);
    await expect.poll(() => printed, { timeout: 20_000 }).toMatch(/measuring-rain\.mdx:3/);
    expect(await textOf('/field-notes/measuring-rain/')).toContain('The last good state.');
    writeFileSync(review, `${original}\nMended.\n`);
    await shown('/field-notes/measuring-rain/', 'Mended.');
  });
});

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

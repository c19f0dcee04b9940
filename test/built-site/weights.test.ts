import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { readBuilt, templates } from './pages.ts';

const KiB = 1024;
const origin = inject('origin');
const pages = templates();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Every address that a browser with an empty cache asks for when it opens a page and nobody touches anything. */
async function askedFor(page: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  // The protocol tells of the icon too, which Playwright's own events leave out.
  const network = await context.newCDPSession(tab);
  await network.send('Network.enable');
  const asked = new Set<string>();
  network.on('Network.requestWillBeSent', ({ request }) => {
    // The signs on the controls of a film are the browser's own.
    if (!request.url.startsWith('data:')) asked.add(request.url);
  });
  await tab.goto(origin + page, { waitUntil: 'networkidle' });
  await context.close();
  return [...asked];
}

/** Bytes over the wire: gzipped as hosts do it; fonts as they are, since woff2 is compressed already. */
function weigh(path: string): number {
  const bytes = readBuilt(path);
  return path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 6 }).length;
}

const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + weigh(path), 0);
/** Pictures keep to budgets of their own (`pictures.test.ts`): how many there are is the author's choice. */
const isPicture = (path: string) => path.startsWith('/pictures/');
/** What `_headers` lets a browser keep. */
const isKept = (path: string) => path.startsWith('/_astro/') || path.startsWith('/fonts/');

describe.concurrent('the weight of a page', () => {
  it.for(Object.entries(pages))(
    'of the template “%s” (%s) keeps to its budget but for pictures, on the first visit and the next, and is all our own',
    async ([, page], { expect }) => {
      const asked = await askedFor(page);
      expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
      const paths = asked.map((url) => new URL(url).pathname).filter((path) => !isPicture(path));
      expect(paths).toContain(page);
      const weights = Object.fromEntries(paths.map((path) => [path, weigh(path)]));
      expect(sum(paths), `first visit: ${JSON.stringify(weights)}`).toBeLessThanOrEqual(64 * KiB);
      expect(sum(paths.filter((path) => !isKept(path))), 'next visit').toBeLessThanOrEqual(18 * KiB);
      expect(sum(paths.filter((path) => path.endsWith('.js'))), 'scripts').toBeLessThanOrEqual(3 * KiB);
      expect(readBuilt(page).toString('utf8')).not.toMatch(
        /<script\b(?![^>]*\b(?:src=|type="application\/))/,
      );
    },
  );
});

describe('the pages of all templates', () => {
  it('share one style sheet, and pages with lists one more: little is waited for, and kept from page to page', () => {
    const sheets = Object.values(pages).map((page) =>
      [
        ...readBuilt(page)
          .toString('utf8')
          .matchAll(/<link rel="stylesheet" href="([^"]*)"/g),
      ].map(([, href]) => href),
    );
    expect(sheets[0]!.filter((href) => sheets.every((hrefs) => hrefs.includes(href)))).toHaveLength(1);
    expect(new Set(sheets.flat()).size).toBeLessThanOrEqual(2);
  });

  it('may be kept as the test of their weight assumes', () => {
    const headers = readBuilt('/_headers').toString('utf8');
    for (const folder of ['/_astro/*', '/fonts/*'])
      expect(headers).toMatch(
        new RegExp(`^${folder.replace('*', '\\*')}\\n  Cache-Control: .*max-age=31536000`, 'm'),
      );
  });
});

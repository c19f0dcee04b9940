// Takes the README's picture of the site as it was last built: `node tools/run.mjs tools/take-picture.ts`, after `npm run build`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'astro';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = '/labworks/converged-switching-part-2/';
/** In CSS pixels; the picture has a fifth more in each direction, which keeps small type sharp and the file small. */
const size = { width: 1160, height: 780 };

const executablePath = findBrowser();
if (!executablePath) throw new Error('No browser was found. Name one in CHROME_PATH.');
const server = await preview({ root, logLevel: 'error', server: { port: 0, host: 'localhost' } });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: 1.2, colorScheme: 'light' });
  const tab = await context.newPage();
  await tab.goto(`http://localhost:${server.port}${page}`);
  await tab.getByRole('heading', { name: /Give the host its network cards/ }).evaluate((heading) => {
    heading.scrollIntoView();
  });
  await tab.screenshot({ path: join(root, 'docs/labworks.png') });
} finally {
  await browser.close();
  await server.stop();
}

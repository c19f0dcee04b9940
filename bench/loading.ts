import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { provideBrowser } from '../tools/find-browser.mjs';

// How soon a first visitor with a telephone sees a page of the built site: `node tools/run.mjs bench/loading.ts [--dist DIR] [--times 5] [--slower 4] PATH…`,
// `/` by default. The folder is served as hosts do it, compressed by Brotli; the network has 150 ms for each request and 1.6 Mbit/s, and the
// processor is four times as slow, as in the mobile profile of Lighthouse. Prints medians, in milliseconds: first paint, largest paint with
// what it was, shift of the layout, and the bytes that came.

const { values, positionals } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    times: { type: 'string', default: '5' },
    slower: { type: 'string', default: '4' },
  },
  allowPositionals: true,
});
const dist = resolve(values.dist);
const paths = positionals.length > 0 ? positionals : ['/'];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
};
const compressed = new Set(['.html', '.css', '.js', '.svg']);

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = join(dist, decodeURIComponent(pathname).replace(/\/$/, '/index.html'));
  if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
  const ending = extname(file);
  const bytes = readFileSync(file);
  response.setHeader('Content-Type', types[ending] ?? 'application/octet-stream');
  if (!compressed.has(ending)) return void response.end(bytes);
  response.setHeader('Content-Encoding', 'br');
  response.end(brotliCompressSync(bytes));
});
await new Promise<void>((done) => server.listen(0, 'localhost', done));
const address = server.address();
if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
const origin = `http://localhost:${address.port}`;

interface Visit {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly largest: string;
  readonly shift: number;
  readonly bytes: number;
}

const browser = await chromium.launch({
  executablePath: provideBrowser((line: string) => console.error(line)),
});
for (const path of paths) {
  const visits: Visit[] = [];
  for (let time = 0; time < Number(values.times); time++) visits.push(await visit(browser, path));
  const median = (of: (visit: Visit) => number) => visits.map(of).sort((a, b) => a - b)[visits.length >> 1]!;
  console.log(
    `${path}: first ${median((v) => v.firstPaint).toFixed(0)}, largest ${median((v) => v.largestPaint).toFixed(0)} (${visits[0]!.largest}), shift ${median((v) => v.shift).toFixed(3)}, ${Math.round(median((v) => v.bytes) / 1024)} KiB`,
  );
}
await browser.close();
server.close();

/** One first visit, with nothing kept. */
async function visit(chrome: Browser, path: string): Promise<Visit> {
  const context = await chrome.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  const perSecond = (1.6 * 1024 * 1024) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: perSecond,
    uploadThroughput: perSecond / 2,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slower) });
  await page.goto(origin + path, { waitUntil: 'load' });
  await page.waitForTimeout(1000);
  const seen = await page.evaluate(async () => {
    const entries = (type: string) =>
      new Promise<PerformanceEntry[]>((done) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => done([]), 500);
      });
    const largest = (await entries('largest-contentful-paint')).at(-1) as
      (PerformanceEntry & { readonly element?: Element; readonly size: number }) | undefined;
    const shifts = (await entries('layout-shift')) as (PerformanceEntry & { readonly value: number })[];
    const element = largest?.element;
    return {
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      largestPaint: largest?.startTime ?? NaN,
      largest: element ? `${element.localName}${element.className ? `.${element.className}` : ''}` : 'none',
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
    };
  });
  await context.close();
  return { ...seen, bytes };
}

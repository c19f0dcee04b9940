import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { builtFiles, readBuilt } from './pages.ts';

/** The rules of `_headers`, by path: what every host adds up. */
const rules = readBuilt('/_headers')
  .toString('utf8')
  .split('\n\n')
  .map((block) => {
    const [path = '', ...lines] = block.trim().split('\n');
    return { path, headers: lines.map((line) => line.trim().split(': ') as [name: string, value: string]) };
  });

const headersOf = (file: string) =>
  rules
    .filter(({ path }) =>
      path.endsWith('*') ? `/${file}`.startsWith(path.slice(0, -1)) : path === `/${file}`,
    )
    .flatMap(({ headers }) => headers);

const policyOf = (file: string) =>
  headersOf(file).flatMap(([name, value]) => (name === 'Content-Security-Policy' ? [value] : []));

describe('a file that is no page', () => {
  const others = builtFiles().filter(
    (file) => !file.endsWith('.html') && file !== '_headers' && file !== '_redirects',
  );

  it.each(others)('%s has a policy of its own beside that of every answer', (file) => {
    const [, own, ...more] = policyOf(file);
    expect(own).toMatch(/^default-src 'none';/);
    expect(more).toEqual([]);
    if (!file.endsWith('.js') && !/^(?:_astro|pagefind)\//.test(file)) expect(own).toContain('sandbox');
  });
});

describe('a drawing that is opened by itself', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  // The figures are proved; this is the second lock.
  const drawings = builtFiles().some((file) => file.startsWith('figures/'));
  it.skipIf(!drawings)('runs nothing under the headers of /figures/, and has its colours', async () => {
    const page = await browser.newPage();
    const answered: string[] = [];
    page.on('requestfinished', (request) => answered.push(request.url()));
    const address = `${inject('origin')}/figures/hostile.svg`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'image/svg+xml',
        headers: { 'Content-Security-Policy': policyOf('figures/hostile.svg').join(', ') },
        body: `<svg xmlns="http://www.w3.org/2000/svg" onload="document.documentElement.id='ran'">
          <style>rect{fill:rgb(1, 2, 3)}</style><script>document.documentElement.id='ran'</script>
          <image href="/share.png"/><rect width="9" height="9"/></svg>`,
      }),
    );
    await page.goto(address, { waitUntil: 'load' });
    expect(await page.locator('svg').getAttribute('id')).toBe(null);
    expect(await page.locator('rect').evaluate((rect) => getComputedStyle(rect).fill)).toBe('rgb(1, 2, 3)');
    expect(answered).toEqual([address]);
    await page.close();
  });
});

describe('what a page leads to, opened by itself', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const opened = async (file: string) => {
    const page = await browser.newPage();
    const address = `${inject('origin')}/${file}`;
    await page.route(address, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'Content-Security-Policy': policyOf(file).join(', ') },
      });
    });
    await page.goto(address);
    return page;
  };
  const files = builtFiles().filter((file) => file.startsWith('pictures/'));
  const film = files.find((file) => /\.(?:webm|mp4)$/.test(file));
  const picture = files.find((file) => /\.(?:jpg|png)$/.test(file));
  if (film === undefined)
    console.log('skipped: a film by itself, for no post has one; the other content does.');

  it.skipIf(film === undefined)('is played under the headers of /pictures/, where it is a film', async () => {
    const page = await opened(film!);
    const video = page.locator('video');
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
      .toBeGreaterThan(1);
    await page.close();
  });

  it.skipIf(picture === undefined)('is shown under them, where it is a picture', async () => {
    const page = await opened(picture!);
    const width = page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(await width).toBeGreaterThan(0);
    await page.close();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readIdentity } from '../../src/workspace/identity.ts';
import { complaintsOf, launchBrowser } from './browser.ts';
import { builtFiles, readBuilt } from './pages.ts';
import { sourcePosts } from './source-blocks.ts';

const isAnswered = readIdentity().value!.reply !== undefined;
if (!isAnswered)
  console.log('skipped: replies, which this site has none of; those of the other content are looked at.');
const posts = sourcePosts().map(({ url }) => [url, readBuilt(url).toString('utf8')] as const);

describe.skipIf(isAnswered)('a site that does not say how it is answered', () => {
  it('shows nothing of it', () => {
    expect(posts.filter(([, html]) => /class="(?:reply|report)/.test(html)).map(([url]) => url)).toEqual([]);
    const scripts = builtFiles().filter((file) => /^_astro\/.*\.js$/.test(file));
    const own = scripts.filter((file) => readBuilt(`/${file}`).includes('selectionchange'));
    expect(posts.filter(([, html]) => own.some((file) => html.includes(file)))).toEqual([]);
  });
});

describe.runIf(isAnswered)('a site that says how it is answered', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('shows it at the end of every post, with a report for each section and block, without a script', () => {
    for (const [url, html] of posts) {
      expect(html.match(/<section class="reply"/g), url).toHaveLength(1);
      const blocks = html.match(/ data-block="/g)?.length ?? 0;
      expect(html.match(/class="report" href="[^"]+"/g) ?? [], url).toHaveLength(blocks);
    }
  });

  const withWords =
    posts.find(([, html]) => /<div class="prose"> *<p>/.test(html)) ??
    posts.find(([, html]) => /<div class="prose">[^]*?<p>/.test(html));
  it.skipIf(withWords === undefined)('offers to report the words that a reader selects', async () => {
    const [url] = withWords!;
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(inject('origin') + url);
    const offer = page.locator('.report-passage');
    expect(await offer.isVisible()).toBe(false);
    const words = await page.evaluate(() => {
      const place = document.querySelector('.prose p')!;
      document.getSelection()!.selectAllChildren(place);
      return document.getSelection()!.toString().replace(/\s+/g, ' ').trim();
    });
    await offer.waitFor();
    const href = (await offer.locator('a').getAttribute('href'))!;
    expect(decodeURIComponent(href)).toContain(`Passage: “${[...words].slice(0, 200).join('')}`);
    expect(href).not.toMatch(/%F3%B0%80%8[01]/);
    await page.evaluate(() => document.getSelection()!.removeAllRanges());
    await offer.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await page.close();
  });
});

import { unzipSync } from 'fflate';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { checkedLabworks } from './content.ts';
import { builtFiles, readBuilt } from './pages.ts';

const origin = inject('origin');
const labworks = checkedLabworks();
const posts = labworks.flatMap(({ guides }) => guides).filter(({ blocks }) => blocks.length > 0);

let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(() => browser.close());

describe('a command block', () => {
  it('is on at least two posts', () => {
    expect(posts.length).toBeGreaterThanOrEqual(2);
  });

  it.each(posts.map((post) => ({ post, url: `/${post.guide.data!.kind}/${post.guide.data!.slug}/` })))(
    'on $url shows and copies the bytes of its source',
    async ({ post, url }) => {
      const page = await context.newPage();
      await page.goto(origin + url);
      const blocks = page.locator('[data-block]');
      expect(await blocks.count()).toBe(post.blocks.length);
      for (const [index, { block, filled }] of post.blocks.entries()) {
        const figure = blocks.nth(index);
        expect(await figure.getAttribute('data-block')).toBe(block.id);
        const code = figure.locator('code[data-payload]');
        expect(await code.evaluate((element) => element.textContent)).toBe(filled.text);
        const copy = figure.getByRole('button', { name: /copy/i });
        await copy.click();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(filled.text);
        // What a reader copies by selecting the listing: prompts are not part of it.
        const selected = await code.evaluate((element) => {
          const selection = getSelection()!;
          selection.selectAllChildren(element);
          return selection.toString();
        });
        expect(selected.replaceAll('\r\n', '\n').trimEnd()).toBe(filled.text.trimEnd());
        await page.evaluate(() => navigator.clipboard.writeText(''));
      }
      await page.close();
    },
  );

  it('stands in the bundle line by line', () => {
    for (const labwork of labworks) {
      const number =
        labwork.guides[0]?.guide.data?.kind === 'labworks' ? labwork.guides[0].guide.data.labwork : undefined;
      if (number === undefined) continue;
      const zip = builtFiles().find((file) => file.startsWith(`bundles/labworks-${number}-`));
      expect(zip).toBeDefined();
      const scripts = Object.entries(unzipSync(readBuilt(`/${zip!}`)))
        .filter(([path]) => /\.(ps1|ios)$/.test(path))
        .map(([, bytes]) => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'));
      for (const track of labwork.tracks) {
        for (const { block, filled } of track.blocks) {
          const found = scripts.some((script) => `\n${script}`.includes(`\n${filled.text}\n`));
          expect({ block: block.id, step: block.step, role: block.role, found }).toMatchObject({
            found: block.role !== 'example',
          });
        }
      }
    }
  });
});

describe('without JavaScript', () => {
  it('a labwork is readable and its bundle downloads', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
    const page = await plain.newPage();
    for (const { post, url } of posts.map((item) => ({
      post: item,
      url: `/${item.guide.data!.kind}/${item.guide.data!.slug}/`,
    }))) {
      await page.goto(origin + url);
      for (const { filled } of post.blocks) {
        const first = filled.text.split('\n')[0]!;
        expect(await page.locator('code[data-payload]').filter({ hasText: first }).first().isVisible()).toBe(
          true,
        );
      }
      expect(await page.getByRole('button', { name: /copy/i }).filter({ visible: true }).count()).toBe(0);
    }
    await page.goto(`${origin}/labworks/2/`);
    const link = page.locator('a[href^="/bundles/"][href$=".zip"]').first();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^labworks-2-\d+\.\d+\.\d+\.zip$/);
    expect(await download.failure()).toBeNull();
    await plain.close();
  });
});

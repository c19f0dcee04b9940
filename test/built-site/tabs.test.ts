import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { builtPages, hasTabs } from './pages.ts';

const origin = inject('origin');
const pages = builtPages().filter(hasTabs);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The labels of the tabs whose content is seen, group by group. */
const seen = (page: Page) =>
  page.$$eval('.tabs', (groups) =>
    groups.map((group) =>
      [...group.querySelectorAll<HTMLElement>(':scope > .tab-panel')]
        .filter((panel) => panel.checkVisibility())
        .map((panel) => panel.previousElementSibling?.textContent?.trim()),
    ),
  );

const labels = (page: Page) =>
  page.$$eval('.tabs', (groups) =>
    groups.map((group) => [...group.querySelectorAll(':scope > .tab')].map((tab) => tab.textContent?.trim())),
  );

describe('the tabs of every page that has some', () => {
  it('are opened one by one without a script, and are all on paper', async () => {
    for (const path of pages) {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(origin + path);
      const all = await labels(page);
      expect(await seen(page), path).toEqual(all.map(([first]) => [first]));
      await page.locator('.tabs').first().locator('> .tab').last().click();
      expect((await seen(page))[0], path).toEqual([all[0]!.at(-1)]);
      await page.emulateMedia({ media: 'print' });
      expect(await seen(page), path).toEqual(all);
      await context.close();
    }
  });

  it('are chosen by key for all groups, and on the next visit', async () => {
    for (const path of pages) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(origin + path);
      const all = await labels(page);
      await page.locator('.tabs input').first().focus();
      await page.keyboard.press('ArrowRight');
      const chosen = all[0]![1]!;
      const expected = all.map((group) => [group.includes(chosen) ? chosen : group[0]]);
      expect(await seen(page), path).toEqual(expected);
      await page.reload();
      expect(await seen(page), path).toEqual(expected);
      await context.close();
    }
  });
});

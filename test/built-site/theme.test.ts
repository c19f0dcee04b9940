import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findingsOn, loadAxe } from './axe.ts';
import { complaintsOf, launchBrowser } from './browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const paperOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const light = 'rgb(252, 253, 253)';
const dark = 'rgb(14, 20, 24)';

/** The paper as it is when the page is drawn for the first time: a script of the page's own is not yet run. */
async function firstPaper(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.route(/\/_astro\/Page\..*\.js$/, (route) => route.abort());
  await page.goto(`${origin}/about/`);
  const paper = await paperOf(page);
  await page.close();
  return paper;
}

describe("the reader's choice of colours", () => {
  it('is kept, holds on every page before it is drawn, gives way to the system again, and is white on paper', async () => {
    const context = await browser.newContext({ colorScheme: 'light' });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${origin}/`);
    const choice = page.getByRole('group', { name: 'Colours' });
    expect(await choice.getByRole('radio', { name: 'as the system' }).isChecked()).toBe(true);
    expect(await paperOf(page)).toBe(light);
    await choice.getByRole('radio', { name: 'dark' }).focus();
    await page.keyboard.press('Space');
    expect(await paperOf(page)).toBe(dark);
    expect(await firstPaper(context)).toBe(dark);
    await loadAxe(page);
    expect(await findingsOn(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await paperOf(page)).toBe(light);
    await page.emulateMedia({ media: 'screen' });
    await page.reload();
    expect(await choice.getByRole('radio', { name: 'dark' }).isChecked()).toBe(true);
    await choice.getByRole('radio', { name: 'as the system' }).check();
    expect(await paperOf(page)).toBe(light);
    expect(await firstPaper(context)).toBe(light);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is not offered where nothing can keep it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    expect(await page.locator('.theme').isVisible()).toBe(false);
    await context.close();
  });
});

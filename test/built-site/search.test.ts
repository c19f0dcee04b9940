import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { complaintsOf, launchBrowser } from './browser.ts';

const origin = inject('origin');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the search', () => {
  it('finds a command in the guide that has it, and in its kind only', async () => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${origin}/search/`);
    await page.locator('[data-search] input[name=q]').fill('New-VMSwitch');
    const links = page.locator('[data-search-results] h2 a');
    await links.first().waitFor();
    expect(await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))).toContain(
      '/labworks/converged-switching-part-2/',
    );
    await page.locator('[data-search] select[name=kind]').selectOption('Allegories');
    await page.locator('[data-search-status]', { hasText: 'Nothing found' }).waitFor();
    expect(await links.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('loads nothing before somebody is about to search', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${origin}/search/`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    await page.close();
  });
});

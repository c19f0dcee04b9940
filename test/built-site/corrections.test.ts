import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { builtPages, readBuilt } from './pages.ts';

const origin = inject('origin');
const textOf = (path: string) => readBuilt(path).toString('utf8');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
});
afterAll(() => browser.close());

describe('the list of corrections', () => {
  it('is narrowed without a script, by each choice to as many as it says', async () => {
    await page.goto(`${origin}/corrections/`);
    const shown = () => page.locator('.filtered .entry').filter({ visible: true }).count();
    const all = await shown();
    if (all === 0)
      expect(await page.locator('.filtered').textContent()).toContain('Nothing has been corrected');
    for (const fieldset of await page.locator('.filters fieldset').all()) {
      const choices = fieldset.locator('label:has(input:not([value=""]))');
      const counts: number[] = [];
      for (const choice of await choices.all()) {
        await choice.locator('input').check();
        const count = Number(await choice.locator('.quiet').textContent());
        expect(await shown(), (await choice.textContent()) ?? '').toBe(count);
        counts.push(count);
      }
      expect(counts.length).toBeGreaterThan(1);
      await fieldset.locator('input[value=""]').check();
      expect(await shown()).toBe(all);
    }
  });
});

const pages = builtPages().filter((path) => path.endsWith('/changes/'));
describe.skipIf(pages.length === 0)('a page of changes', () => {
  it.each(pages.slice(0, 6))(
    '%s says each change in words, on paper too, and shows the two revisions that are asked for',
    async (path) => {
      const html = textOf(path);
      const said = { del: '[removed: ', ins: '[added: ' };
      for (const [tag, words] of Object.entries(said)) {
        const opened = html.split(`<${tag}>`).slice(1);
        for (const rest of opened) expect(rest.startsWith(`<span class="unseen">${words}</span>`)).toBe(true);
      }
      const pairs = [...html.matchAll(/href="#(from-\d+-to-\d+)"/g)].map(([, id]) => id!);
      await page.goto(origin + path);
      expect(await page.locator('.pair').filter({ visible: true }).count()).toBe(0);
      for (const id of pairs.slice(0, 2)) {
        await page.goto(`${origin}${path}#${id}`);
        expect(await page.locator('.pair').filter({ visible: true }).getAttribute('id')).toBe(id);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator(`[id="${id}"] .diff`).isVisible()).toBe(true);
        await page.emulateMedia({ media: 'screen' });
      }
    },
  );

  it.each(pages.slice(0, 6))(
    '%s is led to by the changelog of its post, each revision by an anchor of its own',
    (path) => {
      const post = path.replace(/changes\/$/, '');
      if (!builtPages().includes(post) || post.startsWith('/labs/')) return;
      const links = [...textOf(post).matchAll(/href="([^"]*\/changes\/)#(revision-\d+)"/g)];
      expect(links.length).toBeGreaterThan(0);
      for (const [, address, anchor] of links) {
        expect(address).toBe(path);
        expect(textOf(path)).toContain(`id="${anchor!}"`);
      }
    },
  );
});

describe('a post that was withdrawn', () => {
  const withdrawn = builtPages().filter((path) => textOf(path).includes('aria-label="Withdrawn '));

  it('is marked in lists, and what it had to offer stands behind its reason', async () => {
    for (const path of withdrawn.filter((one) => /^\/labworks\/\d+\/$/.test(one))) {
      const list = textOf('/labworks/');
      expect(list.slice(list.indexOf(`href="${path}"`))).toMatch(/^[^]{0,400}?class="standing">withdrawn</);
      await page.goto(origin + path);
      const bundle = page.locator('.download a[href^="/bundles/"]').first();
      if ((await bundle.count()) === 0) continue;
      expect(await bundle.isVisible()).toBe(false);
      await page.locator('.download summary').first().click();
      expect(await bundle.isVisible()).toBe(true);
    }
  });
});

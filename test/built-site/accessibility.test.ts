import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { findingsOn, loadAxe } from './axe.ts';
import { complaintsOf, launchBrowser } from './browser.ts';
import { templates } from './pages.ts';

const origin = inject('origin');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

// One load of a page serves all its looks, and as many pages are looked at together as vitest.site.config.ts allows.
describe.concurrent('every template', () => {
  it.for(Object.entries(templates()))(
    '%s (%s), light and dark, at 320 and 1280 px: no axe finding, no sideways scrolling, a quiet console',
    async ([, path], { expect }) => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(origin + (path === '/404.html' ? '/no/such/page/' : path), { waitUntil: 'load' });
      await loadAxe(page);
      for (const { colorScheme, width } of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await findingsOn(page), `axe, ${colorScheme}, ${width} px`).toEqual([]);
        const overflow = await page.evaluate(
          () =>
            globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth,
        );
        expect.soft(overflow, `sideways scrolling, ${colorScheme}, ${width} px`).toBeLessThanOrEqual(0);
      }
      // The server answers 404 for the page that is not there, as it should, and the console reports it.
      expect(complaints.filter((line) => !(path === '/404.html' && /404/.test(line)))).toEqual([]);
      await context.close();
    },
  );
});

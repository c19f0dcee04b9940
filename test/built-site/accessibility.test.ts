import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { complaintsOf, launchBrowser } from './browser.ts';
import { templates } from './pages.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const origin = inject('origin');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

/** What axe finds on the page as it looks now. */
async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run(root: unknown, options: unknown): unknown } }).axe.run(
        globalThis.document,
        { runOnly: only, resultTypes: ['violations'] },
      ),
    tags,
  )) as AxeResults;
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`,
  );
}

// One load of a page serves all its looks, and as many pages are looked at together as vitest.site.config.ts allows.
describe.concurrent('every template', () => {
  it.for(Object.entries(templates()))(
    '%s (%s), light and dark, at 320 and 1280 px: no axe finding, no sideways scrolling, a quiet console',
    async ([, path], { expect }) => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(origin + (path === '/404.html' ? '/no/such/page/' : path), { waitUntil: 'load' });
      // Evaluated, not added as a script element: the page's own policy would refuse that.
      await page.evaluate(axeSource);
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

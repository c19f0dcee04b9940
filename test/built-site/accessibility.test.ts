import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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

const cases = Object.entries(templates()).flatMap(([template, path]) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [320, 1280].map((width) => ({ template, path, colorScheme, width })),
  ),
);

describe('every template', () => {
  it.each(cases)(
    '$template at $width px in the $colorScheme theme: no axe finding, no sideways scrolling, a quiet console',
    async ({ path, colorScheme, width }) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(origin + (path === '/404.html' ? '/no/such/page/' : path), { waitUntil: 'load' });
      // Evaluated, not added as a script element: the page's own policy would refuse that.
      await page.evaluate(axeSource);
      const result = (await page.evaluate(
        (only) =>
          (globalThis as unknown as { axe: { run(root: unknown, options: unknown): unknown } }).axe.run(
            globalThis.document,
            { runOnly: only },
          ),
        tags,
      )) as AxeResults;
      const findings = result.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`,
      );
      expect(findings).toEqual([]);
      const overflow = await page.evaluate(
        () =>
          globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      // The server answers 404 for the page that is not there, as it should, and the console reports it.
      expect(complaints.filter((line) => !(path === '/404.html' && /404/.test(line)))).toEqual([]);
      await context.close();
    },
  );
});

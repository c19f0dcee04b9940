import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Brings axe into the page. Evaluated, not added as a script element: the page's own policy would refuse that. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/** What axe, once loaded, finds on the page as it looks now: nothing, or a line for each rule of WCAG 2.2 AA broken. */
export async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run(root: unknown, options: unknown): unknown } }).axe.run(
        globalThis.document,
        {
          runOnly: { type: 'tag', values: only },
          // Of WCAG 2.1 A, and off by itself: what is read out begins with what is seen.
          rules: { 'label-content-name-mismatch': { enabled: true } },
          resultTypes: ['violations'],
        },
      ),
    tags,
  )) as AxeResults;
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`,
  );
}

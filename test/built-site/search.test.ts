import type { Nodes } from 'hast';
import { raw } from 'hast-util-raw';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isIndexed } from '../../src/build/search-volumes.ts';
import { wordsApart } from '../../src/build/words-apart.ts';
import { findingsOn, loadAxe } from './axe.ts';
import { complaintsOf, launchBrowser } from './browser.ts';
import { builtPages, readBuilt } from './pages.ts';

const origin = inject('origin');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const kindsOf = (page: Page) => page.locator('[data-search-results] .entry-meta').allTextContents();

describe('what the search is told of a page', () => {
  it('is one fact an element: a second one would be a part of the first', () => {
    const facts = builtPages().flatMap((page) =>
      [
        ...readBuilt(page)
          .toString('utf8')
          .matchAll(/data-pagefind-meta="([^"]*)"/g),
      ].map(([, fact]) => fact!),
    );
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.filter((fact) => /^\w+:.*, ?\w+:/.test(fact))).toEqual([]);
  });

  it('has a space wherever a label, a name or a mark of ours stands beside other words', () => {
    const glued = builtPages().flatMap((page) => {
      const html = readBuilt(page).toString('utf8');
      return isIndexed(html) ? gluedWords(wordsApart(html)).map((words) => `${page}: ${words}`) : [];
    });
    expect(glued).toEqual([]);
  });
});

describe('the search page', () => {
  it('finds pages by a word in them, narrows them to a kind, and keeps both in the address', async () => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${origin}/search/`);
    await page.getByLabel('Words').fill('vlan');
    await page.getByRole('status').filter({ hasText: 'found' }).waitFor();
    const all = await kindsOf(page);
    expect(all).toContain('Rule');

    await page.getByLabel('In').selectOption('Labworks');
    await expect
      .poll(async () => (await kindsOf(page)).filter((kind) => !kind.startsWith('Labworks ')))
      .toEqual([]);
    expect(new URL(page.url()).search).toBe('?q=vlan&kind=Labworks');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows its results without an axe finding, light and dark', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/search/?q=switch`);
    await page.locator('[data-search-results] .entry').first().waitFor();
    await loadAxe(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await findingsOn(page), colorScheme).toEqual([]);
    }
    await page.close();
  });

  it('without JavaScript has no form that does nothing, and leads to the archives', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/search/`);
    expect(await page.locator('[data-search]').isVisible()).toBe(false);
    const main = page.getByRole('main');
    for (const archive of [
      '/labworks/',
      '/fail-files/',
      '/allegories/',
      '/debug/',
      '/field-notes/',
      '/tags/',
    ])
      expect(await main.locator(`a[href="${archive}"]`).isVisible(), archive).toBe(true);
    await context.close();
  });
});

/** What Pagefind leaves out, what is no text of ours, and values of the lab, which stand within the author's own words. */
const leftOut = new Set(
  'head header footer nav form label script style svg noscript pre code math'.split(' '),
);
const parting = new Set('h1 h2 h3 h4 h5 h6 p td div ul ol li article section br'.split(' '));

/** Words that are found as one though the end or the beginning of a `span` stands between them. */
function gluedWords(html: string): string[] {
  const glued: string[] = [];
  let before = '';
  let passedSpan = false;
  const visit = (node: Nodes, isFound: boolean): void => {
    if (node.type === 'text') {
      if (isFound && passedSpan && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(node.value))
        glued.push(`${before.slice(-20)}|${node.value.slice(0, 20)}`);
      before = node.value || before;
      passedSpan = false;
    }
    if (!('children' in node)) return;
    const { tagName = '', properties = {} } = node.type === 'element' ? node : {};
    if (properties['dataPagefindIgnore'] !== undefined || properties['dataValue'] !== undefined) before = '';
    else if (leftOut.has(tagName) || parting.has(tagName)) before = '';
    passedSpan ||= tagName === 'span';
    const inner = isFound || properties['dataPagefindBody'] !== undefined;
    if (!leftOut.has(tagName) && properties['dataPagefindIgnore'] === undefined)
      for (const child of node.children) visit(child as Nodes, inner);
    if (leftOut.has(tagName) || parting.has(tagName) || properties['dataValue'] !== undefined) before = '';
    passedSpan ||= tagName === 'span';
  };
  visit(raw({ type: 'root', children: [{ type: 'raw', value: html }] }), false);
  return glued;
}

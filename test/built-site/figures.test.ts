import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '../../src/lib/figure/read-figure.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { readSources } from '../../src/workspace/content.ts';
import { standaloneFigure } from '../../src/site/figures.ts';
import { active, sound, svg, unsupported } from '../lib/figure/drawings.ts';
import { launchBrowser } from './browser.ts';

// DOMPurify is the judge: the sanitiser that browsers' own people test, which needs a browser.

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: readFileSync('node_modules/dompurify/dist/purify.min.js', 'utf8') });
});
afterAll(() => browser.close());

interface Purifier {
  sanitize(dirty: string, options: object): string;
  readonly removed: readonly { readonly element?: Node; readonly attribute?: Attr | null }[];
}

/** What DOMPurify takes out of a drawing within a page, and whether a browser reads it as XML. */
const judged = (text: string) =>
  page.evaluate((dirty) => {
    const purifier = (globalThis as unknown as { DOMPurify: Purifier }).DOMPurify;
    purifier.sanitize(dirty, {
      USE_PROFILES: { html: true, svg: true, svgFilters: true },
      // It leaves these out as a means of pointing elsewhere; ours point into the drawing alone.
      ADD_TAGS: ['use'],
    });
    const removed = purifier.removed.map(({ element, attribute }) => attribute?.name ?? element?.nodeName);
    const xml = new DOMParser().parseFromString(dirty, 'image/svg+xml');
    const wrong = xml.querySelector('parsererror')?.textContent ?? null;
    return { removed, wrong };
  }, text);

const figures = readSources().figures.map(({ path, text }): [string, string] => [path, text]);
const read = (text: string) => readFigure(createSourceFile('figures/a.svg', text)).value;

describe('a drawing that passes', () => {
  it.each([...figures, ...Object.entries(sound).map(([name, content]) => [name, svg(content)] as const)])(
    'is as harmless to DOMPurify, and well-formed: %s',
    async (_name, text) => {
      const { attributes, content } = read(text)!;
      const inline = `<svg viewBox="${attributes['viewBox']}">${content.join('a.')}</svg>`;
      expect(await judged(inline)).toMatchObject({ removed: [] });
      const file = standaloneFigure({ ...read(text)!, kind: 'drawing', url: '', digest: '' });
      expect(await judged(file)).toMatchObject({ wrong: null });
    },
  );
});

describe('a drawing that DOMPurify finds harm in', () => {
  it.each([...active, ...unsupported].map(([content]) => content))('does not pass: %s', async (content) => {
    const { removed, wrong } = await judged(svg(content));
    const passes = read(svg(content)) !== undefined;
    expect({ passes, harm: removed.length > 0 || wrong !== null }).not.toEqual({ passes: true, harm: true });
  });
});

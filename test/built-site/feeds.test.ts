import type { Heading, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { readBuilt } from './pages.ts';
import { sourcePosts } from './source-blocks.ts';

interface Item {
  readonly url: string;
  readonly title: string;
  readonly html: string;
}

let browser: Browser;
let page: Page;
let feeds: Readonly<Record<string, readonly Item[]>>;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  feeds = { 'atom.xml': await atomItems(), 'feed.json': jsonItems() };
});
afterAll(() => browser.close());

/** Read by the browser's own parser, which refuses what is not well-formed. */
function atomItems(): Promise<Item[]> {
  return page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    const wrong = parsed.querySelector('parsererror');
    if (wrong) throw new Error(wrong.textContent ?? 'not well-formed');
    const atom = 'http://www.w3.org/2005/Atom';
    return [...parsed.getElementsByTagNameNS(atom, 'entry')].map((entry) => ({
      url: entry.querySelector('link')!.getAttribute('href')!,
      title: entry.querySelector('title')!.textContent ?? '',
      html: entry.querySelector('content')!.textContent ?? '',
    }));
  }, readBuilt('/atom.xml').toString('utf8'));
}

function jsonItems(): Item[] {
  const feed = JSON.parse(readBuilt('/feed.json').toString('utf8')) as {
    version: string;
    items: { url: string; title: string; content_html: string }[];
  };
  expect(feed.version).toMatch(/^https:\/\/jsonfeed\.org\/version\/1/);
  return feed.items.map(({ url, title, content_html: html }) => ({ url, title, html }));
}

/** What a reader of the feed is shown, and what is left of the site in it. */
const look = (html: string) =>
  page.evaluate((source) => {
    const { body } = new DOMParser().parseFromString(source, 'text/html');
    const all = [...body.querySelectorAll('*')];
    return {
      headings: [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
        (heading) => heading.textContent ?? '',
      ),
      code: [...body.querySelectorAll('pre > code')].map((code) => code.textContent ?? ''),
      text: body.textContent ?? '',
      foreign: all
        .filter((element) => element.matches('script, style, button, svg, iframe, form, [class], [style]'))
        .map((element) => element.outerHTML.slice(0, 80)),
      relative: all
        .flatMap((element) => [element.getAttribute('href'), element.getAttribute('src')])
        .filter((link) => link !== null && !/^https?:\/\//.test(link)),
    };
  }, html);

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();
const posts = sourcePosts().map((post) => ({ ...post, path: post.url }));

/** Whether a node is words alone, which stand in any rendering as they are written: no formula, mark, emoji or directive among them. */
const isPlain = (node: Heading | Paragraph) =>
  node.children.every(({ type }) => plainTypes.includes(type)) && !/[$={]|:\S|^:\s/m.test(toString(node));
const plainTypes = ['text', 'emphasis', 'strong', 'inlineCode', 'link'];

describe.each(['atom.xml', 'feed.json'])('%s', (name) => {
  it.each(posts)(
    'has the whole of $path, clean and with complete addresses',
    async ({ path, tree, listings }) => {
      const item = feeds[name]!.find(({ url }) => new URL(url).pathname === path)!;
      const { headings, code, text, foreign, relative } = await look(item.html);
      expect({ foreign, relative }).toEqual({ foreign: [], relative: [] });
      for (const heading of tree.children.filter((node) => node.type === 'heading'))
        if (isPlain(heading)) expect(headings.map(oneSpace)).toContain(oneSpace(toString(heading)));
      // HTML of a post may have listings beside those of its fences.
      expect(code.filter((listing) => listings.includes(listing))).toEqual(listings);
      // A feed that stops early is the usual failure: the last words of prose are there.
      const last = tree.children.findLast((node) => node.type === 'paragraph' && isPlain(node));
      if (last) expect(oneSpace(text)).toContain(oneSpace(toString(last)));
    },
  );

  it('has no item that is not a post', () => {
    expect(feeds[name]!.map(({ url }) => new URL(url).pathname).toSorted()).toEqual(
      posts.map(({ path }) => path).toSorted(),
    );
  });
});

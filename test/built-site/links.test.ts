import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { siteUrl } from '../../src/workspace/identity.ts';
import { builtFiles, builtPages, isBuilt, readBuilt } from './pages.ts';
import { sourcePosts } from './source-blocks.ts';

const ownAddresses = new RegExp(`${siteUrl().replaceAll('.', '\\.')}([^\\s"\'<>\\\\)&]*)`, 'g');
/** Of tags only: a page may show `src="…"` as text. */
const attributes = /<[a-z][^<>]*?\s(?:href|src)="([^"]*)"/g;
const decode = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"');

function idsOf(path: string): Set<string> {
  return new Set(
    [
      ...readBuilt(path)
        .toString('utf8')
        .matchAll(/\sid="([^"]*)"/g),
    ].map((match) => decode(match[1]!)),
  );
}

describe('links of the built site', () => {
  const pages = builtPages();

  it('are many', () => {
    expect(pages.length).toBeGreaterThan(30);
  });

  it('lead somewhere, down to the anchor', () => {
    const ids = new Map<string, Set<string>>();
    const broken: string[] = [];
    for (const page of pages) {
      const html = readBuilt(page)
        .toString('utf8')
        .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
      for (const match of html.matchAll(attributes)) {
        const link = decode(match[1]!);
        if (/^(?:https?:|mailto:|data:)/.test(link)) continue;
        const url = new URL(link, `http://site${page}`);
        const target = url.pathname;
        if (!isBuilt(target)) {
          broken.push(`${page} -> ${link}`);
          continue;
        }
        if (url.hash === '' || !(target.endsWith('/') || target.endsWith('.html'))) continue;
        if (!ids.has(target)) ids.set(target, idsOf(target));
        const anchor = decodeURIComponent(url.hash.slice(1));
        if (anchor !== '' && !ids.get(target)!.has(anchor))
          broken.push(`${page} -> ${link} (no such anchor)`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('to the image of a page are absolute, and lead to one of the size that the page says', async () => {
    const images = new Map<string, Set<string>>();
    for (const page of pages) {
      const html = readBuilt(page).toString('utf8');
      const said = (name: string) =>
        decode(new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '');
      expect(said('og:image:alt'), page).not.toBe('');
      const own = images.get(said('og:image')) ?? new Set<string>();
      images.set(said('og:image'), own.add(`${said('og:image:width')} x ${said('og:image:height')}`));
    }
    for (const [address, sizes] of images) {
      expect(address).toMatch(/^https?:/);
      expect(address.startsWith(`${siteUrl()}/`)).toBe(true);
      const { width, height } = await sharp(readBuilt(address.slice(siteUrl().length))).metadata();
      expect([...sizes]).toEqual([`${width} x ${height}`]);
    }
    expect(images.size).toBeGreaterThan(sourcePosts().length);
  });

  it('of feeds and sitemap are absolute and built', () => {
    const feeds = [
      '/atom.xml',
      '/feed.json',
      ...builtFiles()
        .filter((file) => /^sitemap.*\.xml$/.test(file))
        .map((file) => `/${file}`),
    ];
    const broken: string[] = [];
    for (const feed of feeds) {
      const text = readBuilt(feed).toString('utf8');
      for (const match of text.matchAll(ownAddresses)) {
        const path = match[1]!.replace(/#.*$/, '') || '/';
        if (!isBuilt(path)) broken.push(`${feed} -> ${path}`);
      }
      if (feed !== '/atom.xml' && feed !== '/feed.json') continue;
      for (const match of text.matchAll(/(?:href|src)=\\?(?:"|&quot;)([^"\\&]*)/g)) {
        if (match[1]!.startsWith('/') || match[1]!.startsWith('#'))
          broken.push(`${feed} -> relative ${match[1]!}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { addressesOf, isMadeLater } from '../../src/lib/check/site-addresses.ts';
import { createSourceFile, readLab } from '../../src/lib/engine.ts';
import { addressOfPost } from '../../src/lib/guide/links.ts';
import { pictureKey, readSources } from '../../src/workspace/content.ts';
import { siteUrl } from '../../src/workspace/identity.ts';
import { classesIn, readLedger } from '../../src/workspace/ledger.ts';
import { siteAround } from '../../src/workspace/site-addresses.ts';
import { today } from '../../src/workspace/today.ts';
import { checkedLabworks } from './content.ts';
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
      // One that only leads to another page is shown to nobody.
      if (html.includes('<meta http-equiv="refresh"')) continue;
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

  it('are checked by the very addresses and anchors that the site has', () => {
    const sources = readSources();
    const checked = checkedLabworks();
    const guides = checked.flatMap((labwork) => labwork.guides.map(({ guide }) => guide));
    const { pages: known, aliases } = addressesOf(
      {
        guides,
        labs: new Map(
          sources.labs.flatMap(({ path, text }) => {
            const { value } = readLab(createSourceFile(path, text));
            return value ? [[value.id, value] as const] : [];
          }),
        ),
        comparisons: new Set(sources.comparisons.map(({ path }) => path.replace(/^.*\/|\.ya?ml$/g, ''))),
        figures: new Set(sources.figures.map(({ path }) => pictureKey(path))),
        today: today(),
        revisions: classesIn(readLedger()),
        site: siteAround(),
      },
      siteAround().addresses,
    );
    const built = [...pages, ...builtFiles().map((file) => `/${file}`)].filter(
      (path) =>
        !path.endsWith('/index.html') && !isMadeLater(path) && path !== '/_headers' && path !== '/_redirects',
    );
    const drawings = (path: string) => path.startsWith('/figures/');
    expect([...known.keys(), ...aliases.keys()].filter((path) => !drawings(path)).sort()).toEqual(
      [...new Set(built)].filter((path) => !drawings(path)).sort(),
    );
    const missing = guides.flatMap(({ file, anchors = [] }) => {
      const ids = idsOf(addressOfPost(file.path));
      return anchors.filter((anchor) => !ids.has(anchor)).map((anchor) => `${file.path}#${anchor}`);
    });
    expect(missing).toEqual([]);
    const unknown = [...known].flatMap(([address, { anchors }]) =>
      anchors === undefined
        ? []
        : [...idsOf(address)]
            .filter((id) => id !== 'content' && !anchors.includes(id))
            .map((id) => `${address}#${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it('of feeds and sitemap are absolute and built', () => {
    const feeds = [
      ...builtFiles()
        .filter((file) => /(?:^|\/)(?:atom\.xml|feed\.json)$|^sitemap.*\.xml$/.test(file))
        .map((file) => `/${file}`),
    ];
    const broken: string[] = [];
    for (const feed of feeds) {
      const text = readBuilt(feed).toString('utf8');
      for (const match of text.matchAll(ownAddresses)) {
        const path = match[1]!.replace(/#.*$/, '') || '/';
        if (!isBuilt(path)) broken.push(`${feed} -> ${path}`);
      }
      if (feed.startsWith('/sitemap')) continue;
      for (const match of text.matchAll(/(?:href|src)=\\?(?:"|&quot;)([^"\\&]*)/g)) {
        if (match[1]!.startsWith('/') || match[1]!.startsWith('#'))
          broken.push(`${feed} -> relative ${match[1]!}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { builtFiles, builtPages, readBuilt, templates } from './pages.ts';

/** The tags of a page's images, with what their attributes say. */
function imagesOf(page: string): Readonly<Record<string, string>>[] {
  const tags =
    readBuilt(page)
      .toString('utf8')
      .match(/<img\b[^>]*>/g) ?? [];
  return tags.map((tag) =>
    Object.fromEntries(
      [...tag.matchAll(/\s([a-z]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value]),
    ),
  );
}

const pages = builtPages().filter((page) => imagesOf(page).length > 0);
const published = builtFiles().filter((file) => /\.(?:avif|webp|png|jpe?g|gif)$/.test(file));

describe('what is published of pictures', () => {
  it('has nothing in it that a camera or a program wrote beside the pixels', async () => {
    for (const file of published) {
      const bytes = readBuilt(`/${file}`);
      const { exif, xmp, iptc, comments } = await sharp(bytes, { animated: true }).metadata();
      expect({ exif, xmp, iptc, comments }, file).toEqual({});
    }
  });

  it('is nowhere else: no other file has the marks of such data', () => {
    const marks = ['Exif\0\0', 'http://ns.adobe.com/xap/', 'Photoshop 3.0\0', 'GPSLatitude'];
    const others = builtFiles().filter((file) => !/^(?:pagefind|rules|accuracy)\//.test(file));
    const found = others.flatMap((file) =>
      marks.filter((mark) => readBuilt(`/${file}`).includes(mark)).map((mark) => `${file}: ${mark}`),
    );
    expect(found).toEqual([]);
  });
});

describe('a page with pictures', () => {
  it('says how large each is, has a text for it, and loads all but the first when they are near', () => {
    for (const page of pages)
      for (const [index, image] of imagesOf(page).entries()) {
        expect(Number(image['width']), page).toBeGreaterThan(0);
        expect(Number(image['height']), page).toBeGreaterThan(0);
        expect(image, page).toHaveProperty('alt');
        if (index > 0) expect(image['loading'], page).toBe('lazy');
      }
  });

  it('shows no file that is heavier than 200 KiB, and leads to all pixels of each that has a text', () => {
    for (const page of pages) {
      const html = readBuilt(page).toString('utf8');
      const sources = [...html.matchAll(/<source type="image\/[a-z]+" srcset="([^"]*)"/g)].flatMap(
        ([, set]) => set!.split(', ').map((one) => one.split(' ')[0]!),
      );
      for (const source of new Set(sources))
        expect(readBuilt(source).length, source).toBeLessThanOrEqual(200 * 1024);
      for (const [figure] of html.matchAll(/<figure class="figure">.*?<\/figure>/gs)) {
        if (
          !figure.includes('<picture') ||
          figure.includes('class="animation"') ||
          / alt(?:="")?[ >]/.test(figure)
        )
          continue;
        const [, original] = /<a class="picture" href="([^"]*)"/.exec(figure) ?? [];
        expect(published, `${page}: ${figure}`).toContain(original?.slice(1));
      }
    }
  });
});

describe('a film', () => {
  it('is as large as it says before it is loaded, and begins with a picture that is as light as any', () => {
    for (const page of builtPages()) {
      const films = readBuilt(page)
        .toString('utf8')
        .match(/<video\b[^>]*>/g);
      for (const film of films ?? []) {
        expect(film).toMatch(/ preload="none"/);
        expect(film).toMatch(/ width="\d+" height="\d+"/);
        const poster = / poster="(\/pictures\/[^"]*)"/.exec(film)?.[1];
        if (poster) expect(readBuilt(poster).length, poster).toBeLessThanOrEqual(200 * 1024);
      }
    }
  });
});

describe('a reader who scrolls through a page with pictures', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const page = templates()['pictures'];
  if (page === undefined)
    console.log('skipped: scrolling, for no post has photographs; that of the other content is looked at.');

  it.skipIf(page === undefined).each([390, 1280])(
    'sees nothing move, and every picture: %i px',
    async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      const tab = await context.newPage();
      await tab.addInitScript(() => {
        const shifts: number[] = ((globalThis as { shifts?: number[] }).shifts = []);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await tab.goto(inject('origin') + page!, { waitUntil: 'load' });
      const missing = await tab.evaluate(async () => {
        const shown = [...document.images].filter((image) => image.getClientRects().length > 0);
        for (const image of shown) {
          image.scrollIntoView();
          await image.decode().catch(() => undefined);
        }
        return shown.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src);
      });
      expect(missing).toEqual([]);
      expect(await tab.evaluate(() => (globalThis as { shifts?: number[] }).shifts)).toEqual([]);
      await context.close();
    },
  );
});

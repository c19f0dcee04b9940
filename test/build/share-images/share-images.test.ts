import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawShareImages } from '../../../src/build/share-images/draw-share-images.ts';
import { makeShareImages } from '../../../src/build/share-images/kept-share-images.ts';
import type { ShareText } from '../../../src/build/share-images/share-text.ts';
import { readCacheBytes } from '../../../src/workspace/cache-files.ts';
import { temporaryFolder } from '../../workspace/temporary-folder.ts';

const textOf = (title: string, rest: Partial<ShareText> = {}): ShareText => ({
  path: '/allegories/rain/',
  label: 'Allegory',
  title,
  accent: 'cable-violet',
  lights: [],
  name: 'The Closet',
  domain: 'closet.example',
  ...rest,
});

async function draw(text: ShareText): Promise<Buffer> {
  const drawn: Buffer[] = [];
  await drawShareImages([text], (_text, png) => drawn.push(png));
  return drawn[0]!;
}

/** Whether anything stands in a box of an image. */
async function hasInk(png: Buffer, left: number, top: number, width: number, height: number) {
  const box = await sharp(png).extract({ left, top, width, height }).png().toBuffer();
  const { channels } = await sharp(box).stats();
  return channels.some(({ min, max }) => max - min > 100);
}

describe('the image of a page', () => {
  it('is a PNG of the size that is asked for, whole and without anything beside the pixels', async () => {
    const png = await draw(textOf('Rain'));
    const { format, width, height, exif, comments } = await sharp(png, { failOn: 'warning' }).metadata();
    expect({ format, width, height, exif, comments }).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
    });
    expect(exif ?? comments).toBeUndefined();
    expect(png.length).toBeLessThan(64 * 1024);
  });

  it('has its title between the label and the address, and nothing in its margins', async () => {
    for (const title of ['Rain', 'ÅÇ gjpq '.repeat(60), 'W'.repeat(400), '雨', '👩‍💻', 'Й'.repeat(90)]) {
      const png = await draw(textOf(title, { path: `/allegories/${'rain-'.repeat(30)}x/` }));
      expect(await hasInk(png, 88, 215, 1024, 280), title).toBe(true);
      expect(await hasInk(png, 0, 0, 70, 560), title).toBe(false);
      expect(await hasInk(png, 1130, 0, 70, 560), title).toBe(false);
      expect(await hasInk(png, 0, 196, 1200, 12), title).toBe(false);
    }
  });

  it('has a light for each step, and none where there are too many', async () => {
    const lights = (count: number) => draw(textOf('Rain', { lights: [Array<boolean>(count).fill(true)] }));
    expect(await hasInk(await lights(5), 1020, 70, 100, 40)).toBe(true);
    expect(await hasInk(await lights(500), 600, 70, 520, 40)).toBe(false);
  });

  it('is the same bytes for the same text', async () => {
    expect(await draw(textOf('Rain'))).toEqual(await draw(textOf('Rain')));
  });
});

describe('images that were drawn', () => {
  const folder = join(temporaryFolder(), 'kept');
  beforeEach(() => rmSync(folder, { recursive: true, force: true }));
  const texts = [textOf('Rain'), textOf('Snow', { path: '/allegories/snow/' })];
  const stamps = () =>
    new Map(
      readdirSync(folder).map((name) => [name, statSync(join(folder, name), { bigint: true }).ctimeNs]),
    );

  it('are drawn once, and only those anew whose text is another', async () => {
    const first = await makeShareImages(texts, folder);
    expect(first.values).toMatchObject([
      { id: '/allegories/rain/', width: 1200, height: 630, alt: 'Allegory: Rain' },
      { id: '/allegories/snow/', alt: 'Allegory: Snow' },
    ]);
    const before = stamps();
    expect(await makeShareImages(texts, folder)).toEqual(first);
    expect(stamps()).toEqual(before);
    const second = await makeShareImages([texts[0]!, textOf('Hail')], folder);
    expect(second.values[0]).toEqual(first.values[0]);
    expect(second.values[1]!.url).not.toBe(first.values[1]!.url);
    expect([...stamps()].filter(([name, stamp]) => before.get(name) === stamp)).toHaveLength(2);
  });

  it('stay where a build was broken off before it took them down', async () => {
    await makeShareImages([texts[0]!], folder);
    rmSync(join(folder, 'share-images.json'));
    const before = stamps();
    await makeShareImages(texts, folder);
    for (const [name, stamp] of before) expect(stamps().get(name)).toBe(stamp);
  });

  it('are drawn anew where a file of them is damaged or missing', async () => {
    const { values, files } = await makeShareImages(texts, folder);
    const [, damaged, missing] = files;
    writeFileSync(damaged!, 'x');
    rmSync(missing!);
    expect((await makeShareImages(texts, folder)).values).toEqual(values);
    for (const file of [damaged, missing]) expect(readCacheBytes(file!)!.length).toBeGreaterThan(1000);
  });
});

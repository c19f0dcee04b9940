import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePicture, widthsBelow } from '../../../src/build/pictures/encoding/make-picture.ts';
import type { Picture } from '../../../src/lib/picture/picture.ts';
import { filesOfPicture } from '../../../src/site/pictures.ts';
import { inspectPicture, readingOf } from '../../../src/workspace/inspect-picture.ts';
import { animation, cameraData, photograph, screenshot } from '../../pictures.ts';

async function make(image: Sharp | Buffer) {
  const bytes = Buffer.isBuffer(image) ? image : await image.toBuffer();
  const { made, files } = await makePicture(bytes, readingOf(await inspectPicture(bytes)) as Picture);
  const bytesOf = ({ url }: { readonly url: string }) => files.get(url.replace('/pictures/', ''))!;
  return { made, files, bytesOf, sizeOf: (file: { readonly url: string }) => bytesOf(file).length };
}

/** Colour of a pixel. */
async function colourAt(bytes: Buffer, left: number, top: number): Promise<number[]> {
  const pixel = sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw();
  return [...(await pixel.toBuffer())];
}

const near = (colour: readonly number[], wanted: readonly number[]) =>
  colour.every((value, index) => Math.abs(value - wanted[index]!) < 40);

describe('what is made of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'has nothing in it that a camera wrote, nor does its original: %s',
    async (format) => {
      const image = photograph(900, 600).toFormat(format).withExif(cameraData).withXmp('<x>Jane Doe</x>');
      const source = await image.toBuffer();
      expect((await sharp(source).metadata()).exif).toBeDefined();
      const { made, files } = await make(source);
      expect(filesOfPicture(made).length).toBeGreaterThan(3);
      for (const content of files.values()) {
        const { exif, xmp, iptc, icc } = await sharp(content).metadata();
        expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
        for (const word of ['SecretCam', 'Jane Doe', 'At home', 'Exif', 'GPS'])
          expect(content.includes(word), word).toBe(false);
      }
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands as the camera was held: orientation %i', async (orientation) => {
    // Red is above left, as it is shown.
    const upright = await sharp({ create: { width: 64, height: 32, channels: 3, background: '#0000ff' } })
      .composite([
        { input: { create: { width: 32, height: 16, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
      ])
      .png()
      .toBuffer();
    // The library turns by the opposite of 6 and 8; all others are their own.
    const opposite = orientation === 6 ? 8 : orientation === 8 ? 6 : orientation;
    const lying = await sharp(await sharp(upright).withMetadata({ orientation: opposite }).toBuffer())
      .autoOrient()
      .png()
      .toBuffer();
    const photo = await sharp(lying)
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .withMetadata({ orientation })
      .toBuffer();
    const { made, bytesOf } = await make(photo);
    expect([made.width, made.height]).toEqual([64, 32]);
    for (const file of filesOfPicture(made)) {
      const content = bytesOf(file);
      expect(near(await colourAt(content, 8, 6), [255, 0, 0])).toBe(true);
      expect(near(await colourAt(content, 56, 26), [0, 0, 255])).toBe(true);
    }
  });

  it('has the colours of sRGB, whatever it was saved in', async () => {
    const green = sharp({ create: { width: 40, height: 40, channels: 3, background: '#00c000' } });
    const wide = await green.withIccProfile('p3').png().toBuffer();
    expect((await sharp(wide).metadata()).icc).toBeDefined();
    const { made, bytesOf } = await make(wide);
    expect((await sharp(bytesOf(made.original)).metadata()).icc).toBeUndefined();
    expect(near(await colourAt(bytesOf(made.original), 9, 9), [0, 192, 0])).toBe(true);
  });

  it('keeps to the budget of a file, be it of gravel, and offers no format first that is larger than the next', async () => {
    let state = 1;
    const grains = Buffer.alloc(900 * 700 * 3);
    for (let at = 0; at < grains.length; at++)
      grains[at] = (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 24;
    const gravel = sharp(grains, { raw: { width: 900, height: 700, channels: 3 } });
    const { made, sizeOf } = await make(gravel.jpeg({ quality: 90 }));
    const shown = [...made.sources.flatMap(({ files }) => files), made.fallback];
    for (const file of shown) expect(sizeOf(file), file.url).toBeLessThanOrEqual(200 * 1024);
    const totals = made.sources.map(({ files }) => files.reduce((sum, file) => sum + sizeOf(file), 0));
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
  });

  it('is a screenshot without any loss', async () => {
    const source = await screenshot(640, 400).png().toBuffer();
    const { made, bytesOf } = await make(source);
    expect(made.sources.map(({ type }) => type)).toEqual(['image/webp']);
    const widest = made.sources[0]!.files.at(-1)!;
    const pixels = (bytes: Buffer) => sharp(bytes).removeAlpha().raw().toBuffer();
    expect((await pixels(bytesOf(widest))).equals(await pixels(source))).toBe(true);
    expect((await pixels(bytesOf(made.fallback))).equals(await pixels(source))).toBe(true);
  });

  it('is a wide screenshot without any loss as well, in its own width', async () => {
    const { made, sizeOf } = await make(screenshot(1920, 600).png());
    expect(made.sources.map(({ type, files }) => [type, files.at(-1)!.width])).toEqual([
      ['image/webp', 1920],
    ]);
    const sizes = made.sources[0]!.files.map(sizeOf);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  it('is a photograph in both formats and several widths, and never wider than it is', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
    const grainy = sharp({ create: { width: 1000, height: 700, channels: 3, background: '#888', noise } });
    const { made } = await make(grainy.jpeg());
    expect(made.sources.map(({ type, files }) => [type, files.map(({ width }) => width)])).toEqual([
      ['image/avif', [400, 800, 1000]],
      ['image/webp', [400, 800, 1000]],
    ]);
    expect(made.fallback.width).toBe(1000);
    expect(made.original.width).toBe(1000);
  });

  it('keeps what can be seen through', async () => {
    const clear = sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    });
    const { made, files } = await make(clear.webp());
    for (const content of files.values()) expect((await sharp(content).metadata()).hasAlpha).toBe(true);
    expect(made.transparent).toBe(true);
    for (const opaque of [photograph(60, 40).jpeg(), photograph(60, 40).ensureAlpha().png()])
      expect((await make(opaque)).made.transparent).toBe(false);
  });

  it('moves, and has a first frame that does not', async () => {
    const { made, bytesOf } = await make((await animation(3)).gif());
    expect((await sharp(bytesOf(made.animation!)).metadata()).pages).toBe(3);
    for (const { files } of made.sources)
      for (const file of files) expect((await sharp(bytesOf(file)).metadata()).pages ?? 1).toBe(1);
  });
});

describe('the widths of a picture', () => {
  it.each([
    [40, [40]],
    [420, [420]],
    [500, [400, 500]],
    [1280, [400, 800, 1280]],
    [1664, [400, 800, 1200, 1664]],
  ])('leave out what is hardly narrower: %i', (top, widths) => {
    expect(widthsBelow(top)).toEqual(widths);
  });
});

// What a reader loads of one picture; the page itself weighs what it weighed.
describe('the weight of a picture', () => {
  it('is at most 60 KiB of a photograph on a telephone of two pixels to one', async () => {
    const { made, sizeOf } = await make(photograph(2400, 1600).jpeg());
    const [avif, webp] = made.sources;
    const onTelephone = (list: typeof avif) => sizeOf(list!.files.find(({ width }) => width >= 780)!);
    expect(onTelephone(avif)).toBeLessThan(60 * 1024);
    expect(onTelephone(avif)).toBeLessThan(onTelephone(webp));
    expect(sizeOf(avif!.files.at(-1)!)).toBeLessThan(240 * 1024);
  });

  it('is at most that of the file itself for a screenshot', async () => {
    const source = await screenshot(1280, 800).png({ compressionLevel: 9 }).toBuffer();
    const { made, sizeOf } = await make(source);
    expect(sizeOf(made.sources[0]!.files.at(-1)!)).toBeLessThan(source.length);
  });
});

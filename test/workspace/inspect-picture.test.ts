import { describe, expect, it } from 'vitest';
import { inspectPicture, readingOf } from '../../src/workspace/inspect-picture.ts';
import { animation, hollowPng, photograph } from '../pictures.ts';

const read = async (bytes: Buffer) => readingOf(await inspectPicture(bytes));
const small = photograph(60, 40);

describe('a picture', () => {
  it.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)('is known by its bytes: %s', async (format) => {
    const bytes = await small.clone().toFormat(format).toBuffer();
    expect(await read(bytes)).toMatchObject({ format, width: 60, height: 40, frames: 1 });
    expect(await read(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).toMatchObject({
      kind: 'unreadable',
      problem: expect.stringMatching(/damaged/) as string,
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'has the size that it is shown in, turned by orientation %i',
    async (orientation) => {
      const bytes = await small.clone().withMetadata({ orientation }).jpeg().toBuffer();
      const [width, height] = orientation < 5 ? [60, 40] : [40, 60];
      expect(await read(bytes)).toMatchObject({ width, height });
    },
  );

  it('has as many frames as move', async () => {
    const gif = await (await animation(3)).gif().toBuffer();
    expect(await read(gif)).toMatchObject({ format: 'gif', width: 40, height: 30, frames: 3 });
  });
});

describe('a file that is not shown', () => {
  const ftyp = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1');
  it.each([
    ['nothing', Buffer.alloc(0), /is empty/],
    ['text', Buffer.from('GET / HTTP/1.1'), /no picture/],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), /SVG/],
    ['a BMP', Buffer.from('BM\0\0\0\0'), /is BMP/],
    ['a TIFF', Buffer.from('II*\0\0\0\0\0'), /is TIFF/],
    ['a broken HEIC', ftyp('heic'), /damaged/],
    ['an animated AVIF', ftyp('avis'), /animated AVIF/],
    ['an animated PNG', Buffer.concat([hollowPng(9, 9), Buffer.from('acTL')]), /animated PNG/],
    ['a PNG whose pixels are missing', hollowPng(90, 90), /pixels cannot be read/],
  ])('says why: %s', async (_name, bytes, problem) => {
    const reading = await read(bytes);
    expect(reading).toMatchObject({ kind: 'unreadable', problem: expect.stringMatching(problem) as string });
    expect(reading).toHaveProperty('hint', expect.stringMatching(/\.$/));
  });

  it.each([
    ['an edge', hollowPng(60_000, 2)],
    ['all pixels', hollowPng(16_000, 16_000)],
  ])('is judged by its head alone: %s', async (_name, bytes) => {
    const inspection = await inspectPicture(bytes);
    expect(inspection.isWhole).toBeUndefined();
    expect(readingOf(inspection)).toMatchObject({ kind: 'too-large' });
  });

  it('has more frames than are read', async () => {
    const gif = await (await animation(501, 2, 2)).gif({ delay: 20 }).toBuffer();
    // Frames that are alike are one for the encoder.
    const { head } = await inspectPicture(gif);
    expect(head.frames).toBeGreaterThan(500);
    expect(await read(gif)).toMatchObject({
      kind: 'too-large',
      problem: expect.stringMatching(/frames/) as string,
    });
  });
});

import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { pathOf } from './make-posts.ts';

// Pictures for the benchmark: photographs of 12 megapixels as a telephone saves them, and screenshots of a console. The same number
// gives the same pixels.

/** Writes `count` photographs and as many screenshots below `content`, and has `posts` made-up posts show them, evenly spread. */
export async function makePictures(content: string, count: number, posts: number): Promise<void> {
  mkdirSync(join(content, 'figures'), { recursive: true });
  for (let index = 0; index < count; index++) {
    const [photo, shot] = [`bench-photo-${index}`, `bench-shot-${index}`];
    await photograph(index).toFile(join(content, 'figures', `${photo}.jpg`));
    await screenshot(index).toFile(join(content, 'figures', `${shot}.png`));
    const post = join(content, pathOf(Math.floor((index * posts) / count)));
    appendFileSync(
      post,
      `\n![Rack ${index}](../figures/${photo}.jpg "As it was.")\n\n![Console ${index}](../figures/${shot}.png)\n`,
    );
  }
}

/** Soft shapes with the grain of a small sensor, 4,000 by 3,000 pixels, some 2 MB. */
function photograph(seed: number): Sharp {
  const [width, height] = [500, 375];
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed + 1;
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const shape = Math.sin((x + seed * 31) / 40 + (at % 3)) * 60 + Math.cos((y * x) / 9000 + seed) * 50;
    pixels[at] = 128 + shape + (state >>> 28) * 2 - 16;
  }
  const small = sharp(pixels, { raw: { width, height, channels: 3 } });
  return small.resize(4000, 3000, { kernel: 'cubic' }).jpeg({ quality: 95 });
}

/** 60 lines of what looks like text, 1,920 by 1,080 pixels. */
function screenshot(seed: number): Sharp {
  const [width, height] = [1920, 1080];
  const pixels = Buffer.alloc(width * height * 3, 24);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const letter = Math.imul(Math.floor(x / 9) * 7919 + Math.floor(y / 18) * 104729 + seed, 2654435761) >>> 0;
    const isInk = x % 9 < 7 && y % 18 > 3 && y % 18 < 15 && (letter >>> ((x % 9) + (y % 18))) & 1;
    if (isInk && letter % 5 > 0) pixels.fill(216, at * 3, at * 3 + 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).png();
}

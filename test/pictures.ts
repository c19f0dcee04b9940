import { deflateSync, crc32 } from 'node:zlib';
import type { Sharp } from 'sharp';
import sharp from 'sharp';

// Pictures that tests make: nothing that somebody photographed lies in the project.

/** Soft stains in many colours, as a photograph has them. */
export function photograph(width: number, height: number): Sharp {
  const channel = (phase: number, x: number, y: number) =>
    128 + 60 * Math.sin(x / 17 + phase) + 50 * Math.cos((y + phase * x) / 31) + ((x * 7 + y * 13) % 11);
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++)
    for (let c = 0; c < 3; c++) pixels[at * 3 + c] = channel(c, at % width, Math.floor(at / width));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Two flat colours with hard edges, as a console has them. */
export function screenshot(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3, 20);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isInk = y % 16 > 3 && y % 16 < 12 && x % 9 < 6 && (x * 31 + Math.floor(y / 16) * 17) % 5 < 2;
    if (isInk) pixels.fill(220, at * 3, at * 3 + 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export async function animation(frames: number, width = 40, height = 30): Promise<Sharp> {
  const images = Array.from({ length: frames }, (_, index) =>
    sharp({ create: { width, height, channels: 3, background: { r: (index * 90) % 256, g: 80, b: 120 } } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(images), { join: { animated: true } });
}

/** What a telephone writes into a photograph. */
export const cameraData = {
  IFD0: { Make: 'SecretCam', Artist: 'Jane Doe', ImageDescription: 'At home' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '32/1 46/1 30/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '96/1 48/1 0/1',
  },
} as const;

/** A PNG of a few bytes whose head says that it has these pixels. */
export function hollowPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

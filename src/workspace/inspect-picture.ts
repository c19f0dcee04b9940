import type { Metadata } from 'sharp';
import { isPictureFormat, judgeHead, pictureLimits } from '../lib/engine.ts';
import type { PictureHead, PictureReading } from '../lib/picture/picture.ts';
import { digestOf } from './digest.ts';

// What a picture is, measured. Facts only: what follows from them is judged by the engine, anew each time.

export interface Inspection {
  readonly head: PictureHead;
  /** Whether the head says that the picture lies on its side, as EXIF's orientations 5 to 8 do. */
  readonly isTurned: boolean;
  /** Whether all of its pixels can be read; undefined where its head was reason enough not to try. */
  readonly isWhole: boolean | undefined;
  readonly digest: string;
}

/** How the library opens a file that anybody may have made: no more is decoded than its head was judged by. */
export const openOptions = { failOn: 'error', limitInputPixels: pictureLimits.pixels } as const;

/** Loaded where there is a picture: a library of native code is slow to start. */
export const loadSharp = async () => (await import('sharp')).default;

/** Reads a picture's head, and where that may be shown also its pixels, so that a file which breaks off is known. */
export async function inspectPicture(bytes: Buffer): Promise<Inspection> {
  const magic = formatByMagic(bytes);
  // The library reads many more formats, drawings among them; none of its other readers is given the bytes.
  const metadata = magic !== undefined && opened.has(magic) ? await headOf(bytes) : undefined;
  const head: PictureHead = {
    format: metadata === undefined ? magic : formatOf(metadata, magic),
    width: metadata?.width ?? 0,
    height: metadata?.pageHeight ?? metadata?.height ?? 0,
    frames: metadata?.pages ?? 1,
    bytes: bytes.length,
  };
  return {
    head,
    isTurned: (metadata?.orientation ?? 1) >= 5,
    isWhole: judgeHead(head) ? undefined : await isReadable(bytes, head),
    digest: digestOf(bytes),
  };
}

/** What the engine is given of a file that was inspected. */
export function readingOf({ head, isTurned, isWhole, digest }: Inspection): PictureReading {
  const problem = judgeHead(head);
  if (problem) return problem;
  const { format, width, height, frames } = head;
  if (!isWhole || format === undefined || !isPictureFormat(format))
    return {
      kind: 'unreadable',
      problem: 'is damaged or breaks off: its pixels cannot be read',
      hint: 'Save the picture anew, or copy it again from where it came.',
    };
  const [shownWidth, shownHeight] = isTurned ? [height, width] : [width, height];
  return { format, width: shownWidth, height: shownHeight, frames, digest };
}

const opened: ReadonlySet<string> = new Set(['png', 'jpeg', 'gif', 'webp', 'heif']);

/** By the first bytes, as the formats define them; undefined where they are of none that is known here. */
function formatByMagic(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 1024);
  if (head.startsWith('\x89PNG')) return head.includes('acTL') ? 'animated PNG' : 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('GIF8')) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  const brand = /^.{4}ftyp(.{4})/s.exec(head)?.[1];
  if (brand === 'avis') return 'animated AVIF';
  if (brand !== undefined && /^(?:avif|mi[fa][f1]|hei|hev)/.test(brand)) return 'heif';
  if (head.startsWith('BM')) return 'BMP';
  if (/^(?:II\*\0|MM\0\*)/.test(head)) return 'TIFF';
  return /^\uFEFF?\s*<(?:\?xml|svg|!DOCTYPE svg)/i.test(bytes.toString('utf8', 0, 200)) ? 'SVG' : undefined;
}

async function headOf(bytes: Buffer): Promise<Metadata | undefined> {
  const sharp = await loadSharp();
  try {
    // The head of a file that is too large is what it is refused by.
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

function formatOf({ format, compression }: Metadata, magic: string | undefined): string | undefined {
  if (format !== 'heif') return magic;
  return compression === 'av1' ? 'avif' : 'HEIC';
}

async function isReadable(bytes: Buffer, { width }: PictureHead): Promise<boolean> {
  const sharp = await loadSharp();
  try {
    // All of the file is read for it, and little of it kept.
    await sharp(bytes, { ...openOptions, pages: -1 })
      .resize({ width: Math.min(width, 64) })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

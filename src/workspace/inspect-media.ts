import { captionEndings, captionsProblem, filmEndings, isMediaFormat, judgeMedia } from '../lib/engine.ts';
import type { MediaHead } from '../lib/picture/media.ts';
import type { PictureReading } from '../lib/picture/picture.ts';
import { digestOf } from './digest.ts';
import { readContainer } from './film-container.ts';

/** What a film or its captions are, measured; see `inspect-picture.ts`. */
export interface MediaInspection {
  readonly media: MediaHead;
  readonly digest: string;
}

/** By the ending of a file's name: whether it is looked at as a film or captions. */
export function isMedia(path: string): boolean {
  return mediaName.test(path);
}

const mediaName = new RegExp(`\\.(?:${[...filmEndings, ...captionEndings].join('|')})$`, 'i');

/** `path` tells by its ending whether it is a film or captions, which begin as any text does. */
export function inspectMedia(path: string, bytes: Buffer): MediaInspection {
  const digest = digestOf(bytes);
  if (/\.vtt$/i.test(path)) {
    const problem = captionsProblemOf(bytes);
    return { media: { format: 'vtt', codecs: [], isWhole: true, bytes: bytes.length, problem }, digest };
  }
  const container = readContainer(bytes);
  const { format, codecs = [], isWhole = false } = container ?? {};
  return { media: { format, codecs, isWhole, bytes: bytes.length, problem: undefined }, digest };
}

export function mediaReadingOf({ media, digest }: MediaInspection): PictureReading {
  const problem = judgeMedia(media);
  if (problem) return problem;
  const { format, bytes } = media;
  if (format === undefined || !isMediaFormat(format)) throw new Error('judged to be no film');
  return { format, bytes, digest };
}

function captionsProblemOf(bytes: Buffer): string | undefined {
  try {
    return captionsProblem(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'are not in UTF-8';
  }
}

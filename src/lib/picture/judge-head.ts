import { limits } from './limits.ts';
import type { PictureFormat, PictureHead } from './picture.ts';
import type { PictureProblem } from './picture-problem.ts';
import { pictureFormats } from './picture.ts';

/** Why a picture is not to be read any further, by its head alone; undefined where it is. */
export function judgeHead({ format, width, height, frames, bytes }: PictureHead): PictureProblem | undefined {
  if (bytes === 0) return unreadable('is empty', 'Save the picture anew.');
  if (format === undefined)
    return unreadable(
      'is no picture: its first bytes are of no known format',
      'Save it as PNG, JPEG or WebP.',
    );
  if (format === 'heif') return unreadable(damaged, 'Save the picture anew.');
  if (!isPictureFormat(format))
    return unreadable(
      format === 'SVG'
        ? 'is a drawing in SVG, and its name says otherwise'
        : `is ${format}, which is not read here`,
      format === 'SVG' ? 'Let its name end in .svg.' : 'Save it as PNG, JPEG, WebP or GIF.',
    );
  if (bytes > limits.bytes) return tooLarge(`has ${mib(bytes)} MiB; at most ${mib(limits.bytes)} are read`);
  if (width < 1 || height < 1) return unreadable(damaged, 'Save the picture anew.');
  if (width > limits.edge || height > limits.edge)
    return tooLarge(`is ${width} by ${height} pixels; at most ${limits.edge} are read of an edge`);
  if (frames > limits.frames) return tooLarge(`has ${frames} frames; at most ${limits.frames} are read`);
  const pixels = width * height * frames;
  if (pixels > limits.pixels)
    return tooLarge(
      `has ${millions(pixels)} million pixels${frames > 1 ? ` in ${frames} frames` : ''}; at most ${millions(limits.pixels)} are read`,
    );
  return undefined;
}

const damaged = 'is damaged or breaks off: its head cannot be read';

export function isPictureFormat(format: string): format is PictureFormat {
  return pictureFormats.some((known) => known === format);
}

function unreadable(problem: string, hint: string): PictureProblem {
  return { kind: 'unreadable', problem, hint };
}

function tooLarge(problem: string): PictureProblem {
  return {
    kind: 'too-large',
    problem,
    hint: 'Make it smaller; 3,000 pixels of width are more than a page shows.',
  };
}

function mib(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}

function millions(pixels: number): number {
  return Math.ceil(pixels / 1e6);
}

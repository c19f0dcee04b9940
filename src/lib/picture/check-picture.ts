import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { MediaFormat } from './media.ts';
import { filmFormats } from './media.ts';
import type { PictureFormat, PictureReading } from './picture.ts';
import { diagnose } from './rules.ts';

/** The endings of file names, by format; the first is what a hint says. */
const pictures: Readonly<Record<PictureFormat, readonly string[]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
};

const media: Readonly<Record<MediaFormat, readonly string[]>> = {
  mp4: ['mp4', 'm4v'],
  webm: ['webm'],
  vtt: ['vtt'],
};
const endings = { ...pictures, ...media };

/** What ends the name of a file that is read as a picture or a drawing. */
export const pictureEndings: readonly string[] = [...Object.values(pictures).flat(), 'svg'];

/** What ends the name of a file that is read as a film, be it of a kind that is not shown, or as captions. */
export const filmEndings: readonly string[] = [
  ...filmFormats.flatMap((format) => media[format]),
  'mov',
  'mkv',
];
export const captionEndings: readonly string[] = media.vtt;

/** What is wrong with a picture, told where a post shows it. `path` ends with the name of its file. */
export function checkPicture(
  file: SourceFile,
  range: Range,
  path: string,
  reading: PictureReading,
): Diagnostic | undefined {
  const name = path.replace(/^.*[\\/]/, () => '');
  if ('problem' in reading) {
    const { kind, problem, hint } = reading;
    const rule = kind === 'too-large' ? 'picture/too-large' : 'picture/unreadable';
    return diagnose({ rule, file, range, message: `The ${nounOf(name)} ${name} ${problem}.`, hint });
  }
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const own = endings[reading.format];
  if (own.includes(ending)) return undefined;
  return diagnose({
    rule: 'picture/wrong-ending',
    file,
    range,
    message: `The ${nounOf(name)} ${name} is ${reading.format.toUpperCase()}, and its name says otherwise.`,
    hint: `It is shown as what it is; name it ${name.replace(/\.[^.]*$/, () => '')}.${own[0]!}.`,
  });
}

/** What a file is by its name: a picture, a film or captions. */
export function nounOf(name: string): string {
  const ending = name.replace(/^.*\./, () => '').toLowerCase();
  if (captionEndings.includes(ending)) return 'captions';
  return filmEndings.includes(ending) ? 'film' : 'picture';
}

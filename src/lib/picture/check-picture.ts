import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { PictureFormat, PictureReading } from './picture.ts';
import { diagnose } from './rules.ts';

/** The endings of file names, by format; the first is what a hint says. */
const endings: Readonly<Record<PictureFormat, readonly string[]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
};

/** What ends the name of a file that is read as a picture or a drawing. */
export const pictureEndings: readonly string[] = [...Object.values(endings).flat(), 'svg'];

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
    return diagnose({ rule, file, range, message: `The picture ${name} ${problem}.`, hint });
  }
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const own = endings[reading.format];
  if (own.includes(ending)) return undefined;
  return diagnose({
    rule: 'picture/wrong-ending',
    file,
    range,
    message: `The picture ${name} is ${reading.format.toUpperCase()}, and its name says otherwise.`,
    hint: `It is shown as what it is; name it ${name.replace(/\.[^.]*$/, () => '')}.${own[0]!}.`,
  });
}

import type { MediaFile } from '../../../lib/picture/media.ts';
import type { MediaView } from '../../../site/types/figure.ts';
import { digestOf } from '../../../workspace/digest.ts';
import { readContainer, withoutDescriptions } from '../../../workspace/film-container.ts';
import type { PictureFiles } from './make-picture.ts';

export type MadeMedia = Omit<MediaView, 'id' | 'digest' | 'kind'>;

const types = { mp4: 'video/mp4', webm: 'video/webm', vtt: 'text/vtt' } as const;

/** Makes what pages show of a film or captions: the same bytes, without what a camera wrote beside picture and sound. */
export function makeMedia(
  bytes: Buffer,
  { format }: MediaFile,
): { readonly made: MadeMedia; readonly files: PictureFiles } {
  const content = format === 'vtt' ? bytes : withoutDescriptions(bytes);
  const name = `p-${digestOf(content)}.${format}`;
  const size = format === 'vtt' ? undefined : readContainer(bytes)?.size;
  const made = { url: `/pictures/${name}`, type: types[format], bytes: content.length, size };
  return { made, files: new Map([[name, content]]) };
}

import type { Range } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Guide } from './guide.ts';

/** What of a post says where its front matter stands. */
export type FieldSource = Pick<Guide, 'file' | 'fields'>;

/**
 * Where the value of a field of the front matter stands, quotes included: `cover`, `corrects.post`, `changes.1.id`. Where the field
 * is absent, its nearest parent; the first `---` where there is no front matter.
 */
export function rangeOfField({ file, fields }: FieldSource, path: string): Range {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    if (Object.hasOwn(fields, at)) return rangeAt(file, ...fields[at]!);
    if (at === '') break;
  }
  const head = file.text.startsWith('\uFEFF') ? 1 : 0;
  return rangeAt(file, head, file.text.startsWith('---', head) ? head + 3 : head);
}

/** Where a word stands in the value of a field, without the quotes around it; the whole value where it is written otherwise. */
export function rangeInField(source: FieldSource, path: string, word: string): Range {
  const { file } = source;
  const range = rangeOfField(source, path);
  const at = file.text.slice(range.start.offset, range.end.offset).indexOf(word);
  if (at < 0) return range;
  const start = range.start.offset + at;
  return rangeAt(file, start, start + word.length);
}

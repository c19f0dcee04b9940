import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeInField } from './field-ranges.ts';
import type { PostData } from './front-matter.ts';
import type { Reference } from './guide.ts';
import { resolvePicture } from './picture-source.ts';
import type { FrontMatter } from './read-front-matter.ts';
import { referenceAstray } from './read-picture.ts';

interface Cover {
  /** The front matter, whose cover is the key of a picture. */
  readonly value: PostData | undefined;
  readonly references: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads which picture a post begins with, named as pictures are in its body; without one where it is none of the content. */
export function readCover(file: SourceFile, { value, fields }: FrontMatter): Cover {
  const written = value?.cover;
  if (value === undefined || written === undefined) return { value, references: [], diagnostics: [] };
  const range = rangeInField({ file, fields }, 'cover', written);
  const source = resolvePicture(file.path, written);
  if (!('problem' in source))
    return {
      value: { ...value, cover: source.key },
      references: [{ kind: 'figure', name: source.key, range }],
      diagnostics: [],
    };
  const diagnostics: Diagnostic[] = [];
  const isPath = file.text.slice(range.start.offset, range.end.offset) === written;
  const astray = referenceAstray(file, range, source, isPath, (found) => diagnostics.push(found));
  return { value: { ...value, cover: undefined }, references: astray ? [astray] : [], diagnostics };
}

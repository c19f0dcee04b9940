import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOfPost } from '../guide/post-place.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Corpus } from './corpus.ts';
import { unusedFile } from './findings.ts';

/** The pictures beside a post that it does not show. */
export function checkUnusedPictures({ guides, figures }: Corpus): Diagnostic[] {
  const beside = new Map<string, string[]>();
  for (const key of figures) {
    const folder = key.split('/').slice(0, 2).join('/');
    if (folder !== key) beside.set(folder, [...(beside.get(folder) ?? []), key]);
  }
  if (beside.size === 0) return [];
  return guides.flatMap(({ file, references }) => {
    const { folder, slug, hasFolder } = placeOfPost(file.path);
    const own = hasFolder ? (beside.get(`${folder}/${slug}`) ?? []) : [];
    if (own.length === 0) return [];
    const shown = new Set(references.flatMap(({ kind, name }) => (kind === 'figure' ? [name] : [])));
    const unused = own.filter((key) => !shown.has(key));
    return unused.map((key) => {
      const name = key.slice(folder.length + slug.length + 2);
      const message = `The picture ${name} lies beside this post, and the post does not show it.`;
      return unusedFile(file, rangeAt(file, 0, 0), message, `Show it, \`![…](./${name})\`, or remove it.`);
    });
  });
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOfPost } from '../guide/post-place.ts';
import { createSourceFile, rangeAt } from '../source/source-file.ts';
import { checkPicture, nounOf } from '../picture/check-picture.ts';
import type { Corpus, CorpusGuide, CorpusPicture } from './corpus.ts';
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
      const message = `The ${nounOf(name)} ${name} lies beside this post, and the post does not show it.`;
      return unusedFile(file, rangeAt(file, 0, 0), message, `Show it, \`![…](./${name})\`, or remove it.`);
    });
  });
}

/** The keys of the pictures that a post names. */
export function picturesNamedBy({ references }: Pick<CorpusGuide, 'references'>): string[] {
  return references.flatMap(({ kind, name }) => (kind === 'figure' ? [name] : []));
}

/**
 * The figures that cannot be shown and that no post names, each told at its own file; what a post names is told there. `named` are the
 * keys of those.
 */
export function checkUnnamedFigures(
  pictures: ReadonlyMap<string, CorpusPicture>,
  named: ReadonlySet<string>,
): Diagnostic[] {
  return [...pictures].flatMap(([key, { path, reading }]) => {
    // One that lies beside a post is told as unused.
    if (named.has(key) || key.includes('/') || !('problem' in reading)) return [];
    const file = createSourceFile(path, '');
    return checkPicture(file, rangeAt(file, 0, 0), path, reading) ?? [];
  });
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { addressProblem } from '../guide/address.ts';
import { kinds, slug } from '../guide/front-matter.ts';
import { placeOfPost } from '../guide/post-place.ts';
import { createSourceFile, rangeAt } from '../source/source-file.ts';
import type { ContentFile } from './content-places.ts';
import { placeInContent, readInstead } from './content-places.ts';
import { sameAddress, unusedFile } from './findings.ts';
import type { CheckRuleId } from './rules.ts';
import { diagnose } from './rules.ts';

/** What lies under a content folder. Paths are from there, with `/`. */
export interface ContentFileList {
  readonly files: readonly string[];
  /** Files and folders that the disk or the decoder refuses, and why, in words that end a sentence. */
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
  /** The content folder, as diagnostics shall name it: `src/content`. */
  readonly root: string;
}

/**
 * Proves that every file of the content is used, and that each that is has an address of its own. A file that nothing reads is a
 * warning: nothing on the site is wrong by it, and something that its author wrote is missing.
 */
export function checkContentFiles({ files, unreadable, root }: ContentFileList): Diagnostic[] {
  const placeOf = (path: string) => {
    const file = createSourceFile(`${root}/${path}`, '');
    return { file, range: rangeAt(file, 0, 0) };
  };
  const report = (rule: CheckRuleId, path: string, message: string, hint: string): Diagnostic =>
    diagnose({ rule, ...placeOf(path), message, hint });
  const reportUnused = (path: string, message: string): Diagnostic => {
    const { file, range } = placeOf(path);
    return unusedFile(file, range, message, readInstead(path));
  };
  const first = new Map<string, string>();
  const checkUsed = (path: string, { collection, id }: ContentFile): Diagnostic | undefined => {
    const key = `${collection}/${id}`;
    const other = first.get(key);
    if (other !== undefined) {
      const message = `“${id}” is there twice: ${root}/${other} has the same name.`;
      const { file, range } = placeOf(path);
      return sameAddress(file, range, message, 'Keep one of the two files, or rename one.');
    }
    first.set(key, path);
    const problem = nameProblem({ collection, id });
    if (problem === undefined) return undefined;
    return report('content/file-name', path, `The file's name “${id}” ${problem}.`, nameHint);
  };
  const folders = new Set(
    files.filter((path) => path.split('/').length === 3 && placeOfPost(path).hasFolder).map(folderOfPost),
  );
  return [
    ...files.flatMap((path): Diagnostic[] => {
      const place = placeInContent(path);
      const isStray = place?.collection === 'pictures' && !folders.has(folderOfPost(path));
      const found = isStray
        ? reportUnused(path, 'No post lies in the folder of this picture.')
        : place
          ? checkUsed(path, place)
          : reportUnused(path, 'Nothing reads this file.');
      return found ? [found] : [];
    }),
    ...unreadable.map(({ path, problem }) =>
      report(
        'content/unreadable-file',
        path,
        `The file cannot be read: ${problem}.`,
        'Mend the file, or remove it.',
      ),
    ),
  ];
}

/** `allegories/a-sandbox` for all that lies in it. */
function folderOfPost(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

const nameHint = 'Name the file with lower-case words joined by hyphens, for example storage-times.';

/** Posts are told by their own reading, rules and evidence by theirs. */
function nameProblem({ collection, id }: ContentFile): string | undefined {
  if (
    collection === 'rules' ||
    collection === 'evidence' ||
    collection === 'ledger' ||
    collection === 'pictures' ||
    kinds.some((kind) => kind === collection)
  )
    return undefined;
  return addressProblem(id) ?? (slug.safeParse(id).success ? undefined : 'cannot be an address');
}

import { basename, dirname, relative, resolve } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { PictureReading } from '../lib/picture/picture.ts';
import {
  checkContentFiles,
  checkUnnamedFigures,
  createSourceFile,
  dialectIds,
  findFrontMatter,
  formatOfPost,
  isPostFile,
  kinds,
  languages,
  placeInContent,
  placeOfPost,
  postEndings,
  unreadableSite,
} from '../lib/engine.ts';
import type { DialectId } from '../lib/platforms/dialects.ts';
import type { ContentFiles } from '../workspace/content.ts';
import { listContent, namedPictures } from '../workspace/content.ts';
import { siteFile, siteName } from '../workspace/site-file.ts';
import { filesUnder } from '../workspace/list-files.ts';
import { contentFolder, shownPath, withSlashes } from '../workspace/paths.ts';
import { kindOfPath, readText } from '../workspace/text-file.ts';

/** A file to check. */
export interface CheckTarget {
  /** As the user gave it, with `/` between folders. */
  readonly shown: string;
  /** Absolute. */
  readonly path: string;
  readonly kind:
    'post' | 'lab' | 'comparison' | 'figure' | 'rule' | 'site' | 'report' | 'records' | DialectId;
}

/** A file that cannot be checked, and why. */
export interface Failure {
  readonly shown: string;
  readonly problem: string;
}

export interface Targets {
  readonly targets: readonly CheckTarget[];
  readonly failures: readonly Failure[];
}

const extensions = [
  ...postEndings.map((one) => `.${one}`),
  '.yaml',
  '.yml',
  '.svg',
  ...dialectIds.flatMap((id) => languages[id].extensions),
];

/** The project's own content. */
export interface ContentTargets {
  readonly targets: readonly CheckTarget[];
  /** What is wrong with what lies where, rather than with what stands in it; `refused` are targets that could not be read. */
  checkFiles(refused: readonly Failure[]): readonly Diagnostic[];
  /** What is wrong with the figures that no post names; `named` are the keys of those that one does. */
  checkFigures(
    readings: ReadonlyMap<string, PictureReading>,
    named: ReadonlySet<string>,
  ): readonly Diagnostic[];
  /** By what they are. */
  readonly files: ContentFiles;
}

/** Everything under `src/content`: posts of all kinds, labs, comparisons, figures, pages of rules and what programs wrote; and who the site is. */
export function findContent(): ContentTargets {
  const at = (kind: CheckTarget['kind']) => (path: string) => ({ shown: shownPath(path), path, kind });
  const files = listContent();
  const { all, pictures, unreadable } = files;
  const { posts, labs, comparisons, figures, rules, accuracy, evidence, addresses } = files;
  const targets = [
    ...posts.map(at('post')),
    ...labs.map(at('lab')),
    ...comparisons.map(at('comparison')),
    ...figures.map(at('figure')),
    ...rules.map(at('rule')),
    ...accuracy.map(at('report')),
    ...evidence.map(at('records')),
    at('site')(siteFile),
  ];
  const root = shownPath(contentFolder);
  const isSite = ({ shown }: Failure) => shown === shownPath(siteFile);
  const fromRoot = ({ shown, problem }: Failure) => ({ path: shown.slice(root.length + 1), problem });
  // Where they lead is looked at with the posts.
  const refusedAddresses = addresses.flatMap((path) => {
    const read = readText(path);
    return 'problem' in read ? [{ shown: shownPath(path), problem: read.problem }] : [];
  });
  return {
    targets,
    checkFiles: (refused) => [
      ...checkContentFiles({
        files: all,
        unreadable: [
          ...unreadable,
          ...[...refused, ...refusedAddresses].filter((failure) => !isSite(failure)).map(fromRoot),
        ],
        root,
      }),
      ...refused.filter(isSite).map(({ problem }) => unreadableSite(createSourceFile(siteName, ''), problem)),
    ],
    checkFigures: (readings, named) => checkUnnamedFigures(namedPictures(pictures, readings), named),
    files,
  };
}

/** Endings of files that may be anything: what is in one is said by the platform that the user names. */
const plainEndings = ['.cfg', '.conf', '.config', '.txt'];

/**
 * The files that the words of the command line name; a folder stands for all such files in it. Each file once. `dialect` is what a text
 * without an ending of its own is written in.
 */
export function findTargets(words: readonly string[], dialect?: DialectId): Targets {
  const targets = new Map<string, CheckTarget>();
  const failures: Failure[] = [];
  const add = (shown: string, named: boolean) => {
    const path = resolve(shown);
    if (targets.has(path)) return;
    const kind = classify(path, named, dialect);
    if (typeof kind === 'string') targets.set(path, { shown: withSlashes(shown), path, kind });
    else if (named) failures.push({ shown: withSlashes(shown), problem: kind.problem });
  };
  for (const word of words) {
    const what = kindOfPath(word);
    if (what === 'file') add(word, true);
    else if (what === 'folder') {
      const paths = filesUnder(word, extensions);
      for (const path of paths) add(path, false);
      if (paths.length === 0)
        failures.push({
          shown: withSlashes(word),
          problem: `no file in it is one of ${extensions.join(', ')}`,
        });
    } else failures.push({ shown: withSlashes(word) || '“”', problem: what.problem });
  }
  return { targets: [...targets.values()], failures };
}

function classify(
  path: string,
  named: boolean,
  plain: DialectId | undefined,
): CheckTarget['kind'] | { readonly problem: string } {
  if (isPostFile(path)) return classifyText(path, named);
  // Not every drawing in a folder is one that a post shows.
  if (path.endsWith('.svg'))
    return named || basename(dirname(path)) === 'figures' ? 'figure' : { problem: 'it is not among figures' };
  const dialect = dialectIds.find((id) => languages[id].extensions.some((one) => path.endsWith(one)));
  if (dialect) return dialect;
  if (plainEndings.some((one) => path.toLowerCase().endsWith(one)))
    return plain ?? { problem: 'its name does not say what it holds: name what it is for with --platform' };
  if (!/\.ya?ml$/.test(path))
    return { problem: `it is none of the files checked here: ${extensions.join(', ')}` };
  const folder = basename(dirname(path));
  if (basename(path) === 'site.yaml') return 'site';
  if (folder === 'labs') return 'lab';
  if (folder === 'comparisons') return 'comparison';
  const read = readText(path);
  if ('problem' in read) return read;
  if (/^(?:devices|networks):/m.test(read.text)) return 'lab';
  if (/^(?:rows|columns):/m.test(read.text)) return 'comparison';
  return { problem: 'it is neither a lab (`devices:`) nor a comparison (`rows:`)' };
}

/** Not every Markdown is a post: there are pages of rules, and notes that nobody publishes. */
function classifyText(path: string, named: boolean): CheckTarget['kind'] | { readonly problem: string } {
  if (formatOfPost(path) === 'mdx') return 'post';
  const within = withSlashes(relative(contentFolder, path));
  if (placeInContent(within)?.collection === 'rules') return 'rule';
  const { folder } = placeOfPost(path);
  if (kinds.some((kind) => kind === folder)) return 'post';
  const read = readText(path);
  if ('problem' in read) return read;
  const isPost = named && findFrontMatter(read.text) !== undefined;
  return isPost ? 'post' : { problem: 'it lies in no folder of posts, and has no front matter' };
}

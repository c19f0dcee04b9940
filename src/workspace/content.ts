import { basename, extname, join, relative } from 'node:path';
import { kinds } from '../lib/engine.ts';
import type { ListOptions } from './list-files.ts';
import { listFiles } from './list-files.ts';
import { contentFolder, projectRoot, withSlashes } from './paths.ts';
import { readUtf8 } from './text-file.ts';

/** The files under src/content that are content, by absolute path, in the order of their paths. */
export interface ContentFiles {
  /** Kind by kind. */
  readonly posts: readonly string[];
  readonly labs: readonly string[];
  readonly comparisons: readonly string[];
  readonly rules: readonly string[];
  /** Reports of measurements. */
  readonly accuracy: readonly string[];
  readonly figures: readonly string[];
}

/** What counts as content: the check and the build differ in files that are rare. */
export interface ContentScope extends Omit<ListOptions, 'extensions'> {
  /** What labs and comparisons end with. */
  readonly data: readonly string[];
}

/** Files that lie in their folder itself, hidden ones and links too. */
export const checkedScope: ContentScope = {
  folders: 'none',
  links: 'files',
  lenient: true,
  data: ['.yaml', '.yml'],
};

/** Files at any depth, without hidden ones and links. */
export const builtScope: ContentScope = { folders: 'all', links: 'ignored', hidden: false, data: ['.yaml'] };

export function listContent({ data, ...options }: ContentScope): ContentFiles {
  const list = (folder: string, extensions: readonly string[]) =>
    listFiles(join(contentFolder, folder), { ...options, extensions }).sort(byPath);
  return {
    posts: kinds.flatMap((kind) => list(kind, ['.mdx'])),
    labs: list('labs', data),
    comparisons: list('comparisons', data),
    rules: list('rules', ['.md']),
    accuracy: list('accuracy', ['.json']),
    figures: list('figures', ['.svg']),
  };
}

function byPath(a: string, b: string): number {
  return withSlashes(a) < withSlashes(b) ? -1 : 1;
}

/** A text of the content, by its path from the project's root, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The content with its texts. */
export interface Sources {
  readonly posts: readonly Source[];
  readonly labs: readonly Source[];
  readonly comparisons: readonly Source[];
  readonly rules: readonly Source[];
  /** Reports of measurements. */
  readonly accuracy: readonly Source[];
  /** Names without extension. */
  readonly figures: readonly string[];
}

/** Everything that the site is made from. Throws where a file cannot be read. */
export function readSources(): Sources {
  const { posts, labs, comparisons, rules, accuracy, figures } = listContent(builtScope);
  return {
    posts: posts.map(readSource),
    labs: labs.map(readSource),
    comparisons: comparisons.map(readSource),
    rules: rules.map(readSource),
    accuracy: accuracy.map(readSource),
    figures: figures.map((path) => basename(path, extname(path))),
  };
}

function readSource(path: string): Source {
  return { path: withSlashes(relative(projectRoot, path)), text: readUtf8(path) };
}

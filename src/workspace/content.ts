import { join, relative, resolve } from 'node:path';
import { kinds, placeInContent } from '../lib/engine.ts';
import type { ContentCollection } from '../lib/check/content-places.ts';
import { walkContent } from './content-walk.ts';
import type { CorpusPicture } from '../lib/check/corpus.ts';
import type { PictureReading } from '../lib/picture/picture.ts';
import { contentFolder, contentName, projectRoot, shownPath, withSlashes } from './paths.ts';
import { readText } from './text-file.ts';

/** A path from the content folder, with `/`, and what the disk or the decoder refuses there, in words that end a sentence. */
export interface UnreadableFile {
  readonly path: string;
  readonly problem: string;
}

/** All that lies under src/content: the one list, by which everything that reads the content goes. */
export interface ContentFiles {
  /** Absolute paths by what they are, in the order of their paths; posts kind by kind. */
  readonly posts: readonly string[];
  readonly labs: readonly string[];
  readonly comparisons: readonly string[];
  readonly rules: readonly string[];
  /** Reports of measurements. */
  readonly accuracy: readonly string[];
  /** What was recorded of PowerShell's own engine. */
  readonly evidence: readonly string[];
  /** The list of what was once published. */
  readonly addresses: readonly string[];
  /** Drawings, in SVG, among the figures and beside posts. */
  readonly figures: readonly string[];
  /** Pictures made of pixels, there as well. */
  readonly pictures: readonly string[];
  /** Entries of the ledger. */
  readonly ledger: readonly string[];
  /** Every file, read or not, as its path from the content folder, with `/`. */
  readonly all: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
}

/** `folder` is another content folder than the project's own, for tests. */
export function listContent(folder = contentFolder): ContentFiles {
  const root = resolve(folder);
  const found = walkContent(root);
  const fromFolder = (path: string) => pathFrom(root, path);
  const all = found.files.map(fromFolder).sort(byText);
  const byCollection = Map.groupBy(all, (path) => placeInContent(path)?.collection);
  const of = (collection: ContentCollection) =>
    (byCollection.get(collection) ?? []).map((path) => join(root, path));
  const shown = [...of('figures'), ...of('pictures')];
  return {
    posts: kinds.flatMap(of),
    labs: of('labs'),
    comparisons: of('comparisons'),
    rules: of('rules'),
    accuracy: of('accuracy'),
    evidence: of('evidence'),
    addresses: of('addresses'),
    figures: shown.filter(isDrawing),
    pictures: shown.filter((path) => !isDrawing(path)),
    ledger: of('ledger'),
    all,
    unreadable: found.unreadable.map(({ path, problem }) => ({ path: fromFolder(path), problem })),
  };
}

/** The path, with `/`, from a folder that it lies in. Both are absolute. */
function pathFrom(folder: string, path: string): string {
  return withSlashes(path.slice(folder.length + 1));
}

function isDrawing(path: string): boolean {
  return /\.svg$/i.test(path);
}

/** What posts name a drawing or a picture by: the name of a figure, the path from the content folder of one beside a post. */
export function pictureKey(path: string, folder = contentFolder): string {
  const within = withSlashes(relative(folder, resolve(projectRoot, path)));
  return placeInContent(within)?.id ?? within;
}

/** What was found of pictures, by their keys, under the paths that diagnostics name them by. `paths` are absolute. */
export function namedPictures(
  paths: readonly string[],
  readings: ReadonlyMap<string, PictureReading>,
): ReadonlyMap<string, CorpusPicture> {
  return new Map(
    paths.flatMap((path): [string, CorpusPicture][] => {
      const reading = readings.get(path);
      return reading ? [[pictureKey(path), { path: shownPath(path), reading }]] : [];
    }),
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
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
  readonly evidence: readonly Source[];
  readonly figures: readonly Source[];
  /** Absolute paths; they are no texts. */
  readonly pictures: readonly string[];
  /** All of it by what it is, as it was listed. */
  readonly listed: ContentFiles;
  /** Every file, read or not, as its path from the content folder, with `/`. */
  readonly files: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Everything that the site is made from. What cannot be read is among `unreadable`, and nowhere else. */
export function readSources(): Sources {
  const listed = listContent();
  const { all, pictures, unreadable } = listed;
  const { posts, labs, comparisons, rules, accuracy, evidence, addresses, figures } = listed;
  const refused = [...unreadable];
  const read = (path: string): Source[] => {
    const file = readText(path);
    const within = pathFrom(contentFolder, path);
    if (!('problem' in file)) return [{ path: `${contentName}/${within}`, text: file.text }];
    refused.push({ path: within, problem: file.problem });
    return [];
  };
  // It is read where it is compared.
  addresses.forEach(read);
  return {
    posts: posts.flatMap(read),
    labs: labs.flatMap(read),
    comparisons: comparisons.flatMap(read),
    rules: rules.flatMap(read),
    accuracy: accuracy.flatMap(read),
    evidence: evidence.flatMap(read),
    figures: figures.flatMap(read),
    pictures,
    listed,
    files: all,
    unreadable: refused,
  };
}

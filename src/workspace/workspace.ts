import { basename, dirname, extname, join } from 'node:path';
import type { FileReport } from '../lib/diagnostics/json.ts';
import type { Engine } from '../lib/engine.ts';
import { createSourceFile, isIndex, kindOfPost, kinds, withoutEnding } from '../lib/engine.ts';
import type { Lab } from '../lib/lab/lab.ts';
import { digestOf } from './digest.ts';
import { filesIn } from './list-files.ts';
import { contentFolder, shownPath } from './paths.ts';

/** Reads a text, the newest state of it where it was repaired; undefined where it cannot be read. */
export type ReadText = (path: string) => string | undefined;

/** What is wrong with a lab that posts need, and where it lies. */
export interface LabReport extends FileReport {
  /** Absolute. */
  readonly path: string;
}

/** What a post can name: found beside the folder the post is in, then in the project's own content. */
export interface Workspace {
  /** Folders that may hold `labs`, `comparisons`, `figures` and other posts; the nearest first. `find-pictures.ts` finds figures. */
  readonly roots: readonly string[];
  readonly labs: ReadonlyMap<string, Lab>;
  /** By id: of all that a lab is read from. */
  readonly labDigests: ReadonlyMap<string, string>;
  /** By id: labs that are there and do not hold. */
  readonly brokenLabs: ReadonlyMap<string, LabReport>;
  readonly comparisons: ReadonlySet<string>;
}

/** `folder`: the one in which posts of a kind lie. */
export function rootsOf(folder: string): string[] {
  return [...new Set([dirname(folder), folder, contentFolder])];
}

/** Of several posts, by their paths: the folders near to each, then the project's own content. */
export function rootsOfPosts(paths: readonly string[]): string[] {
  const near = paths.flatMap((path) => rootsOf(kindFolderOf(path)).slice(0, 2));
  return [...new Set([...near, contentFolder])];
}

export function openWorkspace(roots: readonly string[], engine: Engine, read: ReadText): Workspace {
  const labs = new Map<string, Lab>();
  const labDigests = new Map<string, string>();
  const brokenLabs = new Map<string, LabReport>();
  for (const path of roots.flatMap((root) => filesIn(join(root, 'labs'), ['.yaml', '.yml']))) {
    const id = nameOf(path);
    const text = labs.has(id) || brokenLabs.has(id) ? undefined : read(path);
    if (text === undefined) continue;
    const file = createSourceFile(shownPath(path), text);
    const { value, diagnostics } = engine.readLab(file);
    if (value) {
      labs.set(id, value);
      labDigests.set(id, digestOf(file.path, text));
    } else brokenLabs.set(id, { path, file, diagnostics, commands: [] });
  }
  const names = (folder: string, extensions: readonly string[]) =>
    new Set(roots.flatMap((root) => filesIn(join(root, folder), extensions).map(nameOf)));
  return {
    roots,
    labs,
    labDigests,
    brokenLabs,
    comparisons: names('comparisons', ['.yaml', '.yml']),
  };
}

function nameOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}

/** The folder in which posts of this one's kind lie: the one above its own, where it has one. */
export function kindFolderOf(path: string): string {
  const folder = dirname(path);
  return hasOwnFolder(path) ? dirname(folder) : folder;
}

/** The path by which the engine knows a post, `…/<kind>/<slug>.mdx` or `…/<kind>/<slug>/index.mdx`, wherever it lies. */
export function enginePath(path: string, text: string): string {
  const folder = kindFolderOf(path);
  const kind = kindOfPost(path, text);
  if (basename(folder) === kind) return path;
  if (hasOwnFolder(path)) return join(folder, kind, slugFrom(basename(dirname(path))), basename(path));
  return join(folder, kind, slugFrom(withoutEnding(basename(path))) + extname(path));
}

/** A file `index.mdx` in the folder of a kind would be a post of that name. */
function hasOwnFolder(path: string): boolean {
  return isIndex(basename(path)) && !kinds.some((kind) => kind === basename(dirname(path)));
}

function slugFrom(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'post';
}

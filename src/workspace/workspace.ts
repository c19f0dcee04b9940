import { basename, dirname, join } from 'node:path';
import type { FileReport } from '../lib/diagnostics/json.ts';
import type { Engine } from '../lib/engine.ts';
import { createSourceFile, kindOfPost } from '../lib/engine.ts';
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
  /** Folders that may hold `labs`, `comparisons`, `figures` and other posts; the nearest first. */
  readonly roots: readonly string[];
  readonly labs: ReadonlyMap<string, Lab>;
  /** By id: of all that a lab is read from. */
  readonly labDigests: ReadonlyMap<string, string>;
  /** By id: labs that are there and do not hold. */
  readonly brokenLabs: ReadonlyMap<string, LabReport>;
  readonly comparisons: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

export function rootsOf(folder: string): string[] {
  return [...new Set([dirname(folder), folder, contentFolder])];
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
    figures: names('figures', ['.svg']),
  };
}

function nameOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}

/** The path by which the engine knows a post, `…/<kind>/<slug>.mdx`, wherever it lies. */
export function enginePath(path: string, text: string): string {
  const slug = basename(path, '.mdx')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const folder = dirname(path);
  const kind = kindOfPost(path, text);
  if (basename(folder) === kind) return path;
  return join(folder, kind, `${slug || 'post'}.mdx`);
}

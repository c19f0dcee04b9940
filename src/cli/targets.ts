import { basename, dirname, join, relative, resolve } from 'node:path';
import type { DialectId } from '../lib/platforms/platforms.ts';
import { kinds } from '../lib/guide/front-matter.ts';
import { contentRoot, filesIn, filesUnder, kindOf, readText } from '../workspace/files.ts';

/** A file to check. */
export interface Target {
  /** As the user gave it, with `/` between folders. */
  readonly shown: string;
  /** Absolute. */
  readonly path: string;
  readonly kind: 'post' | 'lab' | 'comparison' | DialectId;
}

/** A file that cannot be checked, and why. */
export interface Failure {
  readonly shown: string;
  readonly problem: string;
}

export interface Targets {
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
}

const extensions = ['.mdx', '.yaml', '.yml', '.ps1', '.psm1', '.ios'];

/** Everything under `src/content`: posts of all kinds, labs and comparisons. */
export function findContent(): Target[] {
  const at = (kind: Target['kind']) => (path: string) => ({ shown: shownPath(path), path, kind });
  return [
    ...kinds.flatMap((kind) => filesIn(join(contentRoot, kind), ['.mdx']).map(at('post'))),
    ...filesIn(join(contentRoot, 'labs'), ['.yaml', '.yml']).map(at('lab')),
    ...filesIn(join(contentRoot, 'comparisons'), ['.yaml', '.yml']).map(at('comparison')),
  ];
}

/** The files that the words of the command line name; a folder stands for all such files in it. Each file once. */
export function findTargets(words: readonly string[]): Targets {
  const targets = new Map<string, Target>();
  const failures: Failure[] = [];
  const add = (shown: string, named: boolean) => {
    const path = resolve(shown);
    if (targets.has(path)) return;
    const kind = classify(path);
    if (typeof kind === 'string') targets.set(path, { shown: slashes(shown), path, kind });
    else if (named) failures.push({ shown: slashes(shown), problem: kind.problem });
  };
  for (const word of words) {
    const what = kindOf(word);
    if (what === 'file') add(word, true);
    else if (what === 'folder') {
      const paths = filesUnder(word, extensions);
      for (const path of paths) add(path, false);
      if (paths.length === 0)
        failures.push({ shown: slashes(word), problem: `no file in it is one of ${extensions.join(', ')}` });
    } else failures.push({ shown: slashes(word) || '“”', problem: what.problem });
  }
  return { targets: [...targets.values()], failures };
}

function classify(path: string): Target['kind'] | { readonly problem: string } {
  if (path.endsWith('.mdx')) return 'post';
  if (path.endsWith('.ps1') || path.endsWith('.psm1')) return 'powershell';
  if (path.endsWith('.ios')) return 'ios';
  if (!/\.ya?ml$/.test(path))
    return { problem: `it is none of the files checked here: ${extensions.join(', ')}` };
  const folder = basename(dirname(path));
  if (folder === 'labs') return 'lab';
  if (folder === 'comparisons') return 'comparison';
  const read = readText(path);
  if ('problem' in read) return read;
  if (/^(?:devices|networks):/m.test(read.text)) return 'lab';
  if (/^(?:rows|columns):/m.test(read.text)) return 'comparison';
  return { problem: 'it is neither a lab (`devices:`) nor a comparison (`rows:`)' };
}

/** A path from the folder the user is in, where that is shorter to read. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return slashes(near.startsWith('../..') ? path : near);
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

import type { Dirent } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from './text-file.ts';

/** What lies in a folder of content. */
export interface FoundFiles {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** What the disk refuses, and why, in words that end a sentence. */
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
}

/**
 * Every file of a folder and of the folders within, level by level in the order of names, which is one order on every system. A link
 * to a file is that file. A link to a folder is not followed, since it may lead back. Hidden folders are passed over, and of hidden
 * files those that programs write beside a text that is open or copied.
 */
export function walkContent(folder: string): FoundFiles {
  const files: string[] = [];
  const unreadable: { path: string; problem: string }[] = [];
  const walk = (at: string) => {
    for (const entry of entriesOf(at, (problem) => unreadable.push({ path: at, problem }))) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.')) walk(path);
        continue;
      }
      if (isLeftByProgram(entry.name)) continue;
      const problem = problemOf(entry, path);
      if (problem === undefined) files.push(path);
      else unreadable.push({ path, problem });
    }
  };
  walk(folder);
  return { files, unreadable };
}

/** `.#post.mdx` of Emacs, `._post.mdx` of macOS, `.post.mdx.swp` of Vim, and files for a program of their own, as `.DS_Store`. */
function isLeftByProgram(name: string): boolean {
  return /^\.[#_]|^\.[^.]*$|^\..*\.sw[a-p]$/.test(name);
}

function entriesOf(folder: string, onProblem: (problem: string) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') onProblem(reasonOf(error));
    return [];
  }
}

/** Why what is no folder cannot be read as a file; a pipe, for one, would be waited for. */
function problemOf(entry: Dirent, path: string): string | undefined {
  if (entry.isFile()) return undefined;
  if (!entry.isSymbolicLink()) return 'it is no ordinary file';
  try {
    const target = statSync(path);
    if (target.isDirectory()) return 'it is a link to a folder, which is not followed';
    return target.isFile() ? undefined : 'it is a link to something that is no ordinary file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'it is a link that leads nowhere' : reasonOf(error);
  }
}

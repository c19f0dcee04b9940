import type { FSWatcher } from 'node:fs';
import { existsSync, statSync, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { siteFile } from '../workspace/site-file.ts';
import { contentFolder, shownPath } from '../workspace/paths.ts';

/** Files that are saved together, within so many milliseconds, are one change. */
const debounce = 60;

/**
 * Begins at once, with undefined, and goes on with the path of a file each time that one has changed: under the content, beside it, and
 * where the words of a command line lead. Changes while nobody waits are kept as one.
 */
export async function* changes(words: readonly string[]): AsyncGenerator<string | undefined> {
  let changed: string | undefined;
  let wake: (() => void) | undefined;
  const note = (path: string) => {
    changed = shownPath(path);
    wake?.();
  };
  const watchers = foldersToWatch(words).map(([folder, recursive]) => watchFolder(folder, recursive, note));
  try {
    yield undefined;
    for (;;) {
      if (changed === undefined) await new Promise<void>((resume) => (wake = resume));
      await new Promise((resume) => setTimeout(resume, debounce));
      const path = changed;
      changed = undefined;
      yield path;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

function foldersToWatch(words: readonly string[]): [folder: string, recursive: boolean][] {
  const named = words
    .filter((word) => !word.startsWith('-') && existsSync(word))
    .map((word): [string, boolean] => {
      const path = resolve(word);
      return statSync(path).isDirectory() ? [path, true] : [dirname(path), false];
    });
  const folders = new Map([...named, [dirname(siteFile), false] as const, [contentFolder, true] as const]);
  return [...folders];
}

function watchFolder(folder: string, recursive: boolean, note: (path: string) => void): FSWatcher {
  return watch(folder, { recursive }, (_event, name) => {
    // What editors write beside a file before they replace it.
    if (name === null || /(?:^|[\\/])\.|~$|\.sw[px]$/.test(name)) return;
    note(join(folder, name));
  });
}

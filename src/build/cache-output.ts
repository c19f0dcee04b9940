import { mkdirSync, readdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pathsOf } from './output-paths.ts';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { readCacheFile } from '../workspace/cache-files.ts';

// Astro empties the folder of the site and copies every unchanged page there again, which for a thousand pages takes longer than
// anything else in a build. So it is told not to empty the folder, and finds the pages of the last build there. What it finds must
// be what that build left, and in the end nothing else may lie there.

/** What the last whole build left, with the stamps of the files. */
interface OutputRecord {
  /** Of Astro's own record of pages and their keys. */
  readonly keys: string;
  /** By path from the folder of the site. */
  readonly files: Readonly<{ [path: string]: string }>;
}

export interface Places {
  /** The folder of the site. */
  readonly output: string;
  /** Where the record of the last whole build is kept. */
  readonly record: string;
  /** Astro's own record. */
  readonly keys: string;
}

/**
 * Before a build: leaves the pages of the last one where they are and removes everything else. Where the last build did not end
 * well, or anything is not as it was left, it is removed, and Astro makes it or takes it from its cache. Gives the paths of what
 * was left.
 */
export function leaveUntouched({ output, record, keys }: Places): readonly string[] {
  const before = readCacheFile<OutputRecord>(record);
  // A build that ends here leaves no record.
  rmSync(record, { force: true });
  const known = before !== undefined && before.keys === mtimeKey(keys) ? before.files : {};
  const left: string[] = [];
  /** True where something is left in the folder. */
  const clear = (folder: string): boolean => {
    let used = false;
    for (const entry of readdirSync(join(output, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const whole = join(output, path);
      // A site may be handed to its host as a repository of its own; Astro leaves that alone, too.
      if (path === '.git') used = true;
      else if (entry.isDirectory()) {
        if (clear(path)) used = true;
        else rmdirSync(whole);
      } else if (known[path] !== undefined && known[path] === mtimeKey(whole)) {
        used = true;
        left.push(path);
      } else rmSync(whole);
    }
    return used;
  };
  mkdirSync(output, { recursive: true });
  clear('');
  return left;
}

/** After a build: removes what was left from the last one and is no page any more, and notes the pages for the next. */
export function noteOutput(
  { output, record, keys }: Places,
  left: readonly string[],
  made: readonly string[],
): void {
  const pages = new Set(made);
  for (const path of left) if (!pages.has(path)) removeWithFolders(output, path);
  const files: OutputRecord['files'] = Object.fromEntries(
    made.flatMap((path) => {
      const stamp = mtimeKey(join(output, path));
      return stamp === undefined ? [] : [[path, stamp]];
    }),
  );
  const keysStamp = mtimeKey(keys);
  if (keysStamp === undefined) return;
  const now: OutputRecord = { keys: keysStamp, files };
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, JSON.stringify(now));
}

/** Removes a file, and the folders that are empty without it. */
function removeWithFolders(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(root, folder)).length > 0) return;
    rmdirSync(join(root, folder));
  }
}

/** Stands after integrations that lay something aside before the folder is cleared. */
export function keptOutput(): AstroIntegration {
  let places: Places | undefined;
  let left: readonly string[] = [];
  return {
    name: 'kept-output',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done'({ config }) {
        const cache = fileURLToPath(config.cacheDir);
        places = {
          output: fileURLToPath(config.outDir),
          record: join(cache, 'kept-output.json'),
          keys: join(cache, 'incremental-build.json'),
        };
      },
      'astro:build:start'() {
        if (places) left = leaveUntouched(places);
      },
      'astro:build:done'({ assets, dir }) {
        if (places) noteOutput(places, left, pathsOf(assets, dir));
      },
    },
  };
}

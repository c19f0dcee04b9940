import { mkdirSync, readdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCacheFile } from '../workspace/cache-files.ts';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { pathsOf } from './output-paths.ts';

// Astro empties the folder of the site and copies every unchanged page there again, which for a thousand pages needs longer than
// anything else in a build. So it is configured not to empty the folder, and finds the pages of the last build there. What it
// finds must be what that build wrote, and in the end nothing else may lie there.

/** What the last whole build wrote. */
interface OutputRecord {
  /** The `mtimeKey` of Astro's own record of pages and their keys. */
  readonly keys: string;
  /** The `mtimeKey` of each file, by path from the folder of the site. */
  readonly files: Readonly<{ [path: string]: string }>;
}

export interface OutputLocations {
  /** The folder of the site. */
  readonly output: string;
  /** The file with the record of the last whole build. */
  readonly record: string;
  /** Astro's own record. */
  readonly keys: string;
}

/**
 * Before a build: removes everything but the pages of the last one. Where the last build did not end well, or a file is not as it
 * wrote it, that is removed as well, and Astro makes it or restores it from its cache. Gives the paths of the pages that stay.
 */
export function removeAllButCached({ output, record, keys }: OutputLocations): readonly string[] {
  const before = readCacheFile<OutputRecord>(record);
  // A build that does not end has no record.
  rmSync(record, { force: true });
  const cached = before !== undefined && before.keys === mtimeKey(keys) ? before.files : {};
  const reused: string[] = [];
  /** True where something stays in the folder. */
  const clear = (folder: string): boolean => {
    let used = false;
    for (const entry of readdirSync(join(output, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const whole = join(output, path);
      // A site may be handed to its host as a repository of its own; Astro does not touch that, either.
      if (path === '.git') used = true;
      else if (entry.isDirectory()) {
        if (clear(path)) used = true;
        else rmdirSync(whole);
      } else if (cached[path] !== undefined && cached[path] === mtimeKey(whole)) {
        used = true;
        reused.push(path);
      } else rmSync(whole);
    }
    return used;
  };
  mkdirSync(output, { recursive: true });
  clear('');
  return reused;
}

/** After a build: removes what was reused from the last one and is no page any more, and records the pages for the next. */
export function recordOutput(
  { output, record, keys }: OutputLocations,
  reused: readonly string[],
  made: readonly string[],
): void {
  const pages = new Set(made);
  for (const path of reused) if (!pages.has(path)) removeWithFolders(output, path);
  const files: OutputRecord['files'] = Object.fromEntries(
    made.flatMap((path) => {
      const key = mtimeKey(join(output, path));
      return key === undefined ? [] : [[path, key]];
    }),
  );
  const keysNow = mtimeKey(keys);
  if (keysNow === undefined) return;
  const now: OutputRecord = { keys: keysNow, files };
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

/** Stands after integrations that move something away before the folder is cleared. */
export function cachedOutput(): AstroIntegration {
  let locations: OutputLocations | undefined;
  let reused: readonly string[] = [];
  return {
    name: 'cached-output',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({ experimental: { incrementalBuild: true }, vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done'({ config }) {
        const cache = fileURLToPath(config.cacheDir);
        locations = {
          output: fileURLToPath(config.outDir),
          record: join(cache, 'cached-output.json'),
          keys: join(cache, 'incremental-build.json'),
        };
      },
      'astro:build:start'() {
        if (locations) reused = removeAllButCached(locations);
      },
      'astro:build:done'({ assets, dir }) {
        if (locations) recordOutput(locations, reused, pathsOf(assets, dir));
      },
    },
  };
}

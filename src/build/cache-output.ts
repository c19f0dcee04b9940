import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCacheFile } from '../workspace/cache-files.ts';
import { digestOf } from '../workspace/digest.ts';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { clearWay, writeCacheFile } from '../workspace/write-file.ts';
import { pathsOf } from './output-paths.ts';

// Astro empties the folder of the site and copies every unchanged page there again, which for a thousand pages needs longer than
// anything else in a build. So it is configured not to empty the folder, and finds the pages of the last build there. What it
// finds must be what that build wrote, and in the end nothing else may lie there. Astro restores the others from copies of its own,
// which it trusts whatever they are: after a build that was killed, a copy may be of a newer page than its key. So what does not
// agree with the record of the last whole build is removed before Astro looks.

/** What the last whole build wrote. */
interface OutputRecord {
  /** The `mtimeKey` of Astro's own record of pages and their keys. */
  readonly keys: string;
  /** By path from the folder of the site. */
  readonly files: Readonly<{ [path: string]: OutputFile }>;
}

interface OutputFile {
  /** The `mtimeKey` of the file. */
  readonly key: string;
  /** The `mtimeKey` of Astro's copy, where there is one. */
  readonly copy?: string | undefined;
  /** Of the bytes of both; of a file that something else than Astro wrote, of what it was made from. */
  readonly digest: string;
}

export interface OutputLocations {
  /** The folder of the site. */
  readonly output: string;
  /** The file with the record of the last whole build. */
  readonly record: string;
  /** Astro's own record. */
  readonly keys: string;
  /** The folder of Astro's copies. */
  readonly copies: string;
}

/** Where these lie, by Astro's configuration. */
export function locationsOf({ cacheDir, outDir }: OutputFolders): OutputLocations {
  const cache = fileURLToPath(cacheDir);
  return {
    output: fileURLToPath(outDir),
    record: join(cache, 'cached-output.json'),
    keys: join(cache, 'incremental-build.json'),
    copies: join(cache, 'dist'),
  };
}

interface OutputFolders {
  readonly cacheDir: URL;
  readonly outDir: URL;
}

/** Files that something else than Astro writes to the folder of the site, and that stay there like its pages. */
export interface WrittenFiles {
  /** Adds a file of this build, by its path. True where the last build left it there, made from the same: `key` says what of. */
  add(path: string, key: string): boolean;
}

/** What a build starts with. */
interface Reused {
  /** The paths of the pages that stay in the folder of the site. */
  readonly paths: readonly string[];
  readonly record: OutputRecord['files'];
}

/**
 * Before a build: removes everything but the pages of the last one. A file that is not as that build wrote it is removed as well, and
 * so are Astro's copies; Astro makes the page again.
 */
export function removeAllButCached(locations: OutputLocations): Reused {
  const { output, copies, keys } = locations;
  const record = readRecord(locations);
  if (record === undefined) {
    for (const path of [copies, keys]) rmSync(path, { recursive: true, force: true });
  } else {
    for (const [path, file] of Object.entries(record)) removeDamagedCopy(join(copies, path), file);
  }
  mkdirSync(output, { recursive: true });
  return { paths: clearFolder(output, record ?? {}), record: record ?? {} };
}

/** Undefined where Astro's record is not the one that the last whole build left: it may belong to other pages, or be damaged. */
function readRecord({ record, keys }: OutputLocations): OutputRecord['files'] | undefined {
  const before = readCacheFile<OutputRecord>(record);
  return before !== undefined && before.keys === mtimeKey(keys) ? before.files : undefined;
}

/** True where Astro's record is the one that the last whole build left. */
export function isRecorded(locations: OutputLocations): boolean {
  return readRecord(locations) !== undefined;
}

function removeDamagedCopy(copy: string, file: OutputFile): void {
  const key = mtimeKey(copy);
  if (file.copy === key || (key !== undefined && digestOfFile(copy) === file.digest)) return;
  clearWay(copy);
  rmSync(copy, { force: true });
}

/** Removes what is not as recorded; gives the paths of what stays. */
function clearFolder(output: string, record: OutputRecord['files']): string[] {
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
      } else if (record[path] !== undefined && record[path].key === mtimeKey(whole)) {
        used = true;
        reused.push(path);
      } else rmSync(whole);
    }
    return used;
  };
  clear('');
  return reused;
}

/** After a build: removes what was reused from the last one and is no page any more, and records the pages for the next. */
export function recordOutput(
  { output, record, keys, copies }: OutputLocations,
  reused: Reused,
  made: readonly string[],
  written: ReadonlyMap<string, string> = new Map(),
): void {
  const pages = new Set([...made, ...written.keys()]);
  for (const path of reused.paths) if (!pages.has(path)) removeWithFolders(output, path);
  const files: OutputRecord['files'] = Object.fromEntries(
    [...pages].flatMap((path): [string, OutputFile][] => {
      const key = mtimeKey(join(output, path));
      if (key === undefined) return [];
      const madeFrom = written.get(path);
      if (madeFrom !== undefined) return [[path, { key, digest: madeFrom }]];
      const before = reused.record[path];
      const digest = before?.key === key ? before.digest : digestOfFile(join(output, path));
      return digest === undefined ? [] : [[path, { key, copy: mtimeKey(join(copies, path)), digest }]];
    }),
  );
  const keysNow = mtimeKey(keys);
  if (keysNow === undefined) return;
  const now: OutputRecord = { keys: keysNow, files };
  writeCacheFile(record, JSON.stringify(now));
}

/** Undefined where it cannot be read. */
function digestOfFile(path: string): string | undefined {
  try {
    return digestOf(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Removes whatever else lies in Astro's cache. */
function removeOthers(cache: string, { record, keys, copies }: OutputLocations): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : [])
    if (![record, keys, copies].includes(join(cache, name)))
      rmSync(join(cache, name), { recursive: true, force: true });
}

/** Removes a file, and the folders that are empty without it. */
function removeWithFolders(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(root, folder)).length > 0) return;
    rmdirSync(join(root, folder));
  }
}

/** What others write to the folder of the site, and the integration, which stands after those that move something away before the folder is cleared. */
export function cachedOutput(): { readonly written: WrittenFiles; readonly integration: AstroIntegration } {
  let locations: OutputLocations | undefined;
  let reused: Reused = { paths: [], record: {} };
  let stayed: ReadonlySet<string> = new Set();
  const others = new Map<string, string>();
  const written: WrittenFiles = {
    add(path, key) {
      others.set(path, key);
      return stayed.has(path) && reused.record[path]?.digest === key;
    },
  };
  const integration: AstroIntegration = {
    name: 'cached-output',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({ experimental: { incrementalBuild: true }, vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done'({ config }) {
        locations = locationsOf(config);
        // Such as Astro's store of content, which stays empty here, and which it does not read with care.
        removeOthers(fileURLToPath(config.cacheDir), locations);
      },
      'astro:build:start'() {
        if (locations) reused = removeAllButCached(locations);
        stayed = new Set(reused.paths);
        others.clear();
      },
      'astro:build:done'({ assets, dir }) {
        if (locations) recordOutput(locations, reused, pathsOf(assets, dir), others);
      },
    },
  };
  return { written, integration };
}

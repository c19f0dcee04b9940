import type { Dirent, Stats } from 'node:fs';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the tools of the project do not list alike; each field is a difference that somebody relies on. */
export interface ListOptions {
  /** What the names end with (`.mdx`); every file where it is left out. */
  readonly extensions?: readonly string[];
  /** The folders within that are gone through as well. `visible`: all but hidden ones and installed packages. */
  readonly folders: 'none' | 'visible' | 'all';
  /** What a symbolic link is: a file whatever it leads to, nothing, or what it leads to, unless that is a folder it lies in. */
  readonly links: 'files' | 'ignored' | 'followed';
  /** Whether files count whose names begin with a dot; they do unless it is false. */
  readonly hidden?: boolean;
  /** Whether a folder that cannot be read holds nothing; otherwise it throws. One that is not there always holds nothing. */
  readonly lenient?: boolean;
}

/** The files of a folder, by their names level by level: a steady order on every system. */
export function listFiles(folder: string, options: ListOptions): string[] {
  return listPaths(folder, options).map((path) => join(folder, path));
}

/** As `listFiles`, but as paths from the folder, with `/` between folders on every system. */
export function listPaths(folder: string, options: ListOptions): string[] {
  const paths: string[] = [];
  const isFollowed = options.links === 'followed' && existsSync(folder);
  addPaths({ folder, truePath: isFollowed ? realpathSync(folder) : folder, prefix: '' }, options, {
    paths,
    above: [],
  });
  return paths;
}

interface Place {
  readonly folder: string;
  /** Where it really lies; the file system is asked only for links. */
  readonly truePath: string;
  /** What stands before the names of its files. */
  readonly prefix: string;
}

/** `above`: the true paths of the folders that the listing is in. */
function addPaths(
  { folder, truePath, prefix }: Place,
  options: ListOptions,
  found: { readonly paths: string[]; readonly above: string[] },
): void {
  found.above.push(truePath);
  for (const entry of entriesOf(folder, options)) {
    const { name } = entry;
    const path = join(folder, name);
    const kind = kindOfEntry(entry, path, options);
    if (kind === 'folder' && isEntered(name, options)) {
      const own = entry.isDirectory() ? join(truePath, name) : realpathSync(path);
      if (!found.above.includes(own))
        addPaths({ folder: path, truePath: own, prefix: `${prefix}${name}/` }, options, found);
    } else if (kind === 'file' && isWanted(name, options)) found.paths.push(prefix + name);
  }
  found.above.pop();
}

/** The files of one folder by extension, for what lies beside a post, without hidden ones; none where it cannot be read. */
export function filesIn(folder: string, extensions: readonly string[]): string[] {
  return listFiles(folder, { extensions, folders: 'none', links: 'files', hidden: false, lenient: true });
}

/** The files by extension of a folder that the user names, with all that a person would look into. */
export function filesUnder(folder: string, extensions: readonly string[]): string[] {
  return listFiles(folder, { extensions, folders: 'visible', links: 'files' });
}

function entriesOf(folder: string, { lenient }: ListOptions): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (lenient || (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function kindOfEntry(entry: Dirent, path: string, { links }: ListOptions): 'file' | 'folder' | 'other' {
  if (entry.isDirectory()) return 'folder';
  if (links === 'files') return 'file';
  const target = links === 'followed' && entry.isSymbolicLink() ? targetOf(path) : entry;
  if (target?.isDirectory()) return 'folder';
  return target?.isFile() ? 'file' : 'other';
}

/** Undefined for a link that leads nowhere, or to itself. */
function targetOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isEntered(name: string, { folders }: ListOptions): boolean {
  if (folders === 'visible') return !name.startsWith('.') && name !== 'node_modules';
  return folders === 'all';
}

function isWanted(name: string, { extensions, hidden = true }: ListOptions): boolean {
  if (!hidden && name.startsWith('.')) return false;
  return extensions === undefined || extensions.some((extension) => name.endsWith(extension));
}

import { renameSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import {
  canonicalText,
  createSourceFile,
  diagnoseLedger,
  fileNameOf,
  folderOf,
  rangeAt,
  revisionSchema,
} from '../lib/engine.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { Recorded, Revision } from '../lib/ledger/revision.ts';
import { readCacheFile } from './cache-files.ts';
import { listContent } from './content.ts';
import { listFiles } from './list-files.ts';
import { mtimeKey } from './mtime-key.ts';
import { cacheFolder, contentFolder, contentName, withSlashes } from './paths.ts';
import { sha256 } from './sha256.ts';
import { readText } from './text-file.ts';
import { writeCacheFile, writeNewFile } from './write-file.ts';

/** All that was recorded. */
export interface Ledger {
  /** By subject, in the order of their numbers, and of their paths where two have one number. */
  readonly entries: ReadonlyMap<string, readonly Recorded[]>;
  /** Of files that are no entries. */
  readonly diagnostics: readonly Diagnostic[];
  /** The lines of an entry: of one that was read just now, without reading it again. */
  linesOf(entry: Pick<Recorded, 'path'>): readonly string[];
}

/** Entries that were read just now whose lines are held: a ledger that is read for the first time may have any number. */
const mostHeld = 5000;

/** What was read of an entry when its file had this `mtimeKey`. */
type KeptEntries = Readonly<
  Record<string, { readonly key: string; readonly recorded: Omit<Recorded, 'path'> }>
>;

const keptFile = join(cacheFolder, 'ledger.json');

/**
 * The ledger. Of an entry that was not touched since it was read what is known of it is taken. `paths` are
 * absolute.
 */
export function readLedger(paths: readonly string[] = listContent().ledger): Ledger {
  if (paths.length === 0) return { entries: new Map(), diagnostics: [], linesOf: linesOfEntry };
  const before = readCacheFile<KeptEntries>(keptFile) ?? {};
  const now: Record<string, KeptEntries[string]> = {};
  const diagnostics: Diagnostic[] = [];
  const found: Recorded[] = [];
  const held = new Map<string, readonly string[]>();
  let isNew = Object.keys(before).length !== paths.length;
  for (const path of paths) {
    const key = mtimeKey(path) ?? '';
    const name = nameOf(path);
    let recorded = before[name]?.key === key ? before[name].recorded : undefined;
    if (!recorded) {
      isNew = true;
      const read = readEntry(path);
      if ('problem' in read) {
        diagnostics.push(unreadableEntry(name, read.problem));
        continue;
      }
      const { lines, ...revision } = read.revision;
      if (held.size < mostHeld) held.set(name, lines);
      recorded = { revision, digest: read.digest };
    }
    now[name] = { key, recorded };
    found.push({ ...recorded, path: name });
  }
  if (isNew) keep(now);
  const entries = new Map<string, Recorded[]>();
  for (const entry of found) {
    // Where it lies says whose it is; that it agrees is part of the check.
    const subject = entry.path.split('/').slice(-3, -1).join('/');
    const known = entries.get(subject);
    if (known) known.push(entry);
    else entries.set(subject, [entry]);
  }
  for (const list of entries.values())
    list.sort((a, b) => a.revision.number - b.revision.number || (a.path < b.path ? -1 : 1));
  return { entries, diagnostics, linesOf: (entry) => held.get(entry.path) ?? linesOfEntry(entry) };
}

/** The classes of the revisions of each subject, as the check of links wants them. */
export function classesIn({ entries }: Pick<Ledger, 'entries'>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...entries].map(([subject, list]) => [subject, list.map(({ revision }) => revision.class)]),
  );
}

/** As diagnostics name it. */
function nameOf(path: string): string {
  return `${contentName}/${withSlashes(relative(contentFolder, path))}`;
}

/** The lines of an entry that was read before. */
export function linesOfEntry({ path }: Pick<Recorded, 'path'>): readonly string[] {
  const read = readEntry(pathOfEntry(path));
  return 'problem' in read ? [] : read.revision.lines;
}

/** Characters of an entry. One has the lines of a post, which may have 200,000 (`guide/limits.ts`). */
const longestEntry = 4_000_000;

function readEntry(
  path: string,
): { readonly revision: Revision; readonly digest: string } | { readonly problem: string } {
  const file = readText(path);
  if ('problem' in file) return file;
  if (file.text.length > longestEntry)
    return {
      problem: `it has more than ${String(longestEntry)} characters, twenty times those of the longest post`,
    };
  const value = parseJson(file.text);
  if (value === undefined)
    return {
      problem: /^<{7} /m.test(file.text)
        ? 'it has the marks of a merge that was not finished'
        : 'it is no JSON',
    };
  const parsed = revisionSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  return { revision: parsed.data, digest: digestOfRevision(parsed.data) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadableEntry(path: string, problem: string): Diagnostic {
  const file = createSourceFile(path, '');
  return diagnoseLedger({
    rule: 'ledger/entry',
    file,
    range: rangeAt(file, 0, 0),
    message: `This entry of the ledger cannot be read: ${problem}.`,
    hint: `Entries are written by \`npx labworks\`, never by hand. Take it back: \`git checkout HEAD -- ${path}\`.`,
  });
}

/** A check works in a folder that it must not write to as well; then it takes longer the next time. */
function keep(entries: KeptEntries): void {
  try {
    writeCacheFile(keptFile, JSON.stringify(entries));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** SHA-256 by which the next revision names a revision. */
export function digestOfRevision(revision: Revision): string {
  return sha256(canonicalText(revision));
}

export function fileNameOfRevision(revision: Revision): string {
  return fileNameOf(revision, digestOfRevision(revision));
}

/** Where a revision lies that is about to be written. Absolute. */
export function pathOfRevision(revision: Revision, folder = contentFolder): string {
  return join(folder, folderOf(revision.subject), fileNameOfRevision(revision));
}

/** Writes a revision: it is there as a whole, or not at all. Where it lies. */
export function writeRevision(revision: Revision, folder = contentFolder): string {
  const path = pathOfRevision(revision, folder);
  writeNewFile(path, `${JSON.stringify(revision, null, 1)}\n`);
  return path;
}

/** What is set aside begins with a dot, so that it is no entry, and says behind it which one it was. */
const asideName = /^\.(\d+)-[0-9a-f]+\.json\.replaced$/;

/**
 * Takes an entry out of the ledger that another one is about to take the place of. As long as that is not written it lies there still, and
 * says that somebody was at it.
 */
export function setAside({ path }: Pick<Recorded, 'path'>): void {
  const entry = pathOfEntry(path);
  renameSync(entry, join(dirname(entry), `.${basename(entry)}.replaced`));
}

/** The entries of a subject that were set aside, by their numbers. */
export function asideOf(subject: string): readonly { readonly number: number; readonly path: string }[] {
  const folder = join(contentFolder, folderOf(subject));
  return listFiles(folder, { folders: 'none', links: 'ignored' }).flatMap((path) => {
    const [, number] = asideName.exec(basename(path)) ?? [];
    return number === undefined ? [] : [{ number: Number(number), path }];
  });
}

function pathOfEntry(path: string): string {
  return join(contentFolder, path.slice(contentName.length + 1));
}

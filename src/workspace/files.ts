import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CatalogueIndex, ModuleFacts } from '../lib/dialects/powershell/catalogue/catalogue-format.ts';
import type { CatalogueSource } from '../lib/dialects/powershell/catalogue/catalogue.ts';

// The only place of the command line that touches the disk.

export const projectRoot = resolve(import.meta.dirname, '../..');
export const contentRoot = join(projectRoot, 'src/content');

/** A text as it lies on the disk, with what must be kept when it is written back. */
export interface TextFile {
  /** Without its byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly mark: boolean;
}

/** Something about a file that the user must know; not a fault of the tool. */
export interface FileProblem {
  readonly problem: string;
}

/** Text in UTF-8, or in UTF-16 with a byte order mark. */
export function readText(path: string): TextFile | FileProblem {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

export function decodeText(bytes: Uint8Array): TextFile | FileProblem {
  const encoding: Encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? { name: 'utf-16le', mark: true }
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? { name: 'utf-16be', mark: true }
        : { name: 'utf-8', mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
  try {
    return { text: new TextDecoder(encoding.name, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { problem: `it is not ${encoding.name.toUpperCase()} text; save it as UTF-8` };
  }
}

export function encodeText({ text, encoding }: TextFile): Uint8Array {
  const marked = encoding.mark ? `\uFEFF${text}` : text;
  if (encoding.name === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding.name === 'utf-16be' ? bytes.swap16() : bytes;
}

/**
 * Replaces a file as a whole, so that it is never seen half written. A link is followed, the file's mode is kept. Throws for a
 * file that is write-protected.
 */
export function writeAtomically(path: string, bytes: Uint8Array): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  // Another file in its place needs leave of the folder only; whoever write-protected the file means its text.
  if (mode !== undefined && (mode & 0o222) === 0) throw new Error('it is write-protected');
  const target = mode === undefined ? path : realpathSync(path);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
  try {
    const handle = openSync(beside, 'wx', mode === undefined ? 0o644 : mode & 0o777);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The files of a folder by extension (`.mdx`), in the order of their names; none where there is no such folder. */
export function filesIn(folder: string, extensions: readonly string[]): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(
        (entry) => !entry.isDirectory() && extensions.some((extension) => entry.name.endsWith(extension)),
      )
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** The same with all folders within; hidden ones and installed packages are passed over. */
export function filesUnder(folder: string, extensions: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name.startsWith('.') || entry.name === 'node_modules'
          ? []
          : filesUnder(path, extensions);
      return extensions.some((extension) => entry.name.endsWith(extension)) ? [path] : [];
    });
}

export function kindOf(path: string): 'file' | 'folder' | FileProblem {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** The facts about PowerShell's commands; a module's are read when a command of it is met. */
export function loadCatalogue(): CatalogueSource {
  const folder = join(projectRoot, 'src/lib/dialects/powershell/catalogue');
  return {
    index: readJson(join(folder, 'index.json')) as CatalogueIndex,
    module: (name) => readJson(join(folder, 'modules', `${name}.json`)) as ModuleFacts,
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read or written by this user';
  if (code === 'EISDIR') return 'it is a folder';
  return message;
}

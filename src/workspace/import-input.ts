import { closeSync, lstatSync, openSync, readSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import type { ImportInput } from '../lib/import/import-source.ts';
import { withSlashes } from './paths.ts';
import { kindOfPath, readText } from './text-file.ts';

/** Something in the way of an import that its user must know. */
export interface InputProblem {
  readonly path: string;
  readonly problem: string;
}

export interface OpenedInput {
  readonly input: ImportInput;
  /** Absolute: where the paths of the input begin. */
  readonly root: string;
  readonly problems: readonly InputProblem[];
}

/** Files of one tree; nobody's blog has as many. */
const mostFiles = 200_000;
/** Bytes that are read at once of an export. */
const chunkSize = 1 << 20;

/**
 * What lies in a folder, or beside an export, for an import to read. A link that leads out of the folder is told and never followed;
 * what is installed or hidden is no content. `exports`: what the names of files with many posts end with.
 */
export function openInput(path: string, exports: readonly string[]): OpenedInput | undefined {
  const kind = kindOfPath(path);
  if (kind !== 'file' && kind !== 'folder') return undefined;
  const root = realpathSync(kind === 'file' ? dirname(path) : path);
  const problems: InputProblem[] = [];
  const paths: string[] = [];
  const walk = (folder: string, prefix: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const { name } = entry;
      if (paths.length >= mostFiles) return;
      if (name === 'node_modules' || name === '.git' || (name.startsWith('.') && entry.isDirectory()))
        continue;
      const own = join(folder, name);
      if (entry.isSymbolicLink()) {
        const target = targetInside(own, root);
        if (target === undefined)
          problems.push({
            path: prefix + name,
            problem: 'it is a link that leads out of the folder, or nowhere, and is not followed',
          });
        else if (lstatSync(target).isFile()) paths.push(prefix + name);
      } else if (entry.isDirectory()) walk(own, `${prefix}${name}/`);
      else if (entry.isFile()) paths.push(prefix + name);
    }
  };
  walk(root, '');
  if (paths.length >= mostFiles)
    problems.push({ path, problem: `it has more than ${mostFiles} files, and the others are not looked at` });
  const named =
    kind === 'file' ? [basename(path)] : paths.filter((one) => exports.includes(extname(one).toLowerCase()));
  const inRoot = (one: string) => join(root, one);
  return {
    root,
    problems,
    input: {
      name: withSlashes(path),
      paths,
      exports: named,
      read: (one) => {
        const file = readText(inRoot(one));
        return 'problem' in file ? undefined : file.text;
      },
      chunks: (one) => chunksOf(inRoot(one)),
    },
  };
}

function targetInside(path: string, root: string): string | undefined {
  try {
    const target = realpathSync(path);
    return target.startsWith(root + sep) ? target : undefined;
  } catch {
    return undefined;
  }
}

/** What the first bytes of an XML file say of all others: https://www.w3.org/TR/xml/#sec-guessing */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const named = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(
    head.toString('latin1'),
  )?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').encoding;
  } catch {
    return 'utf-8';
  }
}

function* chunksOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(chunkSize);
    let decoder: TextDecoder | undefined;
    for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes)) {
      decoder ??= new TextDecoder(encodingOf(bytes.subarray(0, Math.min(length, 200))));
      yield decoder.decode(bytes.subarray(0, length), { stream: true });
    }
    if (decoder) yield decoder.decode();
  } finally {
    closeSync(file);
  }
}

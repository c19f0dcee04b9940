import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, listPaths } from './list-files.ts';

/** A short name for what the parts have in them; the same parts in the same order give the same name. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The length before each part keeps ("ab", "c") and ("a", "bc") apart.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url').slice(0, 22);
}

/** The digest of a plain value. */
export function digestOfValue(value: unknown): string {
  return digestOf(JSON.stringify(value) ?? '');
}

/** Of the names and the bytes of all files of a folder. */
export function digestOfFolder(folder: string): string {
  const paths = listPaths(folder, { folders: 'all', links: 'ignored' });
  return digestOf(...paths.flatMap((path) => [path, readFileSync(join(folder, path))]));
}

const toolFolders = [
  'src/lib',
  'src/content/evidence',
  'src/workspace',
  'src/site/posts',
  'src/jobs',
  'src/build',
];

/** What bodies are made with: the engine and its facts, the part of site/ that makes them, and the versions of all packages. */
export function digestOfTools(root: string): string {
  const parts: (string | Uint8Array)[] = [process.versions.node.split('.')[0]!];
  for (const folder of toolFolders) {
    const files = listFiles(join(root, folder), { folders: 'all', links: 'ignored' });
    for (const file of files) parts.push(file.slice(root.length), readFileSync(file));
  }
  parts.push(readFileSync(join(root, 'package-lock.json')), readFileSync(join(root, 'package.json')));
  return digestOf(...parts);
}

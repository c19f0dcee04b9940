import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listPaths } from '../workspace/list-files.ts';
import { mtimeKey } from '../workspace/mtime-key.ts';

/** `/pagefind/volumes.json`: what each volume was made from, and so how many there are. The search in the browser reads it. */
interface VolumeList {
  readonly volumes: readonly string[];
}

const listFile = 'volumes.json';

/** The digests of the volumes in a folder; none where it has no whole index. */
export async function readVolumeList(folder: string): Promise<readonly string[]> {
  try {
    return (JSON.parse(await readFile(join(folder, listFile), 'utf8')) as VolumeList).volumes;
  } catch {
    return [];
  }
}

/** The `mtimeKey` of each file of an index, by path from its folder: what is kept of it beside the index itself. */
export type IndexRecord = Readonly<Record<string, string>>;

export function recordIndex(folder: string): IndexRecord {
  const paths = listPaths(folder, { folders: 'all', links: 'files' });
  return Object.fromEntries(paths.map((path) => [path, mtimeKey(join(folder, path)) ?? '']));
}

/**
 * The digests of the volumes in a folder, an empty one for a volume of which some file is not as recorded; none where the folder has no
 * whole index, or something else.
 */
export async function readWholeVolumes(folder: string, record: IndexRecord): Promise<readonly string[]> {
  const now = recordIndex(folder);
  const paths = [...new Set([...Object.keys(now), ...Object.keys(record)])];
  const changed = new Set(
    paths.filter((path) => now[path] !== record[path]).map((path) => path.split('/')[0]!),
  );
  const digests = changed.has(listFile) ? [] : await readVolumeList(folder);
  const whole = digests.map((digest, number) => (changed.delete(String(number)) ? '' : digest));
  return changed.size > 0 ? [] : whole;
}

/** Marks the index in a folder as whole. */
export async function writeVolumeList(folder: string, volumes: readonly string[]): Promise<void> {
  const list: VolumeList = { volumes };
  await writeFile(join(folder, listFile), JSON.stringify(list));
}

/** Volumes to replace in an index, and how many it has then. */
interface VolumeChanges {
  /** What `readWholeVolumes` gave for the index. */
  readonly before: readonly string[];
  /** A folder with the new volumes. */
  readonly from: string;
  readonly changed: readonly number[];
  readonly digests: readonly string[];
}

/** Replaces volumes of the index in a folder. Where this does not end, the folder has no index that says it is whole. */
export async function replaceVolumes(
  folder: string,
  { before, from, changed, digests }: VolumeChanges,
): Promise<void> {
  await rm(before.length > 0 ? join(folder, listFile) : folder, { recursive: true, force: true });
  for (const number of changed) await moveFolder(join(from, String(number)), join(folder, String(number)));
  for (let number = digests.length; number < before.length; number++)
    await rm(join(folder, String(number)), { recursive: true, force: true });
  await writeVolumeList(folder, digests);
}

/** Moves a folder to where another one may lie; does nothing where there is none. */
export async function moveFolder(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  if (names.length === 0) return;
  await rm(to, { recursive: true, force: true });
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

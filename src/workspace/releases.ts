import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSourceFile, digestOfCanonical } from '../lib/engine.ts';
import type { StoredReleases } from '../lib/ledger/releases/check-releases.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import type { StatusBase } from '../lib/ledger/releases/read-status.ts';
import type { GitState } from './git.ts';
import { filesInGit, sharedState, textInGit } from './git.ts';
import { listPaths } from './list-files.ts';
import { projectRoot } from './paths.ts';
import { labworkOfFile, releasesFolder, statusName } from './release-paths.ts';
import { sha256 } from './sha256.ts';
import { readText } from './text-file.ts';

/** Without text where there is none. */
export function statusFileOf(labwork: number, root = projectRoot): SourceFile {
  const name = statusName(labwork);
  const read = readText(join(root, name));
  return createSourceFile(name, 'problem' in read ? '' : read.text);
}

export interface ReadReleasesOptions {
  readonly root?: string;
  /** What is known to be good: a state of git, the one that others have, or none. */
  readonly state?: GitState | 'shared' | 'none';
}

/** Everything that lies in the folder of releases, by labwork, and what lay there in a state that was good. */
export function readReleases({
  root = projectRoot,
  state = 'shared',
}: ReadReleasesOptions = {}): readonly StoredReleases[] {
  const files = new Map<number, string[]>();
  const listed = listPaths(join(root, releasesFolder), { folders: 'all', links: 'followed', lenient: true });
  for (const path of listed) {
    const labwork = labworkOfFile(path);
    if (labwork !== undefined) files.set(labwork, [...(files.get(labwork) ?? []), path]);
  }
  const bases = basesOf(root, state);
  const numbers = [...new Set([...files.keys(), ...bases.keys()])].sort((a, b) => a - b);
  return numbers.map((labwork) => {
    const others = (files.get(labwork) ?? [])
      .map((path) => `${releasesFolder}/${path}`)
      .filter((path) => path !== statusName(labwork));
    return {
      labwork,
      status: statusFileOf(labwork, root),
      files: new Map(others.map((path) => [path, digestOfFile(join(root, path))])),
      bases: bases.get(labwork) ?? [],
    };
  });
}

/** What the statuses said in a state that was good. */
function basesOf(
  root: string,
  state: NonNullable<ReadReleasesOptions['state']>,
): ReadonlyMap<number, readonly StatusBase[]> {
  if (state === 'none') return new Map();
  const known = state === 'shared' ? sharedState(root) : state;
  return new Map(
    (filesInGit(root, known, releasesFolder) ?? []).flatMap((path) => {
      const labwork = labworkOfFile(path.slice(releasesFolder.length + 1));
      if (labwork === undefined || path !== statusName(labwork)) return [];
      const text = textInGit(root, known, path);
      return text === undefined ? [] : [[labwork, [{ name: known.name, text }]] as const];
    }),
  );
}

/** The bytes of a released zip; undefined where it cannot be read. */
export function readReleasedZip(name: string, root = projectRoot): Uint8Array | undefined {
  try {
    return readFileSync(join(root, releasesFolder, name));
  } catch {
    return undefined;
  }
}

/** Of JSON the digest of what it says: a checkout may change line ends. */
function digestOfFile(path: string): string {
  const bytes = readFileSync(path);
  if (path.endsWith('.json')) {
    try {
      return digestOfCanonical(JSON.parse(bytes.toString('utf8')));
    } catch {
      // No JSON any more: then its bytes are what there is to say.
    }
  }
  return sha256(bytes);
}

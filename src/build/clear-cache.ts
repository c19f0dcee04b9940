import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../workspace/paths.ts';

/** The folder of the lock of a build; see `folder-lock.ts`. */
export const lockFolder = join(projectRoot, '.cache/build-lock');

/** What stays: the lock, which is held, and the modules that Node has compiled, whose checksums Node looks at itself. */
const kept = new Set(['build-lock', 'node']);

/** Removes what earlier builds left, so that one begins from nothing. */
export function clearCache(folder = join(projectRoot, '.cache')): void {
  for (const name of readdirSync(folder))
    if (!kept.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

import { join } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { createEngine } from '../lib/engine.ts';
import { checkReleased } from '../jobs/check-released.ts';
import { loadCatalogue } from '../workspace/facts.ts';
import { stateOf } from '../workspace/git.ts';
import { contentFolder, projectRoot, shownPath } from '../workspace/paths.ts';
import { readReleases } from '../workspace/releases.ts';
import { readText } from '../workspace/text-file.ts';
import { today } from '../workspace/today.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import type { TargetReport } from './check-targets.ts';

/** Holds all posts of the content to what was released of them. `base`: a commit that is known to be good, where the user names one. */
export async function checkReleases(
  reports: readonly TargetReport[],
  base: string | undefined,
): Promise<readonly Diagnostic[]> {
  const posts = reports.flatMap(({ recorded, file }) => (recorded ? [{ ...recorded, file }] : []));
  const stored = readReleases({ state: base === undefined ? 'shared' : stateOf(base, projectRoot) });
  const openLabs = () => openWorkspace([contentFolder], createEngine({ catalogue: loadCatalogue() }), read);
  const found = await checkReleased({ stored, posts, openLabs, today: today() });
  const shown = new Set(reports.map(({ file }) => file.path));
  const nameOf = (path: string) => (shown.has(path) ? path : shownPath(join(projectRoot, path)));
  return found.map((diagnostic) => ({ ...diagnostic, file: nameOf(diagnostic.file) }));
}

function read(path: string): string | undefined {
  const file = readText(path);
  return 'problem' in file ? undefined : file.text;
}

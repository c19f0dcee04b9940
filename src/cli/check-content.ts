import { dirname, relative } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { createSourceFile, picturesNamedBy } from '../lib/engine.ts';
import type { Engine } from '../lib/engine.ts';
import { checkContentPosts } from '../jobs/check-content-posts.ts';
import { contentFolder, projectRoot, withSlashes } from '../workspace/paths.ts';
import { readIdentity } from '../workspace/identity.ts';
import { classesIn, readLedger } from '../workspace/ledger.ts';
import { readPublished } from '../workspace/published-addresses.ts';
import { siteAround } from '../workspace/site-addresses.ts';
import { siteName } from '../workspace/site-file.ts';
import { today } from '../workspace/today.ts';
import type { LabReport, ReadText, Workspace } from '../workspace/workspace.ts';
import { openWorkspace, rootsOf } from '../workspace/workspace.ts';
import type { PostReport, PostReports } from './check-posts.ts';
import { brokenLabOf, faultFor, lostReport, picturesOf, siteReport, toldOf } from './check-posts.ts';
import type { PictureReadings } from './look-at-pictures.ts';
import type { CheckTarget } from './targets.ts';

/**
 * Checks all posts of the project's own content: the same as `checkPosts`, but what has not changed is not read again, and much is read by
 * several threads. `engine` knows the project's own facts, and no optional rules: only with these are results kept.
 */
export async function checkContent(
  targets: readonly CheckTarget[],
  engine: Engine,
  read: ReadText,
  { readings, withCommands }: { readonly readings: PictureReadings; readonly withCommands: boolean },
): Promise<PostReports> {
  const roots = targets.flatMap(({ path }) => rootsOf(dirname(path)).slice(0, 2));
  const workspace = openWorkspace([...new Set([...roots, contentFolder])], engine, read);
  const named = targets.flatMap((target) => {
    const text = read(target.path);
    const path = withSlashes(relative(projectRoot, target.path));
    return text === undefined ? [] : [{ target, path, text, file: createSourceFile(path, text) }];
  });
  const { posts, faults, commands } = await checkContentPosts({
    posts: named.map(({ path, text }) => ({ path, text })),
    labs: [...workspace.labs.values()],
    labDigests: workspace.labDigests,
    engine,
    withCommands,
  });
  const byPath = new Map(named.map((one) => [one.path, one]));
  const around = aroundPosts(
    named.map(({ target, path }) => ({ path: target.path, enginePath: path })),
    workspace,
    readings,
  );
  const { published, site } = around;
  const across = byFile(
    engine.checkCorpus({
      ...around,
      guides: posts.map((post) => ({ ...post, file: byPath.get(post.path)!.file })),
      labs: workspace.labs,
      comparisons: workspace.comparisons,
    }),
  );
  // From the project's root nearly all users are shown the very paths that the engine knows.
  const shown = new Map(
    named.flatMap(({ path, target }) => (path === target.shown ? [] : [[path, target.shown]])),
  );
  const labReports = new Map<string, LabReport>();
  const reports = posts.map((post): PostReport => {
    const { target, file } = byPath.get(post.path)!;
    const lab = brokenLabOf(post, workspace);
    if (lab) labReports.set(lab.path, lab);
    return {
      target,
      file: { ...file, path: target.shown },
      diagnostics: toldOf([...post.diagnostics, ...(across.get(post.path) ?? [])], lab, shown),
      commands: commands.get(post.path) ?? [],
      pictures: picturesNamedBy(post),
      recorded: post,
      ...(!withCommands && { counts: post.counts }),
    };
  });
  const lost = published && lostReport(published, across.get(published.path) ?? []);
  if (lost) labReports.set(lost.path, lost);
  const ofSite = siteReport(site.identity.file, across.get(siteName) ?? []);
  if (ofSite) labReports.set(ofSite.path, ofSite);
  const failures = faults.map(({ path, reason }) => ({
    shown: byPath.get(path)!.target.shown,
    problem: faultFor(reason),
  }));
  return { reports, labReports, failures };
}

/** What all posts of the content are checked by beside themselves, their labs and the comparisons. `identity`: who the site is. */
export function aroundPosts(
  located: Parameters<typeof picturesOf>[0],
  workspace: Workspace,
  readings: PictureReadings,
  identity: Parameters<typeof siteAround>[0] = readIdentity(),
) {
  const published = readPublished();
  return {
    ...picturesOf(located, workspace, readings),
    today: today(),
    revisions: classesIn(readLedger()),
    site: siteAround(identity),
    ...(published && { published }),
  };
}

/** Diagnostics by the files that they are told in. */
export function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = found.get(diagnostic.file);
    if (known) known.push(diagnostic);
    else found.set(diagnostic.file, [diagnostic]);
  }
  return found;
}

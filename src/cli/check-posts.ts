import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { FileReport } from '../lib/diagnostics/json.ts';
import {
  createSourceFile,
  linkedPosts,
  picturesNamedBy,
  readMembership,
  reportedCommand,
} from '../lib/engine.ts';
import type { Engine } from '../lib/engine.ts';
import type { Guide } from '../lib/guide/guide.ts';
import type { CommandCounts } from '../jobs/kept-checks.ts';
import type { CheckedGuide } from '../lib/check/labwork.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import type { Corpus, CorpusPicture } from '../lib/check/corpus.ts';
import { findPictures, postPaths, postsIn } from '../workspace/find-pictures.ts';
import { isOfLink, withAllPosts } from './all-posts.ts';
import type { PictureReadings } from './look-at-pictures.ts';
import { groupByLabwork, inPartOrder, labworkOf, partOf } from '../workspace/group-posts.ts';
import { filesIn } from '../workspace/list-files.ts';
import type { LedgerPost } from '../workspace/check-ledger.ts';
import { projectionDigests } from '../workspace/projection-digests.ts';
import { contentFolder, shownPath } from '../workspace/paths.ts';
import { classesIn, readLedger } from '../workspace/ledger.ts';
import { areAllPosts, publishedFile, readPublished } from '../workspace/published-addresses.ts';
import { siteAround } from '../workspace/site-addresses.ts';
import { siteFile } from '../workspace/site-file.ts';
import { today } from '../workspace/today.ts';
import { reasonOf } from '../workspace/text-file.ts';
import type { LabReport, ReadText, Workspace } from '../workspace/workspace.ts';
import { enginePath, kindFolderOf, openWorkspace, rootsOf, rootsOfPosts } from '../workspace/workspace.ts';
import type { Failure, CheckTarget } from './targets.ts';

export interface PostReport extends FileReport {
  readonly target: CheckTarget;
  /** Where `commands` were not asked for: how many there are. */
  readonly counts?: CommandCounts;
  /** The keys of the pictures that it names. */
  readonly pictures: readonly string[];
  readonly recorded: Omit<LedgerPost, 'file'>;
}

export interface PostReports {
  readonly reports: readonly PostReport[];
  /** Labs of these posts that do not hold, and the list of addresses where some are lost, by absolute path. */
  readonly labReports: ReadonlyMap<string, LabReport>;
  readonly failures: readonly Failure[];
}

/** Checks posts with what surrounds them: the other parts of their labwork, their lab, and the posts they name. */
export function checkPosts(
  targets: readonly CheckTarget[],
  engine: Engine,
  read: ReadText,
  readings: PictureReadings,
): PostReports {
  const reports: PostReport[] = [];
  const labReports = new Map<string, LabReport>();
  const failures: Failure[] = [];
  const folders = new Map<string, CheckTarget[]>();
  for (const target of targets) {
    // Posts of all kinds that lie in one content tree are checked together.
    const key = rootsOf(kindFolderOf(target.path))[0]!;
    folders.set(key, [...(folders.get(key) ?? []), target]);
  }
  for (const group of folders.values()) {
    const workspace = openWorkspace(rootsOfPosts(group.map(({ path }) => path)), engine, read);
    const named: NamedPost[] = [];
    for (const target of group) {
      const text = read(target.path);
      if (text === undefined) continue;
      try {
        named.push({ target, guide: readPost(target.path, text, engine) });
      } catch (error) {
        failures.push({ shown: target.shown, problem: faultOf(error) });
      }
    }
    for (const item of checkTree(named, workspace, engine, read, readings, labReports, failures))
      reports.push(item);
  }
  return { reports, labReports, failures };
}

interface NamedPost {
  readonly target: CheckTarget;
  readonly guide: Guide;
}

function checkTree(
  named: readonly NamedPost[],
  workspace: Workspace,
  engine: Engine,
  read: ReadText,
  readings: PictureReadings,
  labReports: Map<string, LabReport>,
  failures: Failure[],
): PostReport[] {
  const checked = new Map<Guide, CheckedGuide>();
  const unnamed: Guide[] = [];
  for (const group of groupsOf(named, engine, read)) {
    for (const item of group.filter((guide) => !named.some((entry) => entry.guide === guide)))
      unnamed.push(item);
    try {
      for (const guide of engine.checkLabwork(group, workspace.labs).guides)
        if (!checked.has(guide.guide)) checked.set(guide.guide, guide);
    } catch (error) {
      for (const { target, guide } of named)
        if (group.includes(guide)) failures.push({ shown: target.shown, problem: faultOf(error) });
    }
  }
  const guides = named.map(({ guide }) => guide);
  const { identity, ...site } = siteAround();
  const readNow = (path: string) => {
    const text = read(path);
    return text === undefined ? undefined : readPost(path, text, engine);
  };
  const context = contextOf(guides, workspace, engine, read, site.origin);
  const byPath = new Map<string, Guide>(
    [...unnamed, ...context, ...guides].map((guide) => [guide.file.path, guide]),
  );
  const isAll = areAllPosts(named.map(({ target }) => target.path));
  const published = isAll ? readPublished() : undefined;
  const corpus: Omit<Corpus, 'guides'> = {
    labs: workspace.labs,
    comparisons: workspace.comparisons,
    ...picturesOf(
      named.map(({ target, guide }) => ({ path: target.path, enginePath: guide.file.path })),
      workspace,
      readings,
    ),
    today: today(),
    revisions: classesIn(readLedger()),
    site: isAll ? { ...site, identity } : site,
    ...(published && { published }),
  };
  const near = engine.checkCorpus({ ...corpus, guides: [...byPath.values()] });
  const own = new Set(guides.map(({ file }) => file.path));
  // Nothing is said to be missing before all posts are looked at.
  const across = near.some((found) => own.has(found.file) && isOfLink(found))
    ? [
        ...near.filter((found) => !isOfLink(found)),
        ...engine
          .checkCorpus({ ...corpus, guides: withAllPosts([...byPath.values()], workspace, readNow) })
          .filter(isOfLink),
      ]
    : near;
  const lost = published && lostReport(published, across);
  if (lost) labReports.set(lost.path, lost);
  const ofSite = siteReport(identity.file, across);
  if (ofSite) labReports.set(ofSite.path, ofSite);
  const shown = new Map<string, string>();
  for (const guide of byPath.values()) shown.set(guide.file.path, shownPath(guide.file.path));
  for (const { target, guide } of named) shown.set(guide.file.path, target.shown);

  return named.flatMap(({ target, guide }) => {
    const own = checked.get(guide);
    if (!own) return [];
    const lab = brokenLabOf(guide, workspace);
    if (lab) labReports.set(lab.path, lab);
    const found = [...own.diagnostics, ...across.filter(({ file }) => file === guide.file.path)];
    return {
      target,
      file: { ...guide.file, path: target.shown },
      diagnostics: toldOf(found, lab, shown),
      commands: own.blocks.flatMap(({ commands }) => commands.map(reportedCommand)),
      pictures: picturesNamedBy(guide),
      recorded: {
        data: guide.data,
        fields: guide.fields,
        projection: projectionDigests(guide, workspace.labs),
      },
    };
  });
}

/** The drawings and pictures that posts can show, and what is known of them. */
export function picturesOf(
  posts: Parameters<typeof findPictures>[0],
  { roots }: Workspace,
  readings: PictureReadings,
): Pick<Corpus, 'figures' | 'pictures'> {
  const found = findPictures(posts, roots);
  const pictures = [...found].flatMap(([key, path]): [string, CorpusPicture][] => {
    const reading = readings.get(path);
    return reading ? [[key, { path, reading }]] : [];
  });
  return { figures: new Set(found.keys()), pictures: new Map(pictures) };
}

function readPost(path: string, text: string, engine: Engine): Guide {
  return engine.readGuide(createSourceFile(enginePath(path, text), text));
}

/** What is checked together: the parts of a labwork, with those that were not named; every other post alone. */
function groupsOf(
  named: readonly NamedPost[],
  engine: Engine,
  read: ReadText,
): readonly (readonly Guide[])[] {
  const groups: (readonly Guide[])[] = [];
  for (const entries of groupByLabwork(named, ({ guide }) => labworkOf(guide))) {
    const number = labworkOf(entries[0]!.guide);
    if (number === undefined) {
      groups.push(entries.map(({ guide }) => guide));
      continue;
    }
    const wanted = new Set(entries.map(({ guide }) => partOf(guide)));
    const others = new Map<number, Guide>();
    const folders = [...new Set(entries.map(({ target }) => kindFolderOf(target.path)))];
    for (const folder of [...folders, join(contentFolder, 'labworks')]) {
      for (const guide of otherParts(folder, number, named, engine, read)) {
        const part = partOf(guide);
        if (!wanted.has(part) && !others.has(part)) others.set(part, guide);
      }
      if (others.size > 0) break;
    }
    // Two that say the same part are checked side by side, as the build does it.
    groups.push(inPartOrder([...entries.map(({ guide }) => guide), ...others.values()]));
  }
  return groups;
}

function otherParts(
  folder: string,
  labwork: number,
  named: readonly NamedPost[],
  engine: Engine,
  read: ReadText,
): Guide[] {
  return postsIn(folder)
    .filter((path) => !named.some(({ target }) => target.path === path))
    .flatMap((path) => {
      const text = read(path);
      if (text === undefined || readMembership(path, text).labwork !== labwork) return [];
      return [readPost(path, text, engine)];
    });
}

/** Posts that the named ones name: the Debug Files of their passages, the posts that Debug Files correct, and those they link to. */
function contextOf(
  guides: readonly Guide[],
  { roots }: Workspace,
  engine: Engine,
  read: ReadText,
  origin: string | undefined,
): readonly Guide[] {
  const present = new Set(guides.flatMap(({ data }) => (data ? [`${data.kind}/${data.slug}`] : [])));
  const wanted = new Set<string>();
  for (const guide of guides) {
    const { passages, data } = guide;
    for (const { of } of passages) wanted.add(`debug/${of}`);
    if (data?.kind === 'debug') wanted.add(data.corrects.post);
    for (const ref of linkedPosts(guide, origin)) wanted.add(ref);
  }
  return [...wanted].flatMap((ref) => {
    if (present.has(ref) || !/^[a-z-]+\/[a-z0-9-]+$/.test(ref)) return [];
    for (const root of roots) {
      for (const path of postPaths(join(root, ref))) {
        const text = filesIn(dirname(path), [basename(path)]).length > 0 ? read(path) : undefined;
        if (text !== undefined) return [readPost(path, text, engine)];
      }
    }
    return [];
  });
}

/** What is told of addresses that lead nowhere any more; undefined where nothing is. */
export function lostReport(file: SourceFile, across: readonly Diagnostic[]): LabReport | undefined {
  const diagnostics = across.filter((found) => found.file === file.path);
  return diagnostics.length === 0 ? undefined : { path: publishedFile, file, diagnostics, commands: [] };
}

/** What is said of the links of the file that says who the site is. */
export function siteReport(file: SourceFile, across: readonly Diagnostic[]): LabReport | undefined {
  const diagnostics = across.filter((found) => found.file === file.path);
  return diagnostics.length === 0 ? undefined : { path: siteFile, file, diagnostics, commands: [] };
}

/** The lab that a post names, where it does not hold. */
export function brokenLabOf({ data }: Pick<Guide, 'data'>, { brokenLabs }: Workspace): LabReport | undefined {
  return data?.lab === undefined ? undefined : brokenLabs.get(data.lab);
}

/** What is told of a post of what was found in it; `shown` has the paths that the user knows, by those that the engine knows. */
export function toldOf(
  found: readonly Diagnostic[],
  lab: LabReport | undefined,
  shown: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  // What is wrong with a lab is reported in the lab.
  const own = found.filter(({ rule }) => !(lab && rule === 'guide/unknown-lab'));
  return unique(own).map((diagnostic) => renamed(diagnostic, shown));
}

function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics
    .filter(({ rule, range, message }) => {
      const key = `${rule} ${range.start.offset} ${message}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => a.range.start.offset - b.range.start.offset);
}

/** With the paths that the user knows. */
function renamed(diagnostic: Diagnostic, shown: ReadonlyMap<string, string>): Diagnostic {
  const nameOf = (path: string) => shown.get(path) ?? path;
  let { message } = diagnostic;
  for (const [path, name] of shown) message = message.replaceAll(path, () => name);
  return {
    ...diagnostic,
    message,
    file: nameOf(diagnostic.file),
    ...(diagnostic.related
      ? { related: diagnostic.related.map((place) => ({ ...place, file: nameOf(place.file) })) }
      : {}),
  };
}

function faultOf(error: unknown): string {
  return faultFor(reasonOf(error));
}

/** Says why a file could not be checked that can be read. */
export function faultFor(reason: string): string {
  return `the check of it failed, which is a fault of the tool: ${reason}`;
}

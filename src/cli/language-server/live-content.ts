import { relative } from 'node:path';
import type { ContentCollection } from '../../lib/check/content-places.ts';
import type { WrittenPost } from '../../lib/assist/assist.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import {
  createEngine,
  createSourceFile,
  isSafe,
  kinds,
  labOfPost,
  loadFigures,
  placeInContent,
  readSite,
  rules,
} from '../../lib/engine.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';
import { asNotice, checkRecorded, subjectsOf } from '../../workspace/check-ledger.ts';
import type { ContentFiles } from '../../workspace/content.ts';
import { listContent } from '../../workspace/content.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { readIdentity } from '../../workspace/identity.ts';
import { readLedger } from '../../workspace/ledger.ts';
import { contentFolder, shownPath, withSlashes } from '../../workspace/paths.ts';
import { projectionDigests } from '../../workspace/projection-digests.ts';
import { siteFile, siteName } from '../../workspace/site-file.ts';
import { today } from '../../workspace/today.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openWorkspace, rootsOfPosts } from '../../workspace/workspace.ts';
import { findPictures } from '../../workspace/find-pictures.ts';
import { aroundPosts } from '../check-content.ts';
import { brokenLabOf, siteReport, toldOf } from '../check-posts.ts';
import type { CheckEngine } from '../check-targets.ts';
import { checkTargets, fixTargets } from '../check-targets.ts';
import type { PictureReadings } from '../look-at-pictures.ts';
import { lookAtPictures } from '../look-at-pictures.ts';
import type { CheckTarget } from '../targets.ts';
import { findTargets } from '../targets.ts';
import { createAcrossPosts } from './across-posts.ts';
import type { LivePosts } from './live-posts.ts';
import { createLivePosts, nameOf } from './live-posts.ts';
import type { LiveTexts } from './live-texts.ts';
import { createLiveTexts } from './live-texts.ts';
import { rememberingEngine } from './remembering-engine.ts';

/** What is told of an open text. */
export interface LiveReport {
  /** As it was checked. */
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** The project's content with what is open in an editor over it, and what the check tells of that. Paths are absolute. */
export interface LiveContent {
  readonly texts: LiveTexts;
  readonly posts: LivePosts;
  readonly engine: CheckEngine;
  /** What a text is checked as; undefined where nothing checks it. */
  kindOf(path: string): CheckTarget['kind'] | undefined;
  /** An open post, with what it may name; undefined where the file is none. */
  written(path: string): WrittenPost | undefined;
  /** The file of a lab or a comparison. */
  findData(kind: 'labs' | 'comparisons', id: string): string | undefined;
  /** The labs that hold, as their newest texts have them. */
  labs(): Workspace['labs'];
  /** All posts that say they are about a lab. */
  postsOf(lab: string): readonly string[];
  /** What is told of the open texts, as far as all of the content is read. */
  check(): ReadonlyMap<string, LiveReport>;
  /** Holds the open texts to what was recorded of them, for the checks from now on; whether something else is told since. */
  checkRecorded(): boolean;
  /** Repairs a text by all fixes that are certain. */
  repaired(path: string): string | undefined;
  /** Something has happened on the disk. */
  refresh(): Promise<void>;
}

export type LogFault = (error: unknown) => void;

export async function createLiveContent(log: LogFault): Promise<LiveContent> {
  const engine = rememberingEngine({
    ...createEngine({ catalogue: loadCatalogue(), remembers: true }),
    ...(await loadFigures()),
  });
  const texts = createLiveTexts();
  const { read, open } = texts;
  let listed: ContentFiles | undefined;
  let readings: PictureReadings = new Map();
  /** `site`: the open text of the file that says who the site is. */
  let around:
    { readonly site: string | undefined; readonly corpus: ReturnType<typeof aroundPosts> } | undefined;
  const across = createAcrossPosts(engine);
  /** By path: what the ledger has against a text that began so. */
  const recorded = new Map<string, readonly { readonly diagnostic: Diagnostic; readonly upTo: string }[]>();

  const files = () => (listed ??= listContent());
  const listPosts = () => {
    const fresh = [...open.keys()].filter(
      (path) => targetOf(path)?.kind === 'post' && isContent(path) && !files().posts.includes(path),
    );
    return fresh.length === 0 ? files().posts : [...files().posts, ...fresh];
  };
  const posts = createLivePosts(listPosts, engine, read, log);
  const workspace = () => openWorkspace([contentFolder], engine, read);
  const checkedPost = (path: string, labs: Workspace['labs']) => {
    const labwork = engine.checkLabwork(posts.groupOf(path), labs);
    const name = posts.enginePathOf(path);
    return { labwork, checked: labwork.guides.find(({ guide }) => guide.file.path === name) };
  };
  const identity = () => {
    const text = open.get(siteFile);
    if (text === undefined) return readIdentity();
    const file = createSourceFile(siteName, text);
    return { file, ...readSite(file) };
  };

  /** What only the posts together tell; nothing before all of them are read. */
  const acrossPosts = (known: Workspace): ReadonlyMap<string, readonly Diagnostic[]> => {
    for (const path of open.keys()) if (posts.has(path)) posts.guideOf(path);
    const guides = posts.whole();
    if (!guides) return new Map();
    const site = open.get(siteFile);
    if (around?.site !== site || !around)
      around = {
        site,
        corpus: aroundPosts(
          listPosts().map((path) => ({ path, enginePath: nameOf(path) })),
          known,
          readings,
          identity(),
        ),
      };
    const { labs, comparisons } = known;
    return across({ ...around.corpus, guides, labs, comparisons });
  };

  const checkPost = (
    path: string,
    known: Workspace,
    across: readonly Diagnostic[],
  ): readonly Diagnostic[] => {
    const { checked: own } = checkedPost(path, known.labs);
    if (!own) return [];
    return toldOf([...own.diagnostics, ...across], brokenLabOf(own.guide, known), new Map());
  };

  const checkOther = (target: CheckTarget, across: readonly Diagnostic[]): readonly Diagnostic[] => {
    const ofSite = target.kind === 'site' ? siteReport(identity().file, across) : undefined;
    const { reports, failures } = checkTargets(
      [target],
      engine,
      read,
      readings,
      undefined,
      target.kind === 'post'
        ? undefined
        : { reports: [], failures: [], labReports: new Map(ofSite ? [[ofSite.path, ofSite]] : []) },
    );
    for (const { shown, problem } of failures) log(new Error(`${shown}: ${problem}`));
    return reports.find((report) => report.target === target)?.diagnostics ?? [];
  };

  const check = () => {
    const known = workspace();
    const found = new Map<string, LiveReport>();
    const together = guarded(log, () => acrossPosts(known)) ?? new Map<string, readonly Diagnostic[]>();
    for (const [path, text] of open) {
      const target = targetOf(path);
      const own = target ? (together.get(target.shown) ?? []) : [];
      const diagnostics = guarded(log, () => {
        if (!target) return [];
        if (target.kind !== 'post' || !posts.has(path)) return checkOther(target, own);
        return checkPost(path, known, own);
      });
      const kept = (recorded.get(path) ?? []).filter(({ upTo }) => text.startsWith(upTo));
      found.set(path, {
        file: createSourceFile(target?.shown ?? path, text),
        diagnostics: [...kept.map(({ diagnostic }) => diagnostic), ...(diagnostics ?? [])],
      });
    }
    return found;
  };

  return {
    texts,
    posts,
    engine,
    kindOf: (path) => targetOf(path)?.kind,
    written: (path) => {
      const text = open.get(path);
      if (text === undefined || targetOf(path)?.kind !== 'post') return undefined;
      const { labs, comparisons, roots } = isContent(path)
        ? workspace()
        : openWorkspace(rootsOfPosts([path]), engine, read);
      const known = posts.known().flatMap(({ data }) => data ?? []);
      return {
        file: createSourceFile(posts.enginePathOf(path), text),
        ...(guarded(log, () => checkedPost(path, labs)) ?? { checked: undefined, labwork: undefined }),
        labs,
        comparisons,
        figures: findPictures([], roots).keys(),
        posts: known.map((data) => ({
          ref: `${data.kind}/${data.slug}`,
          title: data.title,
          tags: data.tags,
          changes: data.kind === 'debug' ? data.changes.map(({ id }) => id) : [],
        })),
        rules: Object.keys(rules),
      };
    },
    labs: () => workspace().labs,
    postsOf: (lab) => listPosts().filter((path) => labOfPost(read(path) ?? '') === lab),
    findData: (kind, id) =>
      files()[kind].find((path) => placeInContent(withSlashes(relative(contentFolder, path)))?.id === id),
    check,
    checkRecorded: () => {
      const { labs } = workspace();
      const named = [...open.keys()].filter((path) => posts.has(path));
      const guides = named.flatMap((path) => posts.guideOf(path) ?? []);
      const states = guides.map((guide) => ({ ...guide, projection: projectionDigests(guide, labs) }));
      const ledger = readLedger(files().ledger);
      const told = checkRecorded(subjectsOf(states, today(), files()), ledger, []).map(asNotice);
      const before = JSON.stringify([...recorded.values()]);
      recorded.clear();
      for (const path of named) {
        const text = open.get(path)!;
        const own = told.filter(({ file }) => file === nameOf(path));
        if (own.length > 0)
          recorded.set(
            path,
            own.map((diagnostic) => ({ diagnostic, upTo: text.slice(0, diagnostic.range.end.offset) })),
          );
      }
      return JSON.stringify([...recorded.values()]) !== before;
    },
    repaired: (path) => {
      const target = targetOf(path);
      if (!target) return undefined;
      return fixTargets([target], engine, read, readings, undefined, isSafe).texts.get(path);
    },
    refresh: async () => {
      texts.refresh();
      listed = undefined;
      around = undefined;
      const targets = [...new Set([...listPosts(), ...open.keys()])].flatMap((path) => targetOf(path) ?? []);
      readings = await lookAtPictures(targets, read);
      around = undefined;
    },
  };
}

const kindsOfData: Partial<Record<ContentCollection, CheckTarget['kind']>> = {
  labs: 'lab',
  comparisons: 'comparison',
  rules: 'rule',
  accuracy: 'report',
  evidence: 'records',
  figures: 'figure',
};

function isContent(path: string): boolean {
  return !relative(contentFolder, path).startsWith('..');
}

/** What a text is checked as, be it on the disk already or not; undefined where nothing checks it. */
function targetOf(path: string): CheckTarget | undefined {
  const place = placeInContent(withSlashes(relative(contentFolder, path)));
  const kind =
    path === siteFile
      ? 'site'
      : place && (kinds.some((one) => one === place.collection) ? 'post' : kindsOfData[place.collection]);
  if (kind) return { shown: shownPath(path), path, kind };
  return isContent(path)
    ? undefined
    : findTargets([path]).targets.map((one) => ({ ...one, shown: shownPath(path) }))[0];
}

/** What is broken in one text must not stop the others. */
function guarded<Value>(log: LogFault, work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    log(error);
    return undefined;
  }
}

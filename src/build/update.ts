import { isDeepStrictEqual } from 'node:util';
import {
  checkContentFiles,
  checkCorpus,
  checkReleases,
  checkUnnamedFigures,
  createSourceFile,
  ownFrame,
  picturesNamedBy,
  publicationOf,
  rulePath,
  toPretty,
} from '../lib/engine.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import type { DatedPost } from '../site/posts/records.ts';
import type { PostGroup } from '../site/posts/make-posts.ts';
import { digestOf, digestOfTools, digestOfValue } from '../workspace/digest.ts';
import { asNotice, checkRecorded, isOpen, subjectsOf } from '../workspace/check-ledger.ts';
import { classesIn, readLedger } from '../workspace/ledger.ts';
import { ledgerBases } from '../workspace/ledger-bases.ts';
import { readIdentity, siteUrl } from '../workspace/identity.ts';
import { readPublished } from '../workspace/published-addresses.ts';
import { siteAround } from '../workspace/site-addresses.ts';
import { today } from '../workspace/today.ts';
import { bodyFile, contentName, projectRoot, zipFile } from '../workspace/paths.ts';
import type { Sources } from '../workspace/content.ts';
import { namedPictures, readSources } from '../workspace/content.ts';
import { readPictures } from '../workspace/read-pictures.ts';
import { readReleases } from '../workspace/releases.ts';
import { checkRecords, readComparisons, readFigures, readLabs, readReports } from './content-data.ts';
import type { ContentIndex, PreviousUpdate } from './content-index.ts';
import { makeHistories } from './kept-histories.ts';
import { keptValues, valuesFile } from './kept-values.ts';
import { mergeIndex, readPrevious, removeUnused, writeIndex } from './content-index.ts';
import type { Content, DiagnosticSummary, DiagnosticView, Digested, UpdateRequest } from './content.ts';
import type { Job } from './job.ts';
import type { ReleaseLogs } from '../jobs/check-released.ts';
import { releasedContent, releaseLogs } from '../jobs/check-released.ts';
import { groupPosts } from '../jobs/post-groups.ts';
import { pageFileOfPost } from './page-of-post.ts';
import { makePictures } from './pictures/kept-pictures.ts';
import { picturesByKey, shownPictures } from './pictures/pictures-of-content.ts';
import { runJob } from './run-job.ts';
import { makeShareImages } from './share-images/kept-share-images.ts';
import { shareTexts } from './share-images/share-text.ts';
import type { OnProgress } from '../jobs/threads.ts';

/** A thread runs the code that it was started with. */
const engineTools = digestOfTools(projectRoot);

/** Makes what changed since the last time, and checks the content as a whole. */
export async function updateContent(
  { serving, future = false }: UpdateRequest,
  onProgress?: OnProgress,
): Promise<Content> {
  const day = today();
  // On which it is decided what is published.
  const asOf = future ? undefined : day;
  const sources = readSources();
  const files = sourceFiles(sources);
  const published = readPublished();
  if (published) files.set(published.path, published);
  const identity = readIdentity();
  files.set(identity.file.path, identity.file);
  const address = identity.value?.address ?? siteUrl();
  // Bundles carry the address.
  const tools = digestOf(engineTools, address);
  const previous = readPrevious(tools);
  const labs = readLabs(sources.labs, files);
  const comparisons = readComparisons(sources.comparisons, files);
  const reports = readReports(sources.accuracy, files);
  const figures = await readFigures(sources.figures, files, tools, { serving });
  const readings = await readPictures(sources.pictures);
  const stored = readReleases({ state: serving ? 'none' : 'shared' });
  const logs = releaseLogs(stored);

  const changed = {
    address,
    labs: labs.values,
    releases: logs,
    groups: changedGroups({ tools, asOf, logs }, sources, labs.values, previous),
    asOf,
    rules: changedRules(tools, sources, previous.index),
  };
  const hasChanges = changed.groups.length + changed.rules.length > 0;
  const made = hasChanges ? await runJob(changed, onProgress) : { posts: [], labworks: [], rules: [] };
  const index = mergeIndex(tools, sources, made, previous);
  const isNew = hasChanges || !isDeepStrictEqual(index.files, previous.index?.files);
  if (isNew) writeIndex(index);

  const posts = Object.values(index.posts).map((post) => ({
    ...post,
    publication: post.data ? publicationOf(post.data, day) : 'published',
    shown: post.data !== undefined && publicationOf(post.data, asOf) === 'published',
  }));
  const pictures = await makePictures(shownPictures(posts, sources, readings));
  const shareImages = await makeShareImages(identity.value ? shareTexts(identity.value, posts) : []);
  const rules = Object.values(index.rules);
  const ledger = readLedger(sources.listed.ledger);
  const wholeCheck = [
    ...checkCorpus({
      guides: posts.map((post) => ({ ...post, file: files.get(post.path)! })),
      labs: new Map(labs.values.map((lab) => [lab.id, lab])),
      comparisons: new Set(comparisons.values.map(({ id }) => id)),
      ...picturesByKey(sources, readings),
      ...(asOf !== undefined && { today: asOf }),
      revisions: classesIn(ledger),
      site: siteAround(identity),
      ...(published && { published }),
    }),
    ...checkContentFiles({ files: sources.files, unreadable: sources.unreadable, root: contentName }),
    ...checkUnnamedFigures(
      namedPictures(sources.pictures, readings),
      new Set(posts.flatMap(picturesNamedBy)),
    ),
  ];
  const subjects = subjectsOf(
    posts.map((post) => ({ ...post, file: files.get(post.path)! })),
    asOf,
    sources.listed,
  );
  const recorded = checkRecorded(subjects, ledger, serving ? [] : ledgerBases());
  const histories = makeHistories(ledger, tools);
  const releases = checkReleases({
    stored,
    ...releasedContent(
      posts.map((post) => ({ ...post, file: files.get(post.path)! })),
      asOf,
    ),
    comparisons: new Map(
      index.labworks.flatMap(({ number, comparison }) => (comparison ? [[number, comparison] as const] : [])),
    ),
  });
  const diagnostics = [
    ...identity.diagnostics,
    ...labs.diagnostics,
    ...comparisons.diagnostics,
    ...reports.diagnostics,
    ...checkRecords(sources.evidence, files),
    ...figures.diagnostics,
    ...rules.flatMap((rule) => rule.diagnostics),
    ...posts.flatMap((post) => post.diagnostics),
    ...wholeCheck,
    ...(serving ? recorded.map(asNotice) : recorded),
    // Whoever is at work is told, and goes on.
    ...(serving ? releases.map(withoutErrors) : releases),
  ];
  const summarize = (list: readonly Diagnostic[]): DiagnosticSummary => ({
    count: list.length,
    text: toPretty(list, files).trimEnd(),
    first: list[0] && viewOf(list[0], files),
  });
  const errors = summarize(diagnostics.filter(({ severity }) => severity === 'error'));
  const warnings = summarize(diagnostics.filter(({ severity }) => severity === 'warning'));
  const notes = summarize(diagnostics.filter(({ severity }) => severity === 'info'));
  // While something is broken, its last good state is still shown where the site is served.
  if (isNew && !serving && errors.count === 0)
    removeUnused(index, [...pictures.files, ...shareImages.files, ...histories.files, valuesFile]);
  const open = new Set(recorded.filter(isOpen).map(({ file }) => file));
  return {
    site: identity.value,
    posts: serving ? posts.map((post) => (open.has(post.path) ? withNotice(post) : post)) : posts,
    labworks: index.labworks,
    rules,
    figures: [...figures.values, ...pictures.values],
    shareImages: shareImages.values,
    histories: histories.values,
    ...(await keptValues(
      { labs: labs.values, comparisons: comparisons.values, accuracy: reports.values, origin: address },
      tools,
    )),
    paths: {
      labs: labs.paths,
      comparisons: comparisons.paths,
      figures: { ...figures.paths, ...pictures.paths },
    },
    changed: made.posts.map(({ path }) => pageFileOfPost(path)),
    errors,
    warnings,
    notes,
  };
}

/** The page of the post says so as well. */
function withNotice(post: DatedPost): DatedPost {
  const { data } = post;
  return data ? { ...post, unrecorded: `npx labworks correct ${data.kind}/${data.slug}` } : post;
}

/** The site that is served is no release: what must not be published is told, and stops nobody. */
function withoutErrors(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'error' ? { ...diagnostic, severity: 'warning' } : diagnostic;
}

function viewOf(diagnostic: Diagnostic, files: ReadonlyMap<string, SourceFile>): DiagnosticView {
  const { rule, message, hint, file, range } = diagnostic;
  const source = files.get(file);
  return {
    rule,
    page: rulePath(rule),
    message,
    hint,
    file,
    line: range.start.line,
    column: range.start.column,
    frame: source ? ownFrame(diagnostic, source) : '',
  };
}

function sourceFiles(sources: Sources): Map<string, SourceFile> {
  const { posts, labs, comparisons, accuracy, evidence, figures, rules } = sources;
  const all = [...posts, ...labs, ...comparisons, ...accuracy, ...evidence, ...figures, ...rules];
  return new Map(all.map(({ path, text }) => [path, createSourceFile(path, text)]));
}

/** Groups with a post that is not made yet as it stands now, or whose body or bundle is not whole any more. */
function changedGroups(
  {
    tools,
    asOf,
    logs,
  }: { readonly tools: string; readonly asOf: string | undefined; readonly logs: ReleaseLogs },
  { posts }: Sources,
  labs: readonly Digested<Lab>[],
  { index, whole }: PreviousUpdate,
): readonly PostGroup[] {
  const labDigests = new Map(labs.map(({ id, digest }) => [id, digest]));
  const previous = index?.posts ?? {};
  const releases = new Map([...logs].map(([labwork, log]) => [labwork, digestOfValue(log)]));
  const groups = groupPosts(posts, { tools, labs: labDigests, previous, today: asOf, releases });
  const isMade = ({ path, digest }: PostGroup['posts'][number]) => {
    const post = index?.posts[path];
    if (post?.digest !== digest || !(bodyFile(digest) in whole)) return false;
    const labworks = index!.labworks.filter(({ number }) => number === post.membership.labwork);
    return labworks.every(({ digest: zip }) => zipFile(zip) in whole);
  };
  return groups.filter((group) => !group.posts.every(isMade));
}

function changedRules(tools: string, { rules }: Sources, previous: ContentIndex | undefined): Job['rules'] {
  return rules
    .map((source) => ({ ...source, digest: digestOf(tools, source.path, source.text) }))
    .filter(({ path, digest }) => previous?.rules[path]?.digest !== digest);
}

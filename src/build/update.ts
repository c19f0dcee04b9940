import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Comparison } from '../lib/comparison/comparison.ts';
import { checkCorpus, createSourceFile, readComparison, readLab, toPretty } from '../lib/engine.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import { digestOf, digestOfTools } from '../workspace/digest.ts';
import { readCacheFile } from '../workspace/cache-files.ts';
import { groupByLabwork } from '../workspace/group-posts.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import type { PostGroup } from '../site/posts/make-posts.ts';
import { bodyFile, cacheFolder, projectRoot, zipFile } from '../workspace/paths.ts';
import type { LabworkSummary, PostSummary, RuleSummary } from '../site/posts/records.ts';
import type { Source, Sources } from '../workspace/content.ts';
import { readSources } from '../workspace/content.ts';
import { runJob } from './run-job.ts';
import type { OnProgress } from './threads.ts';

/** The whole content, up to date: every body is on the disk under its digest. */
export interface Content {
  readonly posts: readonly PostSummary[];
  readonly labworks: readonly LabworkSummary[];
  readonly labs: readonly (Lab & { readonly digest: string })[];
  readonly comparisons: readonly (Comparison & { readonly digest: string })[];
  readonly rules: readonly RuleSummary[];
  /** Paths of the posts that were made anew in this update. */
  readonly changed: readonly string[];
  /** Diagnostics as text, each with the author's own line. */
  readonly errors: DiagnosticSummary;
  readonly warnings: DiagnosticSummary;
}

export interface DiagnosticSummary {
  readonly count: number;
  /** Empty where there is nothing to report. */
  readonly text: string;
}

export interface UpdateQuestion {
  /** While a site is served, what is broken now is still shown in its last good state, so nothing old is thrown away. */
  readonly serving: boolean;
}

/** What the last update found, by path; read whole at the start of the next one. */
interface PostIndex {
  readonly tools: string;
  readonly posts: Readonly<Record<string, PostSummary>>;
  readonly rules: Readonly<Record<string, RuleSummary>>;
  readonly labworks: readonly LabworkSummary[];
}

const indexFile = join(cacheFolder, 'index.json');

/** A thread runs the code that it was started with. */
const tools = digestOfTools(projectRoot);

/** Makes what changed since the last time, and checks the content as a whole. */
export async function updateContent({ serving }: UpdateQuestion, onProgress?: OnProgress): Promise<Content> {
  const sources = readSources();
  const files = filesOf(sources);
  const kept = readCacheFile<PostIndex>(indexFile);
  const before = kept?.tools === tools ? kept : undefined;

  const labs = sources.labs.map(({ path, text }) => {
    const { value, diagnostics } = readLab(files.get(path)!);
    return { digest: digestOf(path, text), value, diagnostics };
  });
  const comparisons = sources.comparisons.map(({ path, text }) => {
    const { value, diagnostics } = readComparison(files.get(path)!);
    return { digest: digestOf(path, text), value, diagnostics };
  });
  const goodLabs = labs.flatMap(({ value, digest }) => (value ? [{ ...value, digest }] : []));
  const labDigests = new Map(goodLabs.map(({ id, digest }) => [id, digest]));

  const groups = groupsOf(sources.posts, labDigests, tools, before?.posts ?? {});
  const isDone = ({ posts }: PostGroup) =>
    posts.every(({ path, digest }) => before?.posts[path]?.digest === digest && existsSync(bodyFile(digest)));
  const changed = groups.filter((group) => !isDone(group));
  const rules = sources.rules.map((source) => ({
    ...source,
    digest: digestOf(tools, source.path, source.text),
  }));
  const changedRules = rules.filter(({ path, digest }) => before?.rules[path]?.digest !== digest);
  const done =
    changed.length + changedRules.length > 0
      ? await runJob({ labs: goodLabs, groups: changed, rules: changedRules }, onProgress)
      : { posts: [], labworks: [], rules: [] };

  const posts = latest(sources.posts, done.posts, before?.posts ?? {});
  const newRules = latest(sources.rules, done.rules, before?.rules ?? {});
  const labworks = labworksOf(posts, done.labworks, before?.labworks ?? []);
  const index: PostIndex = {
    tools,
    posts: Object.fromEntries(posts.map((post) => [post.path, post])),
    rules: Object.fromEntries(newRules.map((rule) => [rule.path, rule])),
    labworks,
  };
  const isNew = changed.length + changedRules.length > 0 || !before;
  if (isNew) writeCacheFile(indexFile, JSON.stringify(index));
  const wholeCheck = checkCorpus({
    guides: posts.map((post) => ({ ...post, file: files.get(post.path)! })),
    labs: new Map(goodLabs.map((lab) => [lab.id, lab])),
    comparisons: new Set(comparisons.flatMap(({ value }) => (value ? [value.id] : []))),
    figures: new Set(sources.figures),
  });
  const diagnostics = [
    ...labs.flatMap((lab) => lab.diagnostics),
    ...comparisons.flatMap((comparison) => comparison.diagnostics),
    ...newRules.flatMap((rule) => rule.diagnostics),
    ...posts.flatMap((post) => post.diagnostics),
    ...wholeCheck,
  ];
  const reportOf = (list: readonly Diagnostic[]): DiagnosticSummary => ({
    count: list.length,
    text: toPretty(list, files).trimEnd(),
  });
  const errors = reportOf(diagnostics.filter(({ severity }) => severity === 'error'));
  // While something is broken, its last good state is still shown where the site is served.
  if (isNew && !serving && errors.count === 0) sweep(index);
  return {
    posts,
    labworks,
    labs: goodLabs,
    comparisons: comparisons.flatMap(({ value, digest }) => (value ? [{ ...value, digest }] : [])),
    rules: newRules,
    changed: done.posts.map(({ path }) => path),
    errors,
    warnings: reportOf(diagnostics.filter(({ severity }) => severity !== 'error')),
  };
}

function filesOf(sources: Sources): Map<string, SourceFile> {
  const all = [...sources.posts, ...sources.labs, ...sources.comparisons, ...sources.rules];
  return new Map(all.map(({ path, text }) => [path, createSourceFile(path, text)]));
}

/**
 * The posts in groups, each post with its digest: of the tools, its own text, the texts of the other parts of its labwork, and
 * its lab. What is known of an unchanged text is not read from it again.
 */
function groupsOf(
  posts: readonly Source[],
  labs: ReadonlyMap<string, string>,
  tools: string,
  before: Readonly<Record<string, PostSummary>>,
): PostGroup[] {
  const members = posts.map((source) => {
    const textDigest = digestOf(source.text);
    const known = before[source.path];
    const { lab, labwork } =
      known?.textDigest === textDigest && known.data
        ? { lab: known.data.lab, labwork: known.data.kind === 'labworks' ? known.data.labwork : undefined }
        : membership(source);
    return { source, textDigest, lab, labwork };
  });
  return groupByLabwork(members, ({ labwork }) => labwork).map((group) => {
    const shared = group.flatMap(({ source, textDigest, lab }) => [
      source.path,
      textDigest,
      (lab !== undefined && labs.get(lab)) || '',
    ]);
    // A post that names a lab which is not there yet is checked again when labs come or go.
    const missing = group.some(({ lab }) => lab !== undefined && !labs.has(lab));
    if (missing) shared.push(...labs.keys());
    return {
      posts: group.map(({ source, textDigest }) => ({
        ...source,
        textDigest,
        digest: digestOf(tools, source.path, ...shared),
      })),
    };
  });
}

/** The lab and labwork that a changed post says it belongs to; whether that holds is checked when it is read. */
function membership({ path, text }: Source): { lab: string | undefined; labwork: number | undefined } {
  const none = { lab: undefined, labwork: undefined };
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
  if (yaml === undefined) return none;
  const isLabwork = path.includes('/labworks/');
  // Nearly every post says it plainly, and a thousand need not be parsed for it, one after the other, before any is made.
  const plain = /^lab:[ \t]*([\w-]+)[ \t]*\r?$/m.exec(yaml)?.[1];
  if (!isLabwork && (plain !== undefined || !yaml.includes('lab'))) return { lab: plain, labwork: undefined };
  try {
    const data = parseYaml(yaml, { maxAliasCount: 0 }) as Record<string, unknown> | null;
    const lab = typeof data?.['lab'] === 'string' ? data['lab'] : undefined;
    const labwork = isLabwork && typeof data?.['labwork'] === 'number' ? data['labwork'] : undefined;
    return { lab, labwork };
  } catch {
    return none;
  }
}

function latest<T extends { readonly path: string }>(
  sources: readonly Source[],
  made: readonly T[],
  before: Readonly<Record<string, T>>,
): T[] {
  const fresh = new Map(made.map((item) => [item.path, item]));
  return sources.flatMap(({ path }) => fresh.get(path) ?? before[path] ?? []);
}

function labworksOf(
  posts: readonly PostSummary[],
  made: readonly LabworkSummary[],
  before: readonly LabworkSummary[],
): LabworkSummary[] {
  const numbers = new Set(posts.flatMap(({ data }) => (data?.kind === 'labworks' ? [data.labwork] : [])));
  const fresh = new Map([...before, ...made].map((labwork) => [labwork.number, labwork]));
  return [...numbers].flatMap((number) => fresh.get(number) ?? []);
}

/** Removes bodies and zips that nothing refers to any more. */
function sweep({ posts, labworks }: PostIndex): void {
  const used = new Set([
    ...Object.values(posts).map(({ digest }) => bodyFile(digest)),
    ...labworks.map(({ digest }) => zipFile(digest)),
  ]);
  for (const folder of ['bodies', 'bundles']) {
    const root = join(cacheFolder, folder);
    if (!existsSync(root)) continue;
    for (const name of readdirSync(root)) {
      const path = join(root, name);
      if (!used.has(path)) rmSync(path, { force: true });
    }
  }
}

import {
  applySoundFixes,
  createSourceFile,
  defaultPlatforms,
  platforms,
  readAccuracyReport,
  readRecords,
  readRulePage,
  readSite,
  reportedCommand,
  sliceOf,
  sliceOfRuns,
} from '../lib/engine.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { FileReport } from '../lib/diagnostics/json.ts';
import type { PlatformId } from '../lib/platforms/platforms.ts';
import type { Engine, loadFigures } from '../lib/engine.ts';
import type { Slice } from '../lib/source/slice.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import type { CommandCounts } from '../jobs/kept-checks.ts';
import type { PostReports } from './check-posts.ts';
import { checkPosts } from './check-posts.ts';
import type { PictureReadings } from './look-at-pictures.ts';
import { reasonOf } from '../workspace/text-file.ts';
import { tooLong } from './script-length.ts';
import type { LedgerPost } from '../workspace/check-ledger.ts';
import type { ReadText } from '../workspace/workspace.ts';
import type { Failure, CheckTarget } from './targets.ts';

/** The engine with its reader of figures. */
export type CheckEngine = Engine & Awaited<ReturnType<typeof loadFigures>>;

export interface TargetReport extends FileReport {
  /** Absent for a file that was not named and has an error that concerns one that was. */
  readonly target?: CheckTarget;
  /** Where `commands` were not asked for: how many there are. */
  readonly counts?: CommandCounts;
  /** The keys of the pictures that a post names. */
  readonly pictures?: readonly string[];
  /** What a post is held to the ledger by. */
  readonly recorded?: Omit<LedgerPost, 'file'>;
}

export interface CheckResult {
  readonly reports: readonly TargetReport[];
  readonly failures: readonly Failure[];
}

/** A long one is read in no time. */
const yamlKinds: ReadonlySet<CheckTarget['kind']> = new Set(['lab', 'comparison', 'site']);

/** `posts` is what was found in the posts among the targets, where that is known already. */
export function checkTargets(
  targets: readonly CheckTarget[],
  engine: CheckEngine,
  read: ReadText,
  readings: PictureReadings,
  platform?: PlatformId,
  posts: PostReports = checkPosts(targets.filter(isPost), engine, read, readings),
): CheckResult {
  const failures = [...posts.failures];
  const found = new Map<string, TargetReport>(posts.reports.map((report) => [report.target.path, report]));
  for (const [path, report] of posts.labReports) found.set(path, report);
  for (const target of targets) {
    const { kind } = target;
    const text = kind === 'post' ? undefined : read(target.path);
    if (kind === 'post' || text === undefined) continue;
    const problem = yamlKinds.has(kind) ? undefined : tooLong(text);
    if (problem !== undefined) {
      failures.push({ shown: target.shown, problem });
      continue;
    }
    try {
      const report = checkOne(kind, createSourceFile(target.shown, text), engine, platform);
      // Of the links of the site the posts are needed.
      const links = kind === 'site' ? (found.get(target.path)?.diagnostics ?? []) : [];
      const diagnostics = [...report.diagnostics, ...links.map((one) => ({ ...one, file: target.shown }))];
      found.set(target.path, { target, ...report, diagnostics });
    } catch (error) {
      failures.push({
        shown: target.shown,
        problem: `the check of it failed, which is a fault of the tool: ${reasonOf(error)}`,
      });
    }
  }
  // In the order of the command line, then what else there is to say.
  const order = new Map(targets.map(({ shown }, index) => [shown, index]));
  const place = ({ file }: FileReport) => order.get(file.path) ?? targets.length;
  return { reports: [...found.values()].sort((a, b) => place(a) - place(b)), failures };
}

export function isPost({ kind }: CheckTarget): boolean {
  return kind === 'post';
}

function checkOne(
  kind: Exclude<CheckTarget['kind'], 'post'>,
  file: SourceFile,
  engine: CheckEngine,
  platform?: PlatformId,
): FileReport {
  if (kind === 'lab') return { file, diagnostics: engine.readLab(file).diagnostics, commands: [] };
  if (kind === 'site') return { file, diagnostics: readSite(file).diagnostics, commands: [] };
  if (kind === 'figure') return { file, diagnostics: engine.readFigure(file).diagnostics, commands: [] };
  if (kind === 'comparison')
    return { file, diagnostics: engine.readComparison(file).diagnostics, commands: [] };
  if (kind === 'report') return { file, diagnostics: readAccuracyReport(file).diagnostics, commands: [] };
  if (kind === 'records') return { file, diagnostics: readRecords(file).diagnostics, commands: [] };
  if (kind === 'rule') return { file, diagnostics: readRulePage(file).diagnostics, commands: [] };
  const on = platform && platforms[platform].dialect === kind ? platform : defaultPlatforms[kind];
  const { diagnostics, commands } = engine.checkScript(scriptSlice(file), on);
  return {
    file,
    diagnostics,
    commands: commands.map(reportedCommand),
  };
}

/** A script's text with LF at the end of every line, as a block of a guide has it. */
export function scriptSlice(file: SourceFile): Slice {
  if (!file.text.includes('\r')) return sliceOf(file);
  const runs: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = file.text.indexOf('\r\n'); at >= 0; at = file.text.indexOf('\r\n', at + 2)) {
    if (at > start) runs.push({ start, end: at });
    start = at + 1;
  }
  runs.push({ start, end: file.text.length });
  return sliceOfRuns(file, runs);
}

export interface FixResult extends CheckResult {
  /** Texts that changed, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: readonly Diagnostic[];
}

/** More rounds than this mean that two fixes undo each other. */
const mostRounds = 10;

/**
 * Applies the `wanted` fixes to the named files and checks again, until there are none left that leave a file as readable as it is.
 * Nothing is written.
 */
export function fixTargets(
  targets: readonly CheckTarget[],
  engine: CheckEngine,
  read: ReadText,
  readings: PictureReadings,
  platform: PlatformId | undefined,
  wanted: (diagnostic: Diagnostic) => boolean,
): FixResult {
  const texts = new Map<string, string>();
  const applied: Diagnostic[] = [];
  const newest: ReadText = (path) => texts.get(path) ?? read(path);
  let result = checkTargets(targets, engine, newest, readings, platform);
  for (let round = 0; round < mostRounds; round++) {
    let changed = false;
    for (const { target, file, diagnostics } of result.reports) {
      if (!target) continue;
      const check = (text: string): readonly Diagnostic[] => {
        const candidate: ReadText = (path) => (path === target.path ? text : newest(path));
        const { reports } = checkTargets([target], engine, candidate, readings, platform);
        return reports.find((report) => report.target === target)?.diagnostics ?? [];
      };
      const fixed = applySoundFixes(file.text, diagnostics, wanted, check);
      if (fixed.applied.length === 0 || fixed.text === file.text) continue;
      texts.set(target.path, fixed.text);
      for (const item of fixed.applied) applied.push(item);
      changed = true;
    }
    if (!changed) break;
    result = checkTargets(targets, engine, newest, readings, platform);
  }
  return { ...result, texts, applied };
}

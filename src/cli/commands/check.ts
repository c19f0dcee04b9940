import { parseArgs } from 'node:util';
import {
  createEngine,
  createSourceFile,
  defaultPlatforms,
  dialectIds,
  isSafe,
  languages,
  loadFigures,
  optionalRules,
  platformIds,
  platforms,
  readCommandFacts,
  rules,
  toGitHub,
  toJson,
  toPretty,
  toSarif,
  withCommandFacts,
} from '../../lib/engine.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import type { FileFailure } from '../../lib/diagnostics/json.ts';
import type { SarifRun } from '../../lib/diagnostics/sarif.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import type { DialectId } from '../../lib/platforms/dialects.ts';
import type { PlatformId } from '../../lib/platforms/platforms.ts';
import type { CatalogueSource } from '../../lib/dialects/powershell/catalogue/catalogue.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';
import type { CheckResult, FixResult } from '../check-targets.ts';
import { checkContent } from '../check-content.ts';
import { checkReleases } from '../check-releases.ts';
import { checkTargets, fixTargets, isPost } from '../check-targets.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { siteUrl, version } from '../../workspace/identity.ts';
import type { TextFile } from '../../workspace/text-file.ts';
import { encodeText, readText, reasonOf } from '../../workspace/text-file.ts';
import { writeUserFile } from '../../workspace/write-file.ts';
import { choose, choosePlatform } from '../choose.ts';
import { checkAgainstLedger } from '../check-against-ledger.ts';
import { docsUrl } from '../docs-url.ts';
import type { Failure, CheckTarget } from '../targets.ts';
import { lookAtPictures } from '../look-at-pictures.ts';
import { findContent, findTargets } from '../targets.ts';
import { printError, stderr, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { changes } from '../watch.ts';
import { summaryOf } from '../views/summary.ts';

const formats = ['pretty', 'json', 'sarif', 'github'] as const;
type Format = (typeof formats)[number];

export const help = `npx labworks check [FILE…] [options]

Checks all posts, labs, comparisons and figures under src/content, or the files named: posts (.mdx, .md), labs and comparisons
(.yaml), figures (.svg), PowerShell scripts (.ps1, .psm1) and switch configurations (.ios); with --platform also a script
or configuration in a .cfg, .conf, .config or .txt file that is named. A folder stands for all such files
in it. The other parts of a labwork, its lab and the posts it names are read with a post, and only what is wrong in the named
files is told.

  --platform P     what bare scripts run on: ${platformIds.slice(0, 3).join(', ')},
                   ${platformIds.slice(3, 6).join(', ')},
                   ${platformIds.slice(6, 11).join(', ')},
                   ${platformIds.slice(11).join(', ')}
                   (default: ${dialectIds.map((id) => `${defaultPlatforms[id]} for ${languages[id].title}`).join(', ')})
  --format F       ${formats.join(', ')} (default: pretty)
  --stdin          check a script from standard input, of the dialect that --dialect or --platform says
  --dialect D      ${dialectIds.join(' or ')}
  --facts FILE     know further modules, from a file that tools/Export-CommandFacts.ps1 wrote on a Windows machine
  --rule RULE      tell an optional rule as well: ${[...optionalRules].join(', ')}
  --update         take what the model prints into the output blocks that differ from it
  --base COMMIT    prove that the ledger still has every entry that it had there (by default where this branch has left its
                   upstream, else the last commit)
  --watch          check again whenever a file is changed, until Ctrl+C
  --fix            make the repairs that are certain, and tell what is left; with --stdin, print the repaired text

Exit codes: 0 no errors (warnings do not count), 1 errors were found, 2 a file could not be read or the tool failed.
`;

export async function run(args: string[]): Promise<number> {
  const watched = args.filter((word) => word !== '--watch');
  if (watched.length === args.length) return check(args);
  const clashing = ['--stdin', '--fix', '--update'].find((word) => args.includes(word));
  if (clashing) throw new UsageError(`--watch only looks on; it does not go with ${clashing}.`);
  for await (const changed of changes(watched)) {
    if (changed !== undefined) stdout.print(`\n${changed} has changed.\n\n`);
    await check(watched);
  }
  return 0;
}

async function check(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      platform: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
      stdin: { type: 'boolean', default: false },
      dialect: { type: 'string' },
      facts: { type: 'string', multiple: true, default: [] },
      rule: { type: 'string', multiple: true, default: [] },
      update: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      base: { type: 'string' },
    },
  });
  const format = choose('--format', values.format, formats);
  const dialect = values.dialect === undefined ? undefined : choose('--dialect', values.dialect, dialectIds);
  const platform = values.platform === undefined ? undefined : choosePlatform(values.platform);
  const optional = new Set(values.rule.map((word) => choose('--rule', word, [...optionalRules])));
  if (dialect && !values.stdin)
    throw new UsageError('--dialect belongs to --stdin; files tell by their names.');
  if (values.update && values.stdin) throw new UsageError('--update is for posts, which are files.');
  if (values.stdin && positionals.length > 0) throw new UsageError('name files or give --stdin, not both.');
  if (dialect && platform && platforms[platform].dialect !== dialect)
    throw new UsageError(`${platform} does not run ${dialect}.`);

  const texts = new Map<string, TextFile>();
  const failures: Failure[] = [];
  const content = values.stdin || positionals.length > 0 ? undefined : findContent();
  const named = values.stdin
    ? readStdin(dialect, platform, texts, failures)
    : (content?.targets ?? findNamed(positionals, failures, platform && platforms[platform].dialect));
  if (platform && named.length > 0 && !named.some(({ kind }) => kind === platforms[platform].dialect))
    printError(`no file here runs on ${platform}; posts and labs say themselves what they run on.`);
  const targets = named.filter(({ shown, path }) => {
    if (texts.has(path)) return true;
    const read = readText(path);
    if ('problem' in read) failures.push({ shown, problem: read.problem });
    else texts.set(path, read);
    return !('problem' in read);
  });
  // Of its own content the project is told as the build tells it.
  const misplaced = content?.checkFiles(failures.splice(0)) ?? [];
  const read = (path: string): string | undefined => {
    const known = texts.get(path);
    if (known) return known.text;
    const file = readText(path);
    if ('problem' in file) return undefined;
    texts.set(path, file);
    return file.text;
  };

  const catalogue = values.facts.length === 0 ? loadCatalogue() : loadWithFacts(values.facts);
  const engine = { ...createEngine({ catalogue, optional }), ...(await loadFigures()) };
  const readings = await lookAtPictures(targets, read);
  const wanted = (diagnostic: Diagnostic) =>
    (values.fix && isSafe(diagnostic)) || (values.update && diagnostic.rule === 'guide/output-differs');
  // Results are kept of texts as they lie there, by the project's own facts and rules. A repair is made in rounds of texts that lie nowhere;
  // further facts and optional rules find other things. Files that are named may lie anywhere.
  const isKept =
    content !== undefined &&
    !values.fix &&
    !values.update &&
    values.facts.length === 0 &&
    optional.size === 0;
  const posts = isKept
    ? await checkContent(targets.filter(isPost), engine, read, {
        readings,
        withCommands: format === 'json',
      })
    : undefined;
  let result: CheckResult & Partial<FixResult> =
    values.fix || values.update
      ? fixTargets(targets, engine, read, readings, platform, wanted)
      : checkTargets(targets, engine, read, readings, platform, posts);
  /** What could not be written still has its problems. */
  const asItIsNow = ({ texts: mended, applied }: typeof result, unwritten: readonly Failure[]) => {
    const isAsBefore = (file: string) => unwritten.some(({ shown }) => shown === file);
    const before = new Set(targets.filter(({ shown }) => isAsBefore(shown)).map(({ path }) => path));
    const now = (path: string) => (before.has(path) ? undefined : mended?.get(path)) ?? read(path);
    return {
      ...checkTargets(targets, engine, now, readings, platform),
      ...(applied && { applied: applied.filter(({ file }) => !isAsBefore(file)) }),
    };
  };
  const toStderr = values.stdin && values.fix;
  const unwritten = result.texts ? writeBack(result.texts, texts, targets) : [];

  const all = [...failures, ...result.failures];
  const failed: FileFailure[] = [
    ...all.map(({ shown, problem }) => ({ path: shown, message: `${shown} cannot be checked: ${problem}.` })),
    ...unwritten.map(({ shown, problem }) => ({
      path: shown,
      message: `${shown} cannot be repaired, and is as it was: ${problem}.`,
    })),
  ];
  for (const { message } of failed) printError(message);
  if (unwritten.length > 0) result = asItIsNow(result, unwritten);
  const shown = new Set(result.reports.flatMap(({ pictures = [] }) => pictures));
  const unrecorded = checkAgainstLedger(result.reports, content?.files, values.base);
  result = withMisplaced(result, [
    ...misplaced,
    ...(content?.checkFigures(readings, shown) ?? []),
    ...unrecorded,
    ...(content ? await checkReleases(result.reports, values.base) : []),
  ]);
  const hasErrors = result.reports.some(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  const exitCode = failed.length > 0 ? 2 : hasErrors ? 1 : 0;
  const out = toStderr ? stderr : stdout;
  if (format === 'pretty') out.print(prettyReport(result, all, out.painter));
  else out.write(dataReport(format, result.reports, { exitCode, failures: failed }));
  return exitCode;
}

function prettyReport(
  { reports, applied }: CheckResult & Partial<FixResult>,
  failures: readonly Failure[],
  painter: TextPainter,
): string {
  const sources = new Map(reports.map(({ file }) => [file.path, file]));
  const diagnostics = reports.flatMap((report) => report.diagnostics);
  const text = toPretty(diagnostics, sources, painter);
  return `${text}${text === '' ? '' : '\n'}${summaryOf(reports, failures, applied)}\n`;
}

function dataReport(
  format: Exclude<Format, 'pretty'>,
  reports: CheckResult['reports'],
  run: SarifRun,
): string {
  switch (format) {
    case 'json':
      return toJson(reports, docsUrl);
    case 'github':
      return toGitHub(reports, run.failures);
    case 'sarif':
      return toSarif(reports, { name: 'labworks', version, url: siteUrl(), docsUrl, severities: rules }, run);
  }
}

function loadWithFacts(files: readonly string[]): CatalogueSource {
  const facts = files.map((path) => {
    const text = readText(path);
    const read = 'problem' in text ? text : readCommandFacts(text.text);
    if ('problem' in read) throw new UsageError(`${path} cannot be taken in: ${read.problem}.`);
    return read.value;
  });
  const { value, problems } = withCommandFacts(loadCatalogue(), facts);
  if (problems.length > 0) throw new UsageError(`the facts cannot be taken in: ${problems.join('; ')}.`);
  return value;
}

function findNamed(
  words: readonly string[],
  failures: Failure[],
  dialect: DialectId | undefined,
): readonly CheckTarget[] {
  const found = findTargets(words, dialect);
  for (const item of found.failures) failures.push(item);
  return found.targets;
}

/** With what is wrong with where files lie, be they among the reports or not. */
function withMisplaced<Result extends CheckResult>(result: Result, misplaced: readonly Diagnostic[]): Result {
  const isOf =
    ({ path }: SourceFile) =>
    (diagnostic: Diagnostic) =>
      diagnostic.file === path;
  const known = new Set(result.reports.map(({ file }) => file.path));
  const others = [...new Set(misplaced.map(({ file }) => file))].filter((path) => !known.has(path));
  return {
    ...result,
    reports: [
      ...result.reports.map((report) => ({
        ...report,
        diagnostics: [...misplaced.filter(isOf(report.file)), ...report.diagnostics],
      })),
      ...others.map((path) => {
        const file = createSourceFile(path, '');
        return { file, diagnostics: misplaced.filter(isOf(file)), commands: [] };
      }),
    ],
  };
}

const stdin = '<stdin>';

function readStdin(
  dialect: DialectId | undefined,
  platform: PlatformId | undefined,
  texts: Map<string, TextFile>,
  failures: Failure[],
): readonly CheckTarget[] {
  const kind = dialect ?? (platform && platforms[platform].dialect);
  if (!kind) throw new UsageError('--stdin needs --dialect powershell or --dialect ios.');
  const text = readText(0);
  if ('problem' in text) {
    failures.push({ shown: stdin, problem: text.problem });
    return [];
  }
  texts.set(stdin, text);
  return [{ shown: stdin, path: stdin, kind }];
}

function writeBack(
  changed: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, TextFile>,
  targets: readonly CheckTarget[],
): Failure[] {
  const failures: Failure[] = [];
  for (const { path, shown } of targets) {
    const before = texts.get(path);
    const text = changed.get(path);
    if (path === stdin) stdout.write(encodeText({ text: text ?? before!.text, encoding: before!.encoding }));
    else if (text !== undefined) {
      try {
        writeUserFile(path, encodeText({ text, encoding: before!.encoding }));
      } catch (error) {
        failures.push({ shown, problem: reasonOf(error) });
      }
    }
  }
  return failures;
}

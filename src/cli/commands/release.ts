import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bumps, checkReleases, isOfGuide, releasesOf, toPretty } from '../../lib/engine.ts';
import type { ReleasedPart } from '../../lib/ledger/releases/check-releases.ts';
import type { StatusEvent } from '../../lib/ledger/releases/status.ts';
import { releaseLogs } from '../../jobs/check-released.ts';
import { projectRoot, withSlashes } from '../../workspace/paths.ts';
import { releasesFolder } from '../../workspace/release-paths.ts';
import { encodeText, readText } from '../../workspace/text-file.ts';
import { today } from '../../workspace/today.ts';
import type { ReleaseFile } from '../../workspace/write-release.ts';
import { writeRelease } from '../../workspace/write-release.ts';
import type { Asking } from '../ask.ts';
import { askAtTerminal, AskingEnded } from '../ask.ts';
import type { BundledLabwork } from '../bundled-labwork.ts';
import { readBundledLabwork } from '../bundled-labwork.ts';
import { choose } from '../choose.ts';
import { changesOf, decideRelease, prepareRelease, recordedSince, statusFile } from '../make-release.ts';
import { asOneRecorder } from '../one-recorder.ts';
import type { RecordingOptions } from '../release-events.ts';
import { recordRemedy, recordYank } from '../release-events.ts';
import { readDebugFiles } from '../read-debug-files.ts';
import { stderr, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { decisionText, writesText } from '../views/release.ts';

export const help = `npx labworks release N [options]

Releases what the posts of labwork N make now: decides the version by what has changed for whoever ran the release before, and writes the
zip and its manifest under ${releasesFolder}, where they stay as they are for ever, and what became of all releases into status.json. Where
the posts make the newest release there is nothing to do. One that was broken off is finished by the same command.

  patch: words only. minor: steps, devices or looks at the result came. major: commands of a step that was there have changed.

  --change TEXT    what has changed, for CHANGELOG.md; may be given several times (default: what the ledger says of the parts and their
                   lab since the release before, then what the decision was made by)
  --as BUMP        make it at least a ${bumps.join(', ')}
  --date DAY       the day of the release (default: today)
  --dry-run        say what would be done, and do nothing
  --yes            do it without asking

  --yank VERSION --reason TEXT --debug SLUG
                   say of a release that it must not be used, and which Debug File explains why. Its zip stays where it is, behind its
                   reason. What is yanked stays so: release a better one.
  --remedy VERSION --text TEXT
                   say what those have to do who ran a release: its status, the labwork's page and the README of later releases tell it.
                   What is said later stands in the place of what was said before. Hosts can be led on by the host script of the next release,
                   -Repair -From VERSION: say so where that is what is to be done.

Exit codes: 0 released, or nothing to release; 1 not released, and why; 2 it could not be done.
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      change: { type: 'string', multiple: true, default: [] },
      as: { type: 'string' },
      date: { type: 'string' },
      yank: { type: 'string' },
      unyank: { type: 'string' },
      reason: { type: 'string' },
      debug: { type: 'string' },
      remedy: { type: 'string' },
      text: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  });
  if (values.unyank !== undefined)
    throw new UsageError('what was yanked stays so, as somebody has read it: release a better one.');
  const least = values.as === undefined ? undefined : choose('--as', values.as, bumps);
  const options = { ...values, dryRun: values['dry-run'], least };
  // What a release is decided by must not change before it is written.
  if (values.remedy !== undefined && values.yank !== undefined)
    throw new UsageError('--yank and --remedy are two entries: write the one, then the other.');
  const work = () => addToLog(positionals, options);
  return options.dryRun ? work() : asOneRecorder(work);
}

type ReleaseValues = Pick<RecordingOptions, 'dryRun'> & {
  readonly change: string[];
  readonly least?: Parameters<typeof decideRelease>[2];
  readonly yes: boolean;
  readonly date?: string | undefined;
  readonly yank?: string | undefined;
  readonly reason?: string | undefined;
  readonly debug?: string | undefined;
  readonly remedy?: string | undefined;
  readonly text?: string | undefined;
};

async function addToLog(positionals: readonly string[], { yes, ...options }: ReleaseValues): Promise<number> {
  const bundled = readBundledLabwork(positionals, {}, { done: 'released', example: 'labworks release 2' });
  if (!bundled) return 1;
  const { log, leftovers } = readLog(bundled) ?? {};
  if (!log || !leftovers) return 1;
  const date = dateOf(options.date, log);
  const asking = yes || options.dryRun ? undefined : askAtTerminal();
  const agreed = async (question: string) => {
    if (yes) return true;
    if (!asking) throw new UsageError(`there is nobody to ask “${question}” Give --yes.`);
    const isAgreed = await asking.agreed(question);
    if (!isAgreed) stdout.print('Nothing was written.\n');
    return isAgreed;
  };
  try {
    const all = { ...options, date, asking, agreed };
    if (options.yank !== undefined) return await recordYank(bundled, log, { ...all, version: options.yank });
    if (options.remedy !== undefined)
      return await recordRemedy(bundled, log, { ...all, version: options.remedy });
    return await release(bundled, log, leftovers, all);
  } catch (error) {
    if (!(error instanceof AskingEnded)) throw error;
    stdout.print(`\nlabworks: ${error.message}\n`);
    return 1;
  } finally {
    asking?.close();
  }
}

/** What was released, and what lies there besides; undefined where that is not as it was, which is then told. */
function readLog(bundled: BundledLabwork) {
  const { number, parts, stored } = bundled;
  const debugFiles = readDebugFiles();
  const found = checkReleases({ stored: [stored], parts, comparisons: new Map(), debugFiles });
  const leftovers = found.filter(({ rule }) => rule === 'release/unfinished').map(({ file }) => file);
  const wrong = found.filter(
    ({ rule, severity }) =>
      severity === 'error' && rule !== 'release/unfinished' && rule !== 'release/front-matter',
  );
  if (wrong.length > 0) {
    stderr.print(toPretty(wrong, new Map([[stored.status.path, stored.status]]), stderr.painter));
    stderr.print(
      `\nlabworks: what was released of labwork ${number} is not as it was; nothing is released before it is.\n`,
    );
    return undefined;
  }
  const log = releaseLogs([stored]).get(number) ?? [];
  if (log.length > 0 && !isOfGuide(log, parts)) {
    stderr.print(
      `labworks: the releases of Labworks ${number} in ${releasesFolder} are of other posts. Remove them there, or give this labwork another number.\n`,
    );
    return undefined;
  }
  return { log, leftovers };
}

function dateOf(given: string | undefined, log: readonly StatusEvent[]): string {
  const date = given ?? today();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new UsageError(`--date cannot be “${date}”; write a day as 2024-03-31.`);
  if (date > today()) throw new UsageError(`--date cannot be ${date}, which is still to come.`);
  const last = log.at(-1)?.date;
  if (last !== undefined && date < last)
    throw new UsageError(`--date cannot be ${date}: what was done last is dated ${last}.`);
  return date;
}

async function release(
  bundled: BundledLabwork,
  log: readonly StatusEvent[],
  leftovers: readonly string[],
  {
    date,
    dryRun,
    asking,
    agreed,
    change,
    least,
  }: RecordingOptions & { readonly change: string[]; readonly least?: Parameters<typeof decideRelease>[2] },
): Promise<number> {
  const { number, parts } = bundled;
  const decision = await decideRelease(bundled, log, least);
  if (!decision) return nothingToRelease(bundled, log, leftovers, { date, dryRun, asking, agreed });
  stdout.print(`${decisionText(number, decision, stdout.painter)}\n`);
  const told = [...recordedSince(decision.previous, parts), ...changesOf(decision)];
  const changes = change.length > 0 ? change : await askForChanges(told, asking);
  const { version } = decision;
  const posts = parts.flatMap((part) => postOfRelease(part, version) ?? []);
  const prepared = await prepareRelease(
    bundled,
    log,
    { version, date, changes: [...changes] },
    { posts, leftovers },
  );
  stdout.print(writesText(prepared));
  if (dryRun) return 0;
  if (!(await agreed(`Release ${version}?`))) return 1;
  writeRelease(prepared.writes);
  stdout.print(`Released. Commit what is in ${releasesFolder} together with the posts.\n`);
  return 0;
}

async function nothingToRelease(
  { number }: BundledLabwork,
  log: readonly StatusEvent[],
  leftovers: readonly string[],
  { dryRun, agreed }: RecordingOptions,
): Promise<number> {
  const newest = releasesOf(log).at(-1)?.version ?? '';
  stdout.print(`The posts of labwork ${number} make release ${newest}: there is nothing to release.\n`);
  if (leftovers.length === 0) return 0;
  stdout.print(`No release has ${leftovers.join(', ')}.\n`);
  if (dryRun || !(await agreed('Remove it?'))) return 1;
  writeRelease({ leftovers, files: [], status: statusFile(number, log) });
  return 0;
}

async function askForChanges(
  proposed: readonly string[],
  asking: Asking | undefined,
): Promise<readonly string[]> {
  if (!asking) return proposed;
  const together = proposed.join(' ');
  const given = await asking.text('What has changed, for whoever has the release before?', together);
  return given === together ? proposed : [given];
}

/** A part that says which release it is of, with this one instead; undefined where it does not say so, or says this one. */
function postOfRelease({ data, file, fields }: ReleasedPart, version: string): ReleaseFile | undefined {
  const place = fields['release'];
  if (data.release === undefined || data.release === version || !place) return undefined;
  const path = resolve(file.path);
  const read = readText(path);
  if ('problem' in read) throw new UsageError(`${file.path} cannot be read: ${read.problem}.`);
  const text = read.text.slice(0, place[0]) + version + read.text.slice(place[1]);
  return {
    path: withSlashes(relative(projectRoot, path)),
    bytes: encodeText({ ...read, text }),
  };
}

import { checkReleases, createSourceFile, releasesOf, withEvent } from '../lib/engine.ts';
import type { StatusEvent } from '../lib/ledger/releases/status.ts';
import { writeRelease } from '../workspace/write-release.ts';
import type { Asking } from './ask.ts';
import type { BundledLabwork } from './bundled-labwork.ts';
import { statusFile } from './make-release.ts';
import { readDebugFiles } from './read-debug-files.ts';
import { stdout } from './terminal.ts';
import { UsageError } from './usage.ts';

/** How an entry is made. */
export interface RecordingOptions {
  readonly date: string;
  readonly dryRun: boolean;
  /** Undefined where nobody is asked, or nobody is there. */
  readonly asking: Asking | undefined;
  /** Whether it is to be done; throws a UsageError where somebody should be asked and is not there. */
  agreed(question: string): Promise<boolean>;
}

/** Says of a release that it must not be used. */
export async function recordYank(
  bundled: BundledLabwork,
  log: readonly StatusEvent[],
  {
    version,
    reason,
    debug,
    ...options
  }: RecordingOptions & {
    readonly version: string;
    readonly reason?: string | undefined;
    readonly debug?: string | undefined;
  },
): Promise<number> {
  checkVersion(bundled, log, version);
  if (reason === undefined || reason.trim() === '')
    throw new UsageError('--yank needs --reason: what harm it does, in a sentence.');
  if (debug === undefined) throw new UsageError('--yank needs --debug: the Debug File that explains it.');
  const event = { kind: 'yank', version, date: options.date, reason: reason.trim(), debug } as const;
  return writeEvent(bundled, withEvent(log, event), options, {
    said: `Release ${version} of labwork ${bundled.number} will be yanked, for good: ${event.reason}`,
    question: `Yank ${version}?`,
    done: 'Yanked',
  });
}

/** Says what those have to do who ran a release. */
export async function recordRemedy(
  bundled: BundledLabwork,
  log: readonly StatusEvent[],
  {
    version,
    text,
    ...options
  }: RecordingOptions & { readonly version: string; readonly text?: string | undefined },
): Promise<number> {
  checkVersion(bundled, log, version);
  if (text === undefined || text.trim() === '')
    throw new UsageError('--remedy needs --text: what those have to do who ran it.');
  const event = { kind: 'remedy', version, date: options.date, text: text.trim() } as const;
  return writeEvent(bundled, withEvent(log, event), options, {
    said: `Those who ran release ${version} of labwork ${bundled.number} will be told: ${event.text}`,
    question: 'Say so?',
    done: 'Said',
  });
}

function checkVersion({ number }: BundledLabwork, log: readonly StatusEvent[], version: string): void {
  const versions = releasesOf(log).map((event) => event.version);
  if (versions.includes(version)) return;
  throw new UsageError(
    `labwork ${number} has no release ${version}; there are: ${versions.join(', ') || 'none'}.`,
  );
}

/** Writes a status that has one more event, which is no release. */
async function writeEvent(
  { number, stored, parts }: BundledLabwork,
  events: readonly StatusEvent[],
  { dryRun, agreed }: RecordingOptions,
  { said, question, done }: { readonly said: string; readonly question: string; readonly done: string },
): Promise<number> {
  const status = statusFile(number, events);
  // Whatever the check would say of it is said before it stands there.
  const found = checkReleases({
    stored: [
      { ...stored, status: createSourceFile(stored.status.path, Buffer.from(status.bytes).toString()) },
    ],
    parts,
    comparisons: new Map(),
    debugFiles: readDebugFiles(),
  }).filter(({ rule }) => rule === 'release/status' || rule === 'release/debug-file');
  const [first] = found;
  if (first) throw new UsageError([first.message, first.hint].join(' '));
  stdout.print(`${said}\n`);
  if (dryRun) return 0;
  if (!(await agreed(question))) return 1;
  writeRelease({ leftovers: [], files: [], status });
  stdout.print(`${done}. Commit ${status.path}.\n`);
  return 0;
}

import { compareVersions } from 'compare-versions';
import { z } from 'zod';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { singleLine } from '../../diagnostics/single-line.ts';
import { day, postRef, slug } from '../../guide/front-matter.ts';
import { canonicalJson, jsonFile } from '../../writing/json.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in small hexadecimal digits');
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0');
const file = z.string().regex(/^[\w.-]+$/, 'the name of a file');
/** Of the event before; the first one has none. Whoever changes one has to write anew all that follow it. */
const previous = digest.nullable().describe('SHA-256 of the entry before, as canonical JSON.');

const release = z.strictObject({
  kind: z.literal('release'),
  version,
  date: day,
  changes: z.array(singleLine).min(1).describe('What changed, a sentence each.'),
  zip: file,
  size: z.int().positive().describe('Bytes of the zip.'),
  sha256: digest.describe('Of the zip.'),
  manifest: digest.describe('Of the manifest beside the zip, as canonical JSON.'),
  files: z.record(z.string(), digest).describe('SHA-256 of every file in the zip, by its path.'),
  parts: z.record(postRef, digest).describe('SHA-256 of what each post gave to the bundle.'),
  previous,
});

const yank = z.strictObject({
  kind: z.literal('yank'),
  version,
  date: day,
  reason: singleLine,
  debug: slug.describe('The Debug File that explains it.'),
  previous,
});

const remedy = z.strictObject({
  kind: z.literal('remedy'),
  version,
  date: day,
  text: singleLine.describe(
    'What those have to do who ran the release. A later one stands in the place of an earlier one.',
  ),
  previous,
});

const state = z.strictObject({
  status: z
    .enum(['ok', 'superseded', 'yanked'])
    .describe('superseded: a newer release is there; yanked: it must not be used.'),
  date: day,
  zip: file,
  sha256: digest,
  by: version.optional().describe('The newest release.'),
  reason: singleLine.optional().describe('Why it was yanked.'),
  debug: z.string().optional().describe('Path of the page that explains it.'),
  remedy: singleLine.optional().describe('What those have to do who ran it.'),
});

/** `status.json` of a labwork. Published as JSON Schema at `/schemas/status-1.json`. */
export const statusSchema = z
  .strictObject({
    $schema: z.string(),
    format: z.literal(1).describe('Version of this format.'),
    labwork: z.int().positive(),
    newest: version.nullable().describe('The newest release that was not yanked.'),
    versions: z.record(version, state).describe('What became of each release; made of the log.'),
    log: z
      .array(z.discriminatedUnion('kind', [release, yank, remedy]))
      .min(1)
      .describe('All that ever happened, in its order; nothing of it ever changes.'),
  })
  .meta({ title: 'Status of the releases of a labwork' });

export type ReleaseEvent = z.output<typeof release>;
export type YankEvent = z.output<typeof yank>;
export type RemedyEvent = z.output<typeof remedy>;
export type StatusEvent = ReleaseEvent | YankEvent | RemedyEvent;
export type ReleaseStatus = z.output<typeof statusSchema>;
export type VersionState = z.output<typeof state>;

/** The JSON Schema of the status, for `/schemas/status-1.json`; `site` without a slash at its end. */
export function statusJsonSchema(site: string): object {
  return {
    $id: `${site}/schemas/status-1.json`,
    ...z.toJSONSchema(statusSchema, { target: 'draft-2020-12' }),
  };
}

/** What an event is known by: the same whatever the order of its keys and the line ends of its file. */
export function digestOfEvent(event: StatusEvent): string {
  return digestOfCanonical(event);
}

/** SHA-256 of a JSON value, whatever it was written like. */
export function digestOfCanonical(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** The releases of a log, in its order. */
export function releasesOf(log: readonly StatusEvent[]): readonly ReleaseEvent[] {
  return log.filter((event) => event.kind === 'release');
}

/** The release that was made last. */
export function lastRelease(log: readonly StatusEvent[]): ReleaseEvent | undefined {
  return releasesOf(log).at(-1);
}

/** A release with what became of it. */
export interface ToldRelease extends Pick<ReleaseEvent, 'version' | 'date' | 'changes'> {
  readonly withdrawn?: Pick<YankEvent, 'date' | 'reason' | 'debug'>;
  /** What those have to do who ran it. */
  readonly remedy?: string;
}

/** The releases of a log, the oldest first, with what it says of each until one more is made. */
export function releasesUntilNext(log: readonly StatusEvent[]): readonly ToldRelease[] {
  const yanks = yanksOf(log);
  const remedies = remediesOf(log);
  return releasesOf(log).map((release): ToldRelease => {
    const { version } = release;
    const [withdrawn, remedyText] = [yanks.get(version), remedies.get(version)];
    return {
      ...release,
      ...(withdrawn && { withdrawn }),
      ...(remedyText !== undefined && { remedy: remedyText }),
    };
  });
}

/**
 * The releases of a log, the oldest first, with what was known of the older ones when the last one was made: what its files tell, whatever
 * was found since.
 */
export function releasesUntilLast(log: readonly StatusEvent[]): readonly ToldRelease[] {
  const at = log.findLastIndex(({ kind }) => kind === 'release');
  return [...releasesUntilNext(log.slice(0, Math.max(at, 0))), ...releasesOf(log.slice(Math.max(at, 0)))];
}

function yanksOf(log: readonly StatusEvent[]): ReadonlyMap<string, YankEvent> {
  return new Map(log.flatMap((event) => (event.kind === 'yank' ? [[event.version, event] as const] : [])));
}

/** The last one of each version counts. */
function remediesOf(log: readonly StatusEvent[]): ReadonlyMap<string, string> {
  return new Map(
    log.flatMap((event) => (event.kind === 'remedy' ? [[event.version, event.text] as const] : [])),
  );
}

/** A log with one more event, which follows its last one. */
export function withEvent(
  log: readonly StatusEvent[],
  event: Omit<ReleaseEvent, 'previous'> | Omit<YankEvent, 'previous'> | Omit<RemedyEvent, 'previous'>,
): readonly StatusEvent[] {
  const last = log.at(-1);
  return [...log, { ...event, previous: last ? digestOfEvent(last) : null }];
}

/** What a labwork's log comes to. A log is all there is to know: the rest is for whoever asks. */
export function statusOf(labwork: number, log: readonly StatusEvent[]): ReleaseStatus {
  const releases = releasesOf(log);
  const yanks = yanksOf(log);
  const remedies = remediesOf(log);
  const newest = releases
    .filter((event) => !yanks.has(event.version))
    .map((event) => event.version)
    .sort(compareVersions)
    .at(-1);
  const versions = releases.map((event): [string, VersionState] => {
    const withdrawn = yanks.get(event.version);
    const remedyText = remedies.get(event.version);
    const isSuperseded = newest !== undefined && compareVersions(event.version, newest) < 0;
    return [
      event.version,
      {
        status: withdrawn ? 'yanked' : isSuperseded ? 'superseded' : 'ok',
        date: event.date,
        zip: event.zip,
        sha256: event.sha256,
        ...(isSuperseded && { by: newest }),
        ...(withdrawn && { reason: withdrawn.reason, debug: `/debug/${withdrawn.debug}/` }),
        ...(remedyText !== undefined && { remedy: remedyText }),
      },
    ];
  });
  return {
    $schema: '../../schemas/status-1.json',
    format: 1,
    labwork,
    newest: newest ?? null,
    versions: Object.fromEntries(versions),
    log: [...log],
  };
}

/** The text of `status.json`. */
export function statusText(labwork: number, log: readonly StatusEvent[]): string {
  return jsonFile(statusOf(labwork, log));
}

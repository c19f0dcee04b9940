import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Bundle } from '../lib/bundle/make-bundle.ts';
import type { Manifest } from '../lib/bundle/manifest.ts';
import {
  bumps,
  decideVersion,
  digestOfCanonical,
  largest,
  loadBundler,
  manifestName,
  nextVersion,
  releasesOf,
  releasesUntilLast,
  releasesUntilNext,
  statusText,
  withEvent,
} from '../lib/engine.ts';
import type { Bump, VersionDecision } from '../lib/ledger/releases/decide-version.ts';
import type { ReleasedPart } from '../lib/ledger/releases/check-releases.ts';
import type { ReleaseEvent, StatusEvent } from '../lib/ledger/releases/status.ts';
import { readLedger } from '../workspace/ledger.ts';
import { projectRoot } from '../workspace/paths.ts';
import { releasesFolder, statusName } from '../workspace/release-paths.ts';
import { withMakings } from '../workspace/released-makings.ts';
import { readReleasedZip } from '../workspace/releases.ts';
import { readText } from '../workspace/text-file.ts';
import type { ReleaseFile, ReleaseWrites } from '../workspace/write-release.ts';
import type { BundledLabwork } from './bundled-labwork.ts';
import { UsageError } from './usage.ts';

/** What a release is decided to be, before anything is said or written. */
export interface ReleaseDecision extends VersionDecision {
  readonly previous: ReleaseEvent | undefined;
  readonly version: string;
}

/** The version of the next release, by what the posts make now; undefined where they make the newest one. `least` raises it. */
export async function decideRelease(
  { labwork, number, site, engine }: BundledLabwork,
  log: readonly StatusEvent[],
  least: Bump = bumps[0],
): Promise<ReleaseDecision | undefined> {
  const { contentOf, makeBundle, matchRelease, unpackBundle } = await loadBundler();
  const releases = releasesOf(log);
  const previous = releases.at(-1);
  if (!previous) return { previous, version: '1.0.0', bump: 'major', reasons: [] };
  const told = await withMakings(releasesUntilLast(log), number, labwork, engine);
  const matched = matchRelease(labwork, previous, { site, releases: told });
  if (matched?.match === 'same') return undefined;
  const before = unpackBundle(readReleasedZip(previous.zip) ?? new Uint8Array());
  const now = unpackBundle(makeBundle(labwork, { site })?.zip ?? new Uint8Array());
  if (!before || !now)
    throw new UsageError(
      `${previous.zip} is no bundle that this program reads; release ${number} with the one that wrote it.`,
    );
  const decision = decideVersion(contentOf(before), contentOf(now));
  const bump = largest([decision.bump, least]);
  return { ...decision, bump, previous, version: nextVersion(previous.version, bump) };
}

/** What a changelog says of a decision where nobody has said it better. */
export function changesOf({ previous, reasons }: ReleaseDecision): readonly string[] {
  if (!previous) return ['The first release.'];
  return reasons.length > 0
    ? reasons.map(({ text }) => text)
    : ['Words only: the commands are as they were.'];
}

/**
 * What the ledger says of the parts of a labwork and of their lab since a release, the oldest first, in the words of whoever has recorded it;
 * what an editorial revision says is nothing to those who run a bundle. Where the release does not say which revision of a post was in it, and of
 * the lab, what was recorded after its day counts.
 */
export function recordedSince(
  previous: ReleaseEvent | undefined,
  parts: readonly ReleasedPart[],
): readonly string[] {
  if (!previous) return [];
  const { entries } = readLedger();
  const released = revisionsIn(previous);
  const since = (subject: string, number: number | undefined) =>
    (entries.get(subject) ?? [])
      .map(({ revision }) => revision)
      .filter((revision) => (number === undefined ? revision.date > previous.date : revision.number > number))
      .filter((revision) => revision.class !== 'editorial' && revision.class !== 'publication');
  const labs = new Set(parts.flatMap(({ data: { lab } }) => (lab === undefined ? [] : [`labs/${lab}`])));
  const found = [
    ...parts.flatMap(({ data: { slug } }) => since(`labworks/${slug}`, released[slug])),
    ...[...labs].flatMap((lab) => since(lab, undefined)),
  ];
  const ordered = found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return [...new Set(ordered.map(({ summary }) => summary))];
}

/** By the slugs of the posts; of those that the manifest does not say it of nothing. */
function revisionsIn({ zip }: ReleaseEvent): Readonly<Record<string, number>> {
  const read = readText(join(projectRoot, releasesFolder, manifestName(zip)));
  if ('problem' in read) return {};
  const { parts } = JSON.parse(read.text) as Manifest;
  return Object.fromEntries(
    parts.flatMap(({ url, revision }) =>
      revision === undefined ? [] : [[new URL(url).pathname.split('/')[2]!, revision] as const],
    ),
  );
}

/** The last revision of each part, by the slug of its post. */
function revisionsOf(parts: readonly ReleasedPart[]): Readonly<Record<string, number>> {
  const { entries } = readLedger();
  return Object.fromEntries(
    parts.flatMap(({ data: { slug } }) => {
      const last = entries.get(`labworks/${slug}`)?.at(-1);
      return last ? [[slug, last.revision.number] as const] : [];
    }),
  );
}

/** A release that is ready to be written. */
export interface PreparedRelease {
  readonly event: ReleaseEvent;
  readonly bundle: Bundle;
  readonly writes: ReleaseWrites;
}

/** Makes the zip of a release, and all that is to be written for it. `parts` are posts that say which release they are of. */
export async function prepareRelease(
  { labwork, number, site, parts, engine }: BundledLabwork,
  log: readonly StatusEvent[],
  release: Pick<ReleaseEvent, 'version' | 'date' | 'changes'>,
  { posts, leftovers }: { readonly posts: readonly ReleaseFile[]; readonly leftovers: readonly string[] },
): Promise<PreparedRelease> {
  const { makeBundle, partDigests } = await loadBundler();
  const bundle = makeBundle(labwork, {
    site,
    releases: await withMakings([...releasesUntilNext(log), release], number, labwork, engine),
    revisions: revisionsOf(parts),
  });
  if (!bundle) throw new UsageError(`labwork ${number} has nothing to bundle.`);
  const manifest = bundle.files.find(({ path }) => path === 'manifest.json')!;
  const events = withEvent(log, {
    kind: 'release',
    ...release,
    changes: [...release.changes],
    zip: bundle.name,
    size: bundle.zip.length,
    sha256: createHash('sha256').update(bundle.zip).digest('hex'),
    manifest: digestOfCanonical(JSON.parse(Buffer.from(manifest.bytes).toString('utf8'))),
    files: Object.fromEntries(bundle.files.map(({ path, sha256 }) => [path, sha256])),
    parts: { ...partDigests(labwork) },
  });
  return {
    event: releasesOf(events).at(-1)!,
    bundle,
    writes: {
      leftovers,
      files: [
        { path: `${releasesFolder}/${bundle.name}`, bytes: bundle.zip },
        { path: `${releasesFolder}/${manifestName(bundle.name)}`, bytes: manifest.bytes },
        ...posts,
      ],
      status: statusFile(number, events),
    },
  };
}

/** The file of a labwork's status, with what it says from now on. */
export function statusFile(labwork: number, log: readonly StatusEvent[]): ReleaseFile {
  return { path: statusName(labwork), bytes: Buffer.from(statusText(labwork, log)) };
}

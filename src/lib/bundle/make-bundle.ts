import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { zipSync } from 'fflate';
import { excludedCommands } from '../check/excluded-commands.ts';
import type { RunLabwork, RunTrack } from '../check/labwork.ts';
import { jsonFile } from '../writing/json.ts';
import { document } from '../writing/markdown.ts';
import { makeAnsible } from './ansible/make-ansible.ts';
import { makeChangelog } from './changelog.ts';
import { expectedOutputs } from './expected-outputs.ts';
import { makeHostScript } from './host-script.ts';
import { instructions } from './instructions.ts';
import { metadataOf } from './labwork-metadata.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { Manifest } from './manifest.ts';
import { aboutOwnFiles } from './own-files.ts';
import { makeReadme } from './readme.ts';
import type { BundleRelease } from './release.ts';
import { rehearsedScripts } from './rehearsed-scripts.ts';
import { bundleName, unreleased } from './release.ts';
import type { HostSystem } from '../platforms/host-script.ts';
import { platforms } from '../platforms/platforms.ts';
import { templates } from '../platforms/templates.ts';
import type { Script } from './script.ts';
import { folderOf } from './script.ts';
import { stageScripts } from './stage-files.ts';

/** What a reader downloads. */
export interface Bundle {
  /** `labworks-2-1.0.0.zip`; of a build that is no release `labworks-2-unreleased-0123456789ab.zip`, by its digest. */
  readonly name: string;
  /** `0.0.0-unreleased` where it is no release. */
  readonly version: string;
  /** In the order of the zip. */
  readonly files: readonly BundleFile[];
  readonly zip: Uint8Array;
  /** Of the zip, in lower-case hexadecimal digits. */
  readonly sha256: string;
  /** How a person runs it, as its README says: Markdown in ASCII, with headings of the second level. */
  readonly instructions: string;
}

export interface BundleFile {
  /** Below the bundle's root, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** What it is, in a few words. */
  readonly about: string;
}

/** What a bundle says besides its labwork. */
export interface BundleOptions {
  /** The site's address without a slash at its end. */
  readonly site: string;
  /**
   * All releases up to the one that is being made, the oldest first, with what was known of them then; none where it is no release.
   */
  readonly releases?: readonly BundleRelease[];
  /** The revisions of the parts that are in it, by the slugs of their posts; of a release. */
  readonly revisions?: Readonly<Record<string, number>>;
}

/**
 * The bundle of a labwork: the same bytes for the same labwork and releases on every machine. The labwork must be free of errors. Undefined
 * for posts that are no labwork.
 */
export function makeBundle(
  labwork: RunLabwork,
  { site, releases = [], revisions = {} }: BundleOptions,
): Bundle | undefined {
  const facts = metadataOf(labwork, site, releases);
  if (!facts) return undefined;
  const scripts = labwork.tracks.flatMap((track) => scriptsOf(track, facts, labwork.tracks, releases));
  const fleet = makeAnsible(labwork, facts, scripts);
  const text = (path: string, about: string, content: string) =>
    fileOf(path, about, new TextEncoder().encode(content));
  const described = [
    text(
      'README.md',
      'what this is, and how to use it',
      makeReadme(labwork, facts, scripts, releases, fleet),
    ),
    text('CHANGELOG.md', 'what changed from release to release', makeChangelog(facts, releases)),
    ...scripts.map(({ path, about, bytes }) => fileOf(path, about, bytes)),
    ...fleet.map((file) => text(file.path, file.about, file.text)),
    ...expectedOutputs(labwork, facts).map(({ path, about, text: output }) => text(path, about, output)),
  ];
  const manifest = makeManifest(labwork, facts, scripts, described, { site, revisions });
  const listed = [...described, text('manifest.json', aboutOwnFiles['manifest.json'], jsonFile(manifest))];
  const sums = listed.map(({ path, sha256: digest }) => `${digest}  ${path}\n`).join('');
  const files = [...listed, text('SHA256SUMS', aboutOwnFiles.SHA256SUMS, sums)].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  const zip = zipFiles(files);
  const digest = digestOf(zip);
  return {
    name: bundleName(facts.number, facts.release?.version ?? `unreleased-${digest.slice(0, 12)}`),
    version: facts.release?.version ?? unreleased,
    files,
    zip,
    sha256: digest,
    instructions: document(instructions(labwork, facts, scripts)).markdown,
  };
}

function scriptsOf(
  track: RunTrack,
  facts: LabworkMetadata,
  all: readonly RunTrack[],
  releases: readonly BundleRelease[],
): readonly Script[] {
  const { scripts } = templates[track.platform];
  if (scripts.kind === 'stages') return stageScripts(track, facts, scripts.files);
  return makeHostScript(track, facts, scripts.make, systemsOf(track, all), releases);
}

/** Where the script of a track is run: on its own platform, and on others that take its commands and have no script of their own. */
function systemsOf(track: RunTrack, all: readonly RunTrack[]): readonly HostSystem[] {
  const { title } = platforms[track.platform];
  const own = { platform: track.platform, title, why: undefined };
  if (track.alternative) return [own];
  const others = all.filter((other) => other.device.name === track.device.name && other !== track);
  const known = (track.refusals?.() ?? [own]).map(({ platform, why }) => {
    const other = others.find((one) => one.platform === platform);
    const instead = other && `Its own script is ${folderOf(other)}/Invoke-Labwork.ps1.`;
    return {
      platform,
      title: platforms[platform].title,
      why: platform === track.platform ? undefined : (instead ?? why),
    };
  });
  return known.some(({ platform }) => platform === track.platform) ? known : [own, ...known];
}

function fileOf(path: string, about: string, bytes: Uint8Array): BundleFile {
  return { path, about, bytes, sha256: digestOf(bytes) };
}

function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

function zipFiles(files: readonly BundleFile[]): Uint8Array {
  // A zip holds local times: this one is the same wherever it is made. `os: 3` (Unix) keeps file modes out of the host's hands.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    level: 9,
    mtime,
    os: 3,
    attrs: 0o100644 << 16,
  });
}

function makeManifest(
  labwork: RunLabwork,
  facts: LabworkMetadata,
  scripts: readonly Script[],
  files: readonly BundleFile[],
  { site, revisions }: Required<Pick<BundleOptions, 'site' | 'revisions'>>,
): Manifest {
  const blocks = labwork.tracks.flatMap((track) => track.blocks);
  const values = new Map(blocks.flatMap((block) => block.values).map(({ value }) => [value.path, value]));
  const rehearsed = rehearsedScripts(labwork, scripts);
  const allowed = blocks.flatMap(({ block, device, platform, allowed: rules }) =>
    rules.map(({ rule, why }) => ({
      step: block.step ?? null,
      device: device.name,
      platform,
      block: block.id,
      rule,
      why,
    })),
  );
  return {
    $schema: `${site}/schemas/manifest-1.json`,
    manifest: 1,
    labwork: facts.number,
    title: facts.title,
    version: facts.release?.version ?? unreleased,
    ...(facts.release && { status: facts.statusUrl }),
    url: facts.url,
    parts: facts.parts.map(({ part, slug, title, url, date }, index) => ({
      part,
      title,
      url,
      date,
      release: facts.release?.version ?? unreleased,
      ...(revisions[slug] !== undefined && { revision: revisions[slug] }),
      steps: (labwork.guides[index]?.guide.steps ?? []).map(({ id }) => id),
    })),
    requires: facts.requires,
    lab: labwork.lab?.id ?? '',
    values: [...values.values()]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, title, type, text }) => ({ path, title, type, value: text })),
    devices: labwork.tracks.map(({ device, platform, alternative }) => ({
      name: device.name,
      title: device.title,
      platform,
      alternative,
    })),
    files: files.map(({ path, bytes, sha256: digest, about }) => ({
      path,
      size: bytes.length,
      sha256: digest,
      about,
    })),
    sourceMap: scripts.flatMap(({ path, sources }) =>
      sources.map(({ role, lines, step, block, post, line, inserted = [] }) => ({
        script: path,
        role,
        lines: [...lines],
        step: step ?? null,
        block,
        post,
        line,
        ...(inserted.length > 0 && { inserted: [...inserted] }),
      })),
    ),
    evidence: facts.steps.map(({ id }) => {
      const commands = blocks
        .filter(({ block }) => block.step === id && block.role !== 'example')
        .flatMap((block) => block.commands);
      return {
        step: id,
        commands: commands.length,
        known: commands.filter(({ support }) => support === 'supported').length,
      };
    }),
    ...(rehearsed.length > 0 ? { rehearsed: rehearsed.map((one) => ({ ...one })) } : {}),
    excluded: excludedCommands(labwork).map(({ step, commands, ...rest }) => ({
      step: step ?? null,
      ...rest,
      commands: [...commands],
    })),
    ...(allowed.length > 0 ? { allowed } : {}),
  };
}

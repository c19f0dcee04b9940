import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { listed } from '../../diagnostics/listed.ts';
import { addressOfAlias } from '../../guide/aliases.ts';
import type { PostDataOf } from '../../guide/front-matter.ts';
import type { FieldPlaces } from '../../diagnostics/yaml-places.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { createSourceFile, rangeAt } from '../../source/source-file.ts';
import type { StatusBase } from './read-status.ts';
import { lostStatus, readStatus } from './read-status.ts';
import type { ReleaseRuleId } from './rules.ts';
import { diagnose } from './rules.ts';
import type { ReleaseEvent, ReleaseStatus, StatusEvent } from './status.ts';
import { lastRelease, releasesOf } from './status.ts';

/** What lies on the disk of a labwork's releases. */
export interface StoredReleases {
  readonly labwork: number;
  /** Without text where it is not there. */
  readonly status: SourceFile;
  /** SHA-256 of the files beside it that bear the labwork's number, by their paths: of JSON as canonical JSON, of all else of the bytes. */
  readonly files: ReadonlyMap<string, string>;
  /** What the status said in states that are known to be good. */
  readonly bases: readonly StatusBase[];
}

/** A part of a labwork that readers are shown. */
export interface ReleasedPart {
  readonly data: PostDataOf<'labworks'>;
  readonly file: SourceFile;
  readonly fields: FieldPlaces;
}

/** How what the posts make now relates to the newest release. */
export interface ReleaseComparison {
  readonly match: 'same' | 'program' | 'grown' | 'changed';
  /** `labworks/<slug>` of the posts that are not as they were. */
  readonly posts: readonly string[];
}

export interface ReleaseCheck {
  readonly stored: readonly StoredReleases[];
  /** Of all labworks, in their order. */
  readonly parts: readonly ReleasedPart[];
  /** By number; of labworks that have errors nothing is known. */
  readonly comparisons: ReadonlyMap<number, ReleaseComparison>;
  /** Slugs of the Debug Files that readers are shown. */
  readonly debugFiles: ReadonlySet<string>;
}

/**
 * Holds the bundles that were released to their status, and the posts to the newest one: what was released is there as it was, and no other
 * content bears its version.
 */
export function checkReleases(check: ReleaseCheck): Diagnostic[] {
  const labworks = new Map<number, ReleasedPart[]>();
  for (const part of check.parts)
    labworks.set(part.data.labwork, [...(labworks.get(part.data.labwork) ?? []), part]);
  const known = new Set(check.stored.map(({ labwork }) => labwork));
  return [
    ...check.stored.flatMap((stored) => checkStored(stored, labworks.get(stored.labwork) ?? [], check)),
    ...[...labworks].flatMap(([number, parts]) => (known.has(number) ? [] : [neverReleased(number, parts)])),
  ];
}

/** Whether releases are of this guide: another one may bear the number once the content was replaced. */
export function isOfGuide(
  log: readonly StatusEvent[],
  parts: readonly Pick<ReleasedPart, 'data'>[],
): boolean {
  const posts = new Set(
    parts.flatMap(({ data }) => [`/labworks/${data.slug}/`, ...data.aliases.map(addressOfAlias)]),
  );
  return releasesOf(log).some((event) => Object.keys(event.parts).some((post) => posts.has(`/${post}/`)));
}

function checkStored(
  stored: StoredReleases,
  parts: readonly ReleasedPart[],
  { comparisons, debugFiles }: ReleaseCheck,
): Diagnostic[] {
  const { labwork, status: file, bases } = stored;
  if (parts.length === 0) return [otherGuide(stored)];
  const [base] = bases;
  if (file.text === '') {
    const lost = base && isKnownGuide(base, labwork, parts) ? [lostStatus(file, base)] : [];
    return [...lost, ...(base && lost.length === 0 ? [otherGuide(stored)] : []), ...checkFiles(stored, [])];
  }
  const { value, diagnostics } = readStatus(file, labwork, bases);
  if (!value) return [...diagnostics];
  if (!isOfGuide(value.log, parts)) return [otherGuide(stored)];
  return [
    ...checkFiles(stored, releasesOf(value.log)),
    ...checkDebugFiles(file, value, debugFiles),
    ...checkFrontMatter(value, parts),
    ...checkComparison(stored, value, parts, comparisons.get(labwork)),
  ];
}

function isKnownGuide({ text, name }: StatusBase, labwork: number, parts: readonly ReleasedPart[]): boolean {
  const { value } = readStatus(createSourceFile(name, text), labwork);
  return value !== undefined && isOfGuide(value.log, parts);
}

function otherGuide({ labwork, status }: StoredReleases): Diagnostic {
  return diagnose({
    rule: 'release/other-guide',
    file: status,
    range: rangeAt(status, 0, 0),
    message: `Here are releases of a Labworks ${labwork} that is none of the posts; the site does not offer them.`,
    hint: `Remove what begins with labworks-${labwork} from this folder, unless you take the posts back.`,
  });
}

function neverReleased(number: number, parts: readonly ReleasedPart[]): Diagnostic {
  const { file, fields } = parts[0]!;
  const [start, end] = fields['labwork'] ?? [0, 0];
  return diagnose({
    rule: 'release/none',
    file,
    range: rangeAt(file, start, end),
    message: `Labworks ${number} was never released: readers are offered a build that changes whenever the posts do.`,
    hint: `Release it when it is ready: \`npx labworks release ${number}\`.`,
  });
}

/** That every released file is there as it was released, and nothing else. */
function checkFiles(
  { status, labwork, files }: StoredReleases,
  releases: readonly ReleaseEvent[],
): Diagnostic[] {
  const folder = status.path.replace(/[^/]*\/[^/]*$/, '');
  const left = new Map(files);
  const found = releases.flatMap((event) =>
    [
      { path: `${folder}${event.zip}`, digest: event.sha256 },
      { path: `${folder}${manifestName(event.zip)}`, digest: event.manifest },
    ].flatMap(({ path, digest }): Diagnostic[] => {
      const now = left.get(path);
      left.delete(path);
      if (now === digest) return [];
      const what =
        now === undefined ? 'is not there' : `has the SHA-256 ${now}, and was released with ${digest}`;
      return [
        problem(
          'release/file',
          path,
          `${path.slice(folder.length)} of release ${event.version} ${what}.`,
          `A release never changes. Take the file back: \`git checkout HEAD -- ${path}\`.`,
        ),
      ];
    }),
  );
  const zips = releases.map((event) => `${folder}${event.zip}`);
  const isSignature = (path: string) =>
    signatures.some((ending) => path.endsWith(ending) && zips.includes(path.slice(0, -ending.length)));
  const unfinished = [...left.keys()]
    .filter((path) => !isSignature(path))
    .map((path) =>
      problem(
        'release/unfinished',
        path,
        `${path.slice(folder.length)} is in no entry of ${status.path.slice(folder.length)}: a release was broken off, or somebody put the file there.`,
        `Finish the release, \`npx labworks release ${labwork}\`, or remove the file.`,
      ),
    );
  return [...found, ...unfinished];
}

/** What may lie beside a zip besides its manifest: who has signed it may do so at any time. */
const signatures = ['.minisig', '.sigstore.json'] as const;

/** `labworks-2-1.0.0.manifest.json` for its zip. */
export function manifestName(zip: string): string {
  return zip.replace(/\.zip$/, '.manifest.json');
}

function checkDebugFiles(
  file: SourceFile,
  { log }: ReleaseStatus,
  debugFiles: ReadonlySet<string>,
): Diagnostic[] {
  return log.flatMap((event) => {
    if (event.kind !== 'yank' || debugFiles.has(event.debug)) return [];
    const at = file.text.indexOf(`"${event.debug}"`);
    return [
      diagnose({
        rule: 'release/debug-file',
        file,
        range: rangeAt(file, Math.max(at, 0), at < 0 ? 0 : at + event.debug.length + 2),
        message: `Release ${event.version} was yanked for what the Debug File “${event.debug}” explains, and readers are shown no such post.`,
        hint: `Publish src/content/debug/${event.debug}.mdx.`,
      }),
    ];
  });
}

/** A part may say which release carries it; nobody else does, so that it must be the newest. */
function checkFrontMatter({ log }: ReleaseStatus, parts: readonly ReleasedPart[]): Diagnostic[] {
  const newest = lastRelease(log)?.version;
  return parts.flatMap(({ data, file, fields }) => {
    const [start, end] = fields['release'] ?? [0, 0];
    if (newest === undefined || data.release === undefined || data.release === newest) return [];
    return [
      diagnose({
        rule: 'release/front-matter',
        file,
        range: rangeAt(file, start, end),
        message: `This part says that it is of release ${data.release}, and the newest release of Labworks ${data.labwork} is ${newest}.`,
        hint: 'Remove the line, or have it say the newest; `npx labworks release` writes it where it stands.',
        fix: { title: `Write ${newest}`, safety: 'safe', edits: [{ start, end, text: newest }] },
      }),
    ];
  });
}

function checkComparison(
  { labwork, status }: StoredReleases,
  { log }: ReleaseStatus,
  parts: readonly ReleasedPart[],
  comparison: ReleaseComparison | undefined,
): Diagnostic[] {
  const newest = lastRelease(log);
  if (!comparison || !newest || comparison.match === 'same') return [];
  const { match, posts } = comparison;
  const { version } = newest;
  const run = `\`npx labworks release ${labwork}\``;
  if (match === 'program')
    return [
      problem(
        'release/program',
        status.path,
        `The posts of Labworks ${labwork} are those of release ${version}, and this program makes another bundle of them.`,
        `Readers are offered the release as it is; ${run} releases what is made now.`,
      ),
    ];
  const others = posts.map((post) => {
    const part = parts.find(({ data }) => `labworks/${data.slug}` === post);
    return part ? { part, name: part.file.path } : { part, name: `${post}, which is not there` };
  });
  const { part = parts[0]! } = others.find((other) => other.part !== undefined) ?? {};
  const [start, end] = part.fields['labwork'] ?? [0, 0];
  const names = listed(others.map(({ name }) => name));
  return [
    diagnose({
      rule: match === 'grown' ? 'release/new-part' : 'release/changed',
      file: part.file,
      range: rangeAt(part.file, start, end),
      message:
        match === 'grown'
          ? `Release ${version} of Labworks ${labwork} does not have the steps of ${names}.`
          : `What ${names} ${others.length > 1 ? 'give' : 'gives'} to the bundle of Labworks ${labwork} is not what it was in release ${version}.`,
      why: 'Readers download the release. Two contents can never bear one version.',
      hint: `${run} says what kind of release the change is, and makes it.`,
    }),
  ];
}

function problem(rule: ReleaseRuleId, path: string, message: string, hint: string): Diagnostic {
  const file = createSourceFile(path, '');
  return diagnose({ rule, file, range: rangeAt(file, 0, 0), message, hint });
}

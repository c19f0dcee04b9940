import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addressOfAlias,
  addressOfPost,
  checkLedger,
  createSourceFile,
  parseYaml,
  projectData,
  publicationOf,
  readGuide,
  readLab,
  withoutEnding,
} from '../lib/engine.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { FieldPlaces } from '../lib/diagnostics/yaml-places.ts';
import type { PostData } from '../lib/guide/front-matter.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { LedgerBase } from '../lib/ledger/chain.ts';
import type { SubjectState } from '../lib/ledger/check-ledger.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import { readCacheFile } from './cache-files.ts';
import type { ContentFiles } from './content.ts';
import { pictureKey } from './content.ts';
import type { Ledger } from './ledger.ts';
import { mtimeKey } from './mtime-key.ts';
import { cacheFolder, contentName, shownPath } from './paths.ts';
import type { ProjectionDigests } from './projection-digests.ts';
import { digestsOf, projectionOf } from './projection-digests.ts';
import { sha256 } from './sha256.ts';
import { readText } from './text-file.ts';
import { writeCacheFile } from './write-file.ts';

/** What of a post it is held to the ledger by. */
export interface LedgerPost {
  readonly file: SourceFile;
  readonly data: PostData | undefined;
  readonly fields: FieldPlaces;
  readonly projection: ProjectionDigests | undefined;
}

/** Posts, labs and comparisons as they stand now; those that cannot be read are left out. */
export interface Subjects {
  readonly states: readonly SubjectState[];
  /** Those that are left out. */
  readonly unread: ReadonlySet<string>;
  /** The lines of a subject's projection. */
  linesOf(subject: Pick<SubjectState, 'subject'>): readonly string[];
}

/** What there is to have revisions of. `today`: as `publicationOf` takes it. */
export function subjectsOf(
  posts: readonly LedgerPost[],
  today: string | undefined,
  files: ContentFiles,
): Subjects {
  let labs: ReadonlyMap<string, Lab> | undefined;
  const shared = [...readShared('labs', files.labs), ...readShared('comparisons', files.comparisons)];
  const isPublished = ({ data }: LedgerPost) =>
    data !== undefined && publicationOf(data, today) === 'published';
  const shown = new Set(posts.filter(isPublished).flatMap(namesOf));
  const digests = new Map([
    ...shared.map(({ subject, source }) => [subject, source] as const),
    ...fileDigests(files, shown),
  ]);
  const states = posts.flatMap((post): SubjectState[] => {
    const { file, data, projection, fields } = post;
    if (!data || !projection) return [];
    const { source, rendered, uses } = projection;
    return [
      {
        subject: `${data.kind}/${data.slug}`,
        file,
        fields,
        date: data.date,
        ...(data.lab !== undefined && { lab: `labs/${data.lab}` }),
        published: isPublished(post),
        source,
        rendered,
        uses: Object.fromEntries(uses.map((name) => [name, digests.get(name) ?? ''])),
        aliases: data.aliases.map(addressOfAlias),
        ...(data.kind === 'debug' && { debug: data }),
      },
    ];
  });
  const sources = new Map(posts.map(({ file, data }) => [data && `${data.kind}/${data.slug}`, file]));
  const known = new Set([...states, ...shared].map(({ subject }) => subject));
  const named = [
    ...posts.map(({ file }) => addressOfPost(file.path).slice(1, -1)),
    ...files.labs.map((path) => `labs/${idOf(path)}`),
    ...files.comparisons.map((path) => `comparisons/${idOf(path)}`),
  ];
  const lines = new Map(shared.map((one) => [one.subject, one.lines]));
  return {
    states: [
      ...states,
      ...shared.map(({ lines: _lines, ...state }) => ({ ...state, published: shown.has(state.subject) })),
    ],
    unread: new Set(named.filter((subject) => !known.has(subject))),
    linesOf: ({ subject }) => {
      const file = sources.get(subject);
      return (
        lines.get(subject) ?? (file && projectionOf(readGuide(file), (labs ??= readLabs(files)))?.lines) ?? []
      );
    },
  };
}

/** Those that hold, by id. */
export function readLabs({ labs }: ContentFiles): ReadonlyMap<string, Lab> {
  return new Map(
    labs.flatMap((path): [string, Lab][] => {
      const read = readText(path);
      const lab = 'problem' in read ? undefined : readLab(createSourceFile(shownPath(path), read.text)).value;
      return lab ? [[lab.id, lab]] : [];
    }),
  );
}

/** What is told of the content when it is held to what was recorded of it. */
export function checkRecorded(
  { states, unread, linesOf }: Subjects,
  ledger: Ledger,
  bases: readonly LedgerBase[],
): Diagnostic[] {
  return [
    ...ledger.diagnostics,
    ...checkLedger({
      ledger: ledger.entries,
      subjects: states,
      unread,
      bases,
      root: contentName,
      linesOf: ledger.linesOf,
      linesNow: linesOf,
    }),
  ];
}

/** Where an author is at work, be it that the site is served or that an editor asks, what is not recorded yet is no wall. */
export function asNotice(diagnostic: Diagnostic): Diagnostic {
  const isLost = diagnostic.rule === 'ledger/lost-post';
  return isOpen(diagnostic) || isLost ? { ...diagnostic, severity: 'warning' } : diagnostic;
}

/** Whether it says that something is as nobody has recorded it yet. */
export function isOpen({ rule }: Diagnostic): boolean {
  return rule === 'ledger/unrecorded-change' || rule === 'ledger/program-change';
}

function namesOf({ data, projection }: LedgerPost): string[] {
  return [...(projection?.uses ?? []), ...(data?.lab === undefined ? [] : [`labs/${data.lab}`])];
}

interface SharedState extends Omit<SubjectState, 'published'> {
  readonly lines: readonly string[];
}

/** Of a lab or a comparison. */
function idOf(path: string): string {
  const within = pictureKey(path);
  return withoutEnding(within.slice(within.lastIndexOf('/') + 1));
}

/** Labs or comparisons, by the values that are written there: white space, comments and quotes are not among them. */
function readShared(kind: 'labs' | 'comparisons', paths: readonly string[]): SharedState[] {
  return paths.flatMap((path): SharedState[] => {
    const read = readText(path);
    const value = 'problem' in read ? undefined : parseYaml(read.text);
    if ('problem' in read || value === undefined) return [];
    const projection = projectData(value);
    const { source, rendered } = digestsOf(projection);
    const id = idOf(path);
    return [
      {
        subject: `${kind}/${id}`,
        file: createSourceFile(shownPath(path), read.text),
        fields: {},
        source,
        rendered,
        uses: {},
        lines: projection.lines,
      },
    ];
  });
}

/** What was read of a picture when its file had this `mtimeKey`. */
type KeptDigests = Readonly<Record<string, { readonly key: string; readonly sha256: string }>>;

const keptFile = join(cacheFolder, 'shown-files.json');

/** SHA-256 of the drawings, pictures, films and captions that are shown, by their names in the ledger. */
function fileDigests(
  { figures, pictures }: ContentFiles,
  shown: ReadonlySet<string>,
): readonly (readonly [name: string, digest: string])[] {
  const wanted = [...figures, ...pictures].flatMap((path): (readonly [string, string])[] => {
    const name = `figures/${pictureKey(path)}`;
    return shown.has(name) ? [[name, path]] : [];
  });
  if (wanted.length === 0) return [];
  const before = readCacheFile<KeptDigests>(keptFile) ?? {};
  const now: Record<string, KeptDigests[string]> = {};
  let isNew = Object.keys(before).length !== wanted.length;
  const found = wanted.map(([name, path]): readonly [string, string] => {
    const key = mtimeKey(path) ?? '';
    const known = before[name]?.key === key ? before[name] : undefined;
    isNew ||= known === undefined;
    const entry = known ?? { key, sha256: digestOfFile(path) };
    now[name] = entry;
    return [name, entry.sha256];
  });
  if (isNew) keep(now);
  return found;
}

/** Of a text without regard to how its lines end, which depends on who has checked it out. */
function digestOfFile(path: string): string {
  if (/\.(?:svg|vtt)$/i.test(path)) {
    const read = readText(path);
    if (!('problem' in read)) return sha256(read.text.replace(/\r\n?/g, '\n'));
  }
  try {
    return sha256(readFileSync(path));
  } catch {
    // Told where it is shown.
    return '';
  }
}

/** A check works in a folder that it must not write to as well; then it takes longer the next time. */
function keep(digests: KeptDigests): void {
  try {
    writeCacheFile(keptFile, JSON.stringify(digests));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

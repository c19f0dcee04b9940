import { parse } from 'yaml';
import type { Diagnostic } from '../src/lib/diagnostics/diagnostic.ts';
import type { LedgerBase } from '../src/lib/ledger/chain.ts';
import type { SubjectState } from '../src/lib/ledger/check-ledger.ts';
import type { Recorded, Revision } from '../src/lib/ledger/revision.ts';
import type { Guide } from '../src/lib/guide/guide.ts';
import type { Lab } from '../src/lib/lab/lab.ts';
import { addressOfAlias, checkLedger, folderOf, publicationOf } from '../src/lib/engine.ts';
import { digestOfRevision, fileNameOfRevision } from '../src/workspace/ledger.ts';
import { digestsOf, projectionOf } from '../src/workspace/projection-digests.ts';
import { nextRevision } from '../src/workspace/record.ts';
import { sha256 } from '../src/workspace/sha256.ts';

/** A post of an example; `recorded`: the ledger has it as it stands there. */
export interface ExamplePost {
  readonly guide: Guide;
  readonly recorded: boolean;
}

/** A revision as a page writes it: what it does not say is as it has to be. */
interface ShortRevision {
  readonly class: Revision['class'];
  readonly severity?: Revision['severity'];
  readonly number?: number;
  readonly date?: string;
  readonly summary?: string;
  readonly debug?: string;
  /** Words that the post has now, each with those that stood there in this revision. */
  readonly was?: Readonly<Record<string, string>>;
  /** What the program showed then, where it was something else than now. */
  readonly shown?: string;
  /** Of `site/program`: the posts that are shown otherwise, as they are now. */
  readonly shows?: readonly string[];
  /** Its file bears the name of what stood in it before somebody changed it. */
  readonly edited?: boolean;
  /** It stands in what others have, and is not there. */
  readonly removed?: boolean;
}

const root = 'src/content';

/** The ledger of an example, as YAML under the subjects; later ones take the place of earlier ones. */
type ShortLedger = Readonly<Record<string, readonly ShortRevision[]>>;

/** Holds posts to a ledger. Of each path the last one counts; those that are `recorded` have a revision 1 unless the ledger says what they have. */
export function checkExampleLedger(
  posts: readonly ExamplePost[],
  ledgers: readonly string[],
  labs: ReadonlyMap<string, Lab>,
  today: string,
): readonly Diagnostic[] {
  const short = Object.assign({}, ...ledgers.map((text) => parse(text) as ShortLedger)) as ShortLedger;
  const linesNow = new Map<string, readonly string[]>();
  const statesNow = new Map<string, SubjectState>();
  const first = new Map<string, readonly Recorded[]>();
  const linesOf = new Map<string, readonly string[]>();
  const record = (revision: Revision): Recorded => {
    const digest = digestOfRevision(revision);
    const path = `${root}/${folderOf(revision.subject)}/${fileNameOfRevision(revision)}`;
    linesOf.set(digest, revision.lines);
    return { revision, digest, path };
  };
  for (const { guide, recorded } of posts) {
    const state = stateOf(guide, labs, today);
    const lines = projectionOf(guide, labs)!.lines;
    statesNow.set(state.subject, state);
    linesNow.set(state.subject, lines);
    if (recorded) first.set(state.subject, [record(nextRevision(state, lines, undefined, publication))]);
  }
  const removed = new Set<string>();
  const entries = new Map<string, readonly Recorded[]>(first);
  for (const [subject, revisions] of Object.entries(short)) {
    let before: Recorded | undefined;
    const written = revisions.flatMap((own): Recorded[] => {
      const entry = record(lengthen(own, { subject, before, statesNow, linesNow }));
      if (own.number === undefined || own.number > (before?.revision.number ?? 0)) before = entry;
      if (own.removed) removed.add(entry.path.slice(root.length + 1));
      if (own.removed) return [];
      return [own.edited ? { ...entry, path: entry.path.replace(/-.*/, '-0123456789abcdef.json') } : entry];
    });
    entries.set(subject, written);
  }
  const bases: LedgerBase[] = removed.size > 0 ? [{ name: 'origin/main', entries: removed }] : [];
  return checkLedger({
    ledger: entries,
    subjects: [...statesNow.values()],
    bases,
    root,
    linesOf: ({ digest }) => linesOf.get(digest) ?? [],
    linesNow: ({ subject }) => linesNow.get(subject) ?? [],
  });
}

const publication = { class: 'publication', date: '2014-04-08', summary: 'First published.' } as const;

function stateOf(guide: Guide, labs: ReadonlyMap<string, Lab>, today: string): SubjectState {
  const { data, file, fields } = guide;
  const projection = projectionOf(guide, labs);
  if (!data || !projection) throw new Error(`${file.path} cannot be read`);
  const { source, rendered, uses } = digestsOf(projection);
  return {
    subject: `${data.kind}/${data.slug}`,
    file,
    fields,
    date: data.date,
    published: publicationOf(data, today) === 'published',
    source,
    rendered,
    uses: Object.fromEntries(uses.map((name) => [name, sha256(name)])),
    aliases: data.aliases.map(addressOfAlias),
    ...(data.kind === 'debug' && { debug: data }),
  };
}

interface Beside {
  readonly subject: string;
  readonly before: Recorded | undefined;
  readonly statesNow: ReadonlyMap<string, SubjectState>;
  readonly linesNow: ReadonlyMap<string, readonly string[]>;
}

function lengthen(short: ShortRevision, { subject, before, statesNow, linesNow }: Beside): Revision {
  const { was = {}, shown, shows, edited: _edited, removed: _removed, number, ...reason } = short;
  const state = statesNow.get(subject);
  const lines = Object.entries(was).reduce<readonly string[]>(
    (text, [now, old]) => text.map((line) => line.replaceAll(now, old)),
    linesNow.get(subject) ?? [],
  );
  const isNow = state !== undefined && Object.keys(was).length === 0;
  const source = sha256(lines.join('\n'));
  const revision = nextRevision(
    {
      subject,
      source,
      rendered: shown === undefined ? (isNow ? state.rendered : source) : sha256(shown),
      uses: state?.uses ?? {},
    },
    lines,
    before,
    { ...publication, ...reason },
  );
  return {
    ...revision,
    ...(number !== undefined && { number }),
    ...(number === before?.revision.number && { previous: before?.revision.previous ?? null }),
    ...(shows && {
      shows: Object.fromEntries(
        shows.map((name) => [name, { number: 1, rendered: statesNow.get(name)!.rendered }]),
      ),
    }),
  };
}

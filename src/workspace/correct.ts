import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile,
  labValues,
  markPassage,
  quotedChanges,
  quotedFields,
  readGuide,
} from '../lib/engine.ts';
import type { Edit } from '../lib/diagnostics/diagnostic.ts';
import type { SubjectState } from '../lib/ledger/check-ledger.ts';
import type { QuotedChange } from '../lib/ledger/quoted-changes.ts';
import type { Recorded, Revision } from '../lib/ledger/revision.ts';
import { readLabs } from './check-ledger.ts';
import { listContent } from './content.ts';
import { makeDebugFile } from './debug-file.ts';
import { asideOf, pathOfRevision, readLedger, setAside, writeRevision } from './ledger.ts';
import { contentFolder, projectRoot, shownPath } from './paths.ts';
import { readSubjects } from './read-subjects.ts';
import type { Reason } from './record.ts';
import { nextRevision, publish } from './record.ts';
import { encodeText, readText } from './text-file.ts';
import { writeNewFile, writeUserFile } from './write-file.ts';

/** A correction that is decided on. */
export interface Correction {
  readonly state: SubjectState;
  /** The revision that it follows. */
  readonly before: Recorded;
  /** The lines of that revision, and those of now. */
  readonly was: readonly string[];
  readonly now: readonly string[];
  readonly reason: Reason;
  /** Entries that it takes the place of; they are not with others yet. */
  readonly replaces: readonly Recorded[];
  /** Whether the Debug File that the reason names is to be begun. */
  readonly beginsDebugFile: boolean;
}

/** What was written, in the order of writing, as it is shown; and what nobody could mark for its author. */
export interface Corrected {
  readonly written: readonly string[];
  readonly unmarked: readonly { readonly id: string; readonly text: string }[];
  readonly revision: Revision;
}

/**
 * Writes a correction: the marks in the post, the Debug File with its own first revision, then the entry, which is what counts. Each file is
 * there as a whole or as it was; broken off at any place, the same command goes on from there, since a passage that is marked says what it
 * said, and a Debug File is begun only where the post is marked.
 */
export function writeCorrection(correction: Correction, today: string): Corrected {
  const { state, before, reason, replaces, beginsDebugFile } = correction;
  const written: string[] = [];
  const unmarked: { id: string; text: string }[] = [];
  if (beginsDebugFile && reason.debug !== undefined) {
    const isPost = state.date !== undefined;
    const quoted = isPost ? quotedChanges : quotedFields;
    const changes = withIds(quoted(correction.was, correction.now));
    // What posts share is data, and has no passages to mark.
    const marked = isPost ? markChanges(state, changes, reason.debug) : undefined;
    for (const { id, now } of marked?.unmarked ?? []) unmarked.push({ id, text: now });
    if (marked?.text !== undefined) {
      writeUserFile(absolute(state), marked.text);
      written.push(shownPath(absolute(state)));
    }
    const path = join(contentFolder, 'debug', `${reason.debug}.mdx`);
    writeNewFile(path, makeDebugFile(factsOf(correction, changes)));
    written.push(shownPath(path));
  }
  // The marks are written: the post is read as it stands now.
  const subjects = readSubjects(today);
  const fresh = subjects.states.find(({ subject }) => subject === state.subject) ?? state;
  const debug = subjects.states.find(({ subject }) => subject === `debug/${reason.debug ?? ''}`);
  if (debug?.published && !readLedger().entries.has(debug.subject)) {
    const made = publish(debug, subjects);
    if ('revisions' in made) for (const one of made.revisions) written.push(shownPath(writeRevision(one)));
  }
  const revision = nextRevision(fresh, subjects.linesOf(fresh), before, reason);
  const path = pathOfRevision(revision);
  const others = replaces.filter((entry) => join(projectRoot, entry.path) !== path);
  // Two of one number would be no ledger, were this broken off between them.
  for (const entry of others) if (entry.revision.number === revision.number) setAside(entry);
  writeRevision(revision);
  written.push(shownPath(path));
  for (const entry of others) rmSync(join(projectRoot, entry.path), { force: true });
  for (const entry of asideOf(state.subject)) rmSync(entry.path, { force: true });
  return { written, unmarked, revision };
}

type NamedChange = QuotedChange & { readonly id: string };

/** Ids that say which passage is meant: its first words, or its place among the changes. */
function withIds(changes: readonly QuotedChange[]): readonly NamedChange[] {
  const taken = new Set<string>();
  return changes.map((change, index) => {
    const words = (change.now || change.was).toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const name = words.slice(0, 3).join('-') || `passage-${index + 1}`;
    const id = taken.has(name) ? `${name}-${index + 1}` : name;
    taken.add(id);
    return { ...change, id };
  });
}

function markChanges(
  { file }: SubjectState,
  changes: readonly NamedChange[],
  debug: string,
): { readonly text: Uint8Array | undefined; readonly unmarked: readonly NamedChange[] } {
  const read = readText(join(projectRoot, file.path));
  if ('problem' in read) return { text: undefined, unmarked: changes };
  const guide = readGuide(createSourceFile(file.path, read.text));
  const lab = guide.data?.lab === undefined ? undefined : readLabs(listContent()).get(guide.data.lab);
  const values = lab && labValues(lab);
  const fill = (text: string) =>
    text.replace(/\{\{ ?([\w.-]+) ?\}\}/g, (mark, path: string) => values?.get(path)?.text ?? mark);
  const unmarked: NamedChange[] = [];
  const edits: Edit[] = [];
  for (const change of changes) {
    const own = markPassage(guide, change, { of: debug, id: change.id }, fill);
    if (!own) unmarked.push(change);
    else for (const edit of own) edits.push(edit);
  }
  const text = withEdits(read.text, edits);
  return { text: text === read.text ? undefined : encodeText({ ...read, text }), unmarked };
}

/** Later places first, so that the earlier ones stay where they are. */
function withEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index)
    .reduce((made, { start, end, text: put }) => made.slice(0, start) + put + made.slice(end), text);
}

function factsOf({ state, before, now, reason }: Correction, changes: readonly NamedChange[]) {
  const data = state.date === undefined ? undefined : readGuide(state.file).data;
  const named = now.find((line) => line.startsWith('title: '))?.slice('title: '.length);
  return {
    subject: state.subject,
    number: before.revision.number + 1,
    date: reason.date,
    summary: reason.summary,
    title: data?.shortTitle ?? data?.title ?? named ?? state.subject,
    // A comparison is shown by posts and has no page.
    ...(!state.subject.startsWith('comparisons/') && { url: `/${state.subject}/` }),
    class: reason.class as 'correction',
    severity: reason.severity ?? 'factual',
    reporter: reason.reporter ?? { name: 'The author' },
    changes,
  };
}

function absolute({ file }: SubjectState): string {
  return join(projectRoot, file.path);
}

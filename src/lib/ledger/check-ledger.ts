import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listed } from '../diagnostics/listed.ts';
import type { FieldPlaces } from '../diagnostics/yaml-places.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { createSourceFile, rangeAt } from '../source/source-file.ts';
import type { LedgerBase } from './chain.ts';
import { checkBases, checkChain } from './chain.ts';
import type { ChangedPassage } from './changed-passages.ts';
import { changedPassages, excerptsOf, inFewWords } from './changed-passages.ts';
import { plainWords } from './plain-words.ts';
import type { Recorded } from './revision.ts';
import { folderOf, projectionFormat, siteSubject } from './revision.ts';
import { diagnose } from './rules.ts';
import { substanceOfChange, substances } from './substance.ts';

/** Something that the ledger has revisions of, as it stands now. */
export interface SubjectState {
  /** `field-notes/two-switches`, `labs/rack` */
  readonly subject: string;
  readonly file: SourceFile;
  /** Where the fields of its front matter stand. */
  readonly fields: FieldPlaces;
  /** The day that its post is dated; of what has none, undefined. */
  readonly date?: string;
  /** The lab whose values a post uses: `labs/rack`. */
  readonly lab?: string;
  /** Whether readers are shown it: drafts and what is to come are free. */
  readonly published: boolean;
  /** SHA-256 of the lines of its projection, joined by LF, and of what is rendered of them. */
  readonly source: string;
  readonly rendered: string;
  /** SHA-256 of what it shows that lies in files of its own, by name; of what is missing an empty text. */
  readonly uses: Readonly<Record<string, string>>;
  /** Where it was before, as its front matter says: `/2014/two-switches/`. */
  readonly aliases?: readonly string[];
  /** Of a Debug File. */
  readonly debug?: PostDataOf<'debug'>;
}

export interface LedgerCheck {
  /** By subject, in the order of their numbers. */
  readonly ledger: ReadonlyMap<string, readonly Recorded[]>;
  readonly subjects: readonly SubjectState[];
  /** What is there and cannot be read; its own diagnostics say why. */
  readonly unread?: ReadonlySet<string>;
  readonly bases: readonly LedgerBase[];
  /** The content folder as diagnostics name it. */
  readonly root: string;
  /** The lines of a recorded revision, and those of a subject now. */
  linesOf(entry: Recorded): readonly string[];
  linesNow(subject: SubjectState): readonly string[];
}

/**
 * Holds the content to what was recorded of it: nothing that is published has changed without an entry, no entry has changed, and none says
 * less than it should.
 */
export function checkLedger(check: LedgerCheck): Diagnostic[] {
  const { ledger, subjects, bases, root } = check;
  const debugFiles = new Set(subjects.flatMap(({ debug }) => debug?.slug ?? []));
  const present = new Set([...ledger.values()].flat().map(({ path }) => path.slice(root.length + 1)));
  return [
    ...checkBases(bases, present, root),
    ...[...ledger].flatMap(([subject, entries]) => checkChain(subject, entries)),
    ...[...ledger].flatMap(([, entries]) =>
      entries.flatMap((entry, index) => checkEntry(entry, entries[index - 1], debugFiles, check)),
    ),
    ...subjects.flatMap((state) => checkSubject(state, check)),
    ...checkProgram(check),
    ...checkMissing(check),
    ...subjects.flatMap((state) => checkDebugFile(state, check)),
  ];
}

/** The last revision of a subject. */
export function headOf(ledger: LedgerCheck['ledger'], subject: string): Recorded | undefined {
  return ledger.get(subject)?.at(-1);
}

export function isCorrected({ class: kind, severity }: Recorded['revision']): boolean {
  return kind === 'correction' && severity !== 'cosmetic';
}

function checkEntry(
  entry: Recorded,
  before: Recorded | undefined,
  debugFiles: ReadonlySet<string>,
  { linesOf }: LedgerCheck,
): Diagnostic[] {
  const { revision, path } = entry;
  const file = createSourceFile(path, '');
  const range = rangeAt(file, 0, 0);
  if (isCorrected(revision)) {
    const slug = revision.debug;
    if (slug !== undefined && debugFiles.has(slug)) return [];
    const what =
      slug === undefined ? 'names no Debug File' : `names the Debug File “${slug}”, which is not there`;
    return [
      diagnose({
        rule: 'ledger/debug-file',
        file,
        range,
        message: `Revision ${revision.number} of ${revision.subject} is a ${revision.severity ?? ''} correction and ${what}.`,
        hint: 'Write src/content/debug/….mdx, which says what was wrong: `npx labworks correct` begins it.',
      }),
    ];
  }
  if (revision.class !== 'editorial' || !before || revision.format !== before.revision.format) return [];
  const hidden = substanceOfRevision(before, entry, linesOf);
  if (hidden.length === 0) return [];
  return [
    diagnose({
      rule: 'ledger/hidden-change',
      file,
      range,
      message: `Revision ${revision.number} of ${revision.subject} says that it is editorial, and it is a change of ${listed(hidden)}.`,
      hint: 'Record it as what it is: `npx labworks correct --amend --class correction`, clarification or update.',
    }),
  ];
}

function substanceOfRevision(before: Recorded, entry: Recorded, linesOf: LedgerCheck['linesOf']): string[] {
  const found = substanceOfChange(linesOf(before), linesOf(entry)).map((one) => substances[one]);
  const isUseChanged = differentUses(before.revision.uses, entry.revision.uses).length > 0;
  return isUseChanged ? [...found, substances.use] : found;
}

/** The names of what is not shown as it was. */
export function differentUses(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

function checkSubject(
  state: SubjectState,
  { ledger, subjects, linesOf, linesNow }: LedgerCheck,
): Diagnostic[] {
  const { subject, file, published, source, uses } = state;
  const head = headOf(ledger, subject);
  if (!head) {
    // Where nothing is recorded at all, one note says so for all.
    if (!published || (ledger.size === 0 && subjects.find((one) => one.published) !== state)) return [];
    return [
      diagnose({
        rule: 'ledger/not-recorded',
        file,
        range: rangeOfField(state, 'title'),
        message: `${subject} is published, and the ledger has no revision of it: a change of it would be silent.`,
        hint: `Record it: \`npx labworks publish ${subject}\`, or \`npx labworks publish --all\`.`,
      }),
    ];
  }
  if (!published) return [];
  const { revision } = head;
  const shown = differentUses(revision.uses, uses);
  if (revision.format !== projectionFormat || (revision.source === source && shown.length === 0)) return [];
  const before = linesOf(head);
  const now = linesNow(state);
  const passages = changedPassages(before, now);
  const [first, ...others] = passages;
  const excerpts = passages.slice(0, mostShown).map(excerptsOf);
  const ofFiles = shown.map((name) => `${name} is another one`);
  const told = [...(first ? [inFewWords(first)] : []), ...ofFiles];
  const more =
    others.length > 0
      ? `, and ${others.length} more line${others.length === 1 ? ' differs' : 's differ'}`
      : '';
  return [
    diagnose({
      rule: 'ledger/unrecorded-change',
      file,
      range: placeOf(file, passages) ?? rangeOfField(state, 'title'),
      message: `${subject} is not what its revision ${revision.number} of ${revision.date} says: ${told.join('; ')}${more}.`,
      why: 'Who has read the post, or has run its commands, would never hear of it.',
      hint: `Record the change: \`npx labworks correct ${subject}\`. It shows what has changed and asks what it is.`,
      ...(passages.length > 0 && {
        actual: text(excerpts.flatMap((one) => one.now ?? [])),
        expected: text(excerpts.flatMap(({ was }) => was ?? [])),
      }),
    }),
  ];
}

/** Passages of one subject that are shown; `npx labworks diff` shows all. */
const mostShown = 20;

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Where the first changed passage stands whose words can be found; they may be wrapped, or have marks within. Undefined where none can. */
function placeOf(file: SourceFile, passages: readonly ChangedPassage[]): Range | undefined {
  for (const { now } of passages) {
    if (now === undefined) continue;
    const runs = now.replace(/^(?:[A-Za-z][\w.]*: |#+ )/, '').split(/[[\]()`<>{}|*_\\]+/);
    const longest = runs.map((run) => run.trim()).reduce((a, b) => (b.length > a.length ? b : a), '');
    const at = longest.length < 4 ? -1 : file.text.indexOf(longest);
    if (at >= 0) return rangeAt(file, at, at + longest.length);
  }
  return undefined;
}

/** What the program shows otherwise though nobody has written anything otherwise; one entry is enough for all. */
function checkProgram({ ledger, subjects, root }: LedgerCheck): Diagnostic[] {
  const changed = shownOtherwise(ledger, subjects);
  if (changed.length === 0) return [];
  const file = createSourceFile(`${root}/${folderOf(siteSubject)}`, '');
  const few = changed.slice(0, 3).map(({ subject }) => subject);
  const rest = changed.length - few.length;
  const names = rest > 0 ? `${few.join(', ')} and ${rest} more` : listed(few);
  return [
    diagnose({
      rule: 'ledger/program-change',
      file,
      range: rangeAt(file, 0, 0),
      message: `The program shows ${names} otherwise than when ${changed.length === 1 ? 'it was' : 'they were'} recorded, though nothing else has been written.`,
      hint: 'Look at the pages, then record it once for all: `npx labworks publish --program --summary "what is shown otherwise"`.',
    }),
  ];
}

/** The subjects that say what they said and are rendered otherwise. */
export function shownOtherwise(
  ledger: LedgerCheck['ledger'],
  subjects: readonly SubjectState[],
): readonly SubjectState[] {
  const site = ledger.get(siteSubject) ?? [];
  return subjects.filter(({ subject, published, source, rendered, uses }) => {
    const head = headOf(ledger, subject);
    if (!head || !published) return false;
    const { revision } = head;
    const isSame = revision.source === source && differentUses(revision.uses, uses).length === 0;
    // Of a revision in another form nobody can say whether its author changed anything.
    if (!isSame && revision.format === projectionFormat) return false;
    const shows = site.findLast(({ revision: own }) => own.shows?.[subject]?.number === revision.number);
    return (shows?.revision.shows?.[subject]?.rendered ?? revision.rendered) !== rendered;
  });
}

/**
 * What was recorded and is not shown any more, without a word to those who have read it: neither was it taken back, nor does another post
 * say that its address leads there now.
 */
function checkMissing({ ledger, subjects, unread, root }: LedgerCheck): Diagnostic[] {
  const states = new Map(subjects.map((state) => [state.subject, state]));
  const moved = new Set(subjects.flatMap(({ published, aliases = [] }) => (published ? aliases : [])));
  return [...ledger].flatMap(([subject, entries]): Diagnostic[] => {
    const state = states.get(subject);
    // A lab that no published post shows any more is still the lab that it was.
    if (subject === siteSubject || unread?.has(subject)) return [];
    if (state?.published || (state && state.date === undefined)) return [];
    if (entries.at(-1)!.revision.class === 'withdrawal' || moved.has(`/${subject}/`)) return [];
    const file = state?.file ?? createSourceFile(entries.at(-1)!.path, '');
    const [what, back] = state ? ['hide', 'publish it again'] : ['remove', 'put it back'];
    return [
      diagnose({
        rule: 'ledger/lost-post',
        file,
        range: state ? rangeOfField(state, 'title') : rangeAt(file, 0, 0),
        message: `${subject} was published, and is not ${state ? 'published' : 'there'} any more.`,
        why: 'Who has read it, or has run its commands, would never hear why.',
        hint: `Withdraw a post rather than ${what} it: ${back}, then \`npx labworks correct ${subject} --withdraw\`. Of one that has another name now, write \`aliases: [/${subject}/]\` in its front matter. A site that begins anew begins without ${root}/ledger.`,
      }),
    ];
  });
}

/** That a Debug File and the revision that it is about say the same. */
function checkDebugFile(state: SubjectState, { ledger, linesOf }: LedgerCheck): Diagnostic[] {
  const { debug, file } = state;
  if (!debug) return [];
  const range = rangeOfField(state, 'corrects.revision');
  const { corrects, changes } = debug;
  const entries = ledger.get(corrects.post);
  // Of a post that is not recorded at all that is told.
  if (!entries) return [];
  const entry = entries.find(({ revision }) => revision.number === corrects.revision);
  const problem = (message: string, hint: string) =>
    diagnose({ rule: 'ledger/debug-file', file, range, message, hint });
  // A draft is begun before the correction is recorded.
  if (!entry && debug.draft) return [];
  if (!entry)
    return [
      problem(
        `The ledger has no revision ${corrects.revision} of ${corrects.post}, which this Debug File is about.`,
        `Record the correction: \`npx labworks correct ${corrects.post} --debug ${debug.slug}\`.`,
      ),
    ];
  const { revision } = entry;
  const said = { class: debug.class, severity: debug.class === 'correction' ? debug.severity : undefined };
  const recorded = { class: revision.class, severity: revision.severity };
  if (said.class !== recorded.class || said.severity !== recorded.severity || revision.debug !== debug.slug)
    return [
      problem(
        `Revision ${revision.number} of ${corrects.post} is recorded as ${inWords(recorded)} of the Debug File “${revision.debug ?? ''}”, and this one says ${inWords(said)}.`,
        'Make the Debug File say what the ledger has, or name the revision that it is about.',
      ),
    ];
  const before = entries.find(({ revision: { number } }) => number === corrects.revision - 1);
  if (!before) return [];
  const old = plainWords(linesOf(before));
  const now = plainWords(linesOf(entry));
  return changes.flatMap(({ id, was, now: words }, index): Diagnostic[] => {
    const wrong = [
      ...(stands(old, was) ? [] : [{ said: was, number: before.revision.number, field: 'was' }]),
      ...(stands(now, words) ? [] : [{ said: words, number: revision.number, field: 'now' }]),
    ];
    return wrong.map(({ said: text, number, field }) =>
      diagnose({
        rule: 'ledger/unknown-words',
        file,
        range: rangeOfField(state, `changes.${index}.${field}`),
        message: `\`${field}\` of the change “${id}” stands nowhere in revision ${number} of ${corrects.post}: “${shorten(text)}”.`,
        hint: `Quote what stood there: \`npx labworks history ${corrects.post}\` and \`npx labworks diff ${corrects.post} ${before.revision.number}..${revision.number}\` show it.`,
      }),
    );
  });
}

/** Nothing stands everywhere; lines of code may have blank ones between. */
function stands(text: string, words: string): boolean {
  const lines = words.split('\n').map((line) => plainWords([line]));
  return text.includes(plainWords([words])) || lines.every((line) => text.includes(line));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 100).trimEnd()} …` : line;
}

function inWords({
  class: kind,
  severity,
}: {
  readonly class: string;
  readonly severity?: string | undefined;
}): string {
  return severity === undefined ? `a ${kind}` : `a ${severity} ${kind}`;
}

import { parseArgs } from 'node:util';
import {
  differentUses,
  listed,
  proposeClass,
  reasonSchema,
  severities,
  substanceOfChange,
  substances,
} from '../../lib/engine.ts';
import type { SubjectState } from '../../lib/ledger/check-ledger.ts';
import type { CorrectionSeverity, Recorded } from '../../lib/ledger/revision.ts';
import type { Subjects } from '../../workspace/check-ledger.ts';
import type { Corrected } from '../../workspace/correct.ts';
import { writeCorrection } from '../../workspace/correct.ts';
import { asideOf, linesOfEntry, readLedger } from '../../workspace/ledger.ts';
import { ledgerBases } from '../../workspace/ledger-bases.ts';
import { contentName } from '../../workspace/paths.ts';
import { readSubjects } from '../../workspace/read-subjects.ts';
import type { Reason } from '../../workspace/record.ts';
import { missingFile } from '../../workspace/record.ts';
import { today } from '../../workspace/today.ts';
import type { Asking } from '../ask.ts';
import { askAtTerminal, AskingEnded } from '../ask.ts';
import { choose } from '../choose.ts';
import { asOneRecorder } from '../one-recorder.ts';
import { subjectNamed } from '../subjects.ts';
import { printError, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { revisionDiff } from '../views/revision-diff.ts';

const classes = ['correction', 'clarification', 'update', 'editorial', 'withdrawal'] as const;
type CorrectedClass = (typeof classes)[number];

export const help = `npx labworks correct POST… [options]

Records what has changed in a published post, lab or comparison since its last revision: shows it, asks what it is, marks the corrected
passages in the post, begins the Debug File of a factual or harmful correction, and writes the entry into the ledger. What is not given is
asked for at a terminal; a script gives all of it, with --yes.

  POST              kind/slug, the path of a file, labs/NAME or comparisons/NAME; several share one reason
  --class CLASS     ${classes.join(', ')}
  --severity S      of a correction: ${severities.join(', ')}
  --summary TEXT    what changelogs say, one sentence
  --reporter TEXT   who has told of it; --role TEXT: what they are
  --debug SLUG      the Debug File, there already or to be begun (default: made of the post's name)
  --date DAY        when it is published (default: today)
  --withdraw        the post is not to be followed any more; nothing of it need have changed
  --amend           write the last entry anew, which is not yet with others
  --after ENTRY     where two branches have made one revision: its entry comes first, and the other one is numbered anew
  --yes             write without asking

Exit codes: 0 recorded, or nothing has changed; 1 refused; 2 the tool was used wrongly or could not do its work.
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      class: { type: 'string' },
      severity: { type: 'string' },
      summary: { type: 'string' },
      reporter: { type: 'string' },
      role: { type: 'string' },
      debug: { type: 'string' },
      date: { type: 'string' },
      after: { type: 'string' },
      withdraw: { type: 'boolean', default: false },
      amend: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0)
    throw new UsageError('name what has changed: `npx labworks correct field-notes/two-switches`.');
  if (values.class !== undefined) choose('--class', values.class, classes);
  if (values.severity !== undefined) choose('--severity', values.severity, severities);
  if (values.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.date))
    throw new UsageError('--date is a day such as 2014-04-22.');
  const asking = values.yes ? undefined : askAtTerminal();
  try {
    // What is shown and asked about must not change before it is written.
    return await asOneRecorder(async () => {
      const outcomes: Outcome[] = [];
      for (const word of positionals) outcomes.push(await correct(word, values, asking));
      if (outcomes.includes('recorded')) tellOfOthers();
      return outcomes.includes('refused') ? 1 : 0;
    });
  } catch (error) {
    if (!(error instanceof AskingEnded)) throw error;
    printError(error.message);
    return 1;
  } finally {
    asking?.close();
  }
}

interface CorrectOptions {
  readonly class?: string | undefined;
  readonly severity?: string | undefined;
  readonly summary?: string | undefined;
  readonly reporter?: string | undefined;
  readonly role?: string | undefined;
  readonly debug?: string | undefined;
  readonly date?: string | undefined;
  readonly after?: string | undefined;
  readonly withdraw: boolean;
  readonly amend: boolean;
  readonly yes: boolean;
}

type Outcome = 'recorded' | 'unchanged' | 'refused';

async function correct(word: string, options: CorrectOptions, asking: Asking | undefined): Promise<Outcome> {
  const subjects = readSubjects(today());
  const ledger = readLedger();
  const state = subjectNamed(word, subjects);
  const { subject } = state;
  const entries = ledger.entries.get(subject);
  if (!entries) {
    printError(`${subject} is not recorded yet: \`npx labworks publish ${subject}\` does it.`);
    return 'refused';
  }
  const chain = chainFor(subject, entries, options);
  if ('problem' in chain) {
    printError(chain.problem);
    return 'refused';
  }
  const { before, replaces } = chain;
  const missing = missingFile(state);
  if (missing !== undefined) {
    printError(`${subject} shows ${missing}, which is not there.`);
    return 'refused';
  }
  const was = linesOfEntry(before);
  const now = subjects.linesOf(state);
  const uses = differentUses(before.revision.uses, state.uses);
  const isChanged = before.revision.source !== state.source || uses.length > 0;
  if (!isChanged && !options.withdraw && replaces.length === 0) {
    stdout.print(`${subject} is as its revision ${before.revision.number} says.\n`);
    return 'unchanged';
  }
  show(subject, before, was, now, uses);
  const debug = debugOf(state, subjects, before, options);
  const decided = await decide({ was, now, uses }, { debug, options, asking, subject, before });
  if ('problem' in decided) {
    printError(decided.problem);
    return 'refused';
  }
  if (asking && !(await asking.agreed('Record it?'))) {
    printError('nothing was written.');
    return 'refused';
  }
  const beginsDebugFile = decided.reason.debug !== undefined && !debug.isThere;
  tell(
    writeCorrection({ state, before, was, now, reason: decided.reason, replaces, beginsDebugFile }, today()),
    decided.reason,
  );
  return 'recorded';
}

/** The revision that the next one follows, and the entries whose place it takes. */
function chainFor(
  subject: string,
  entries: readonly Recorded[],
  { amend, after }: CorrectOptions,
): { readonly before: Recorded; readonly replaces: readonly Recorded[] } | { readonly problem: string } {
  const last = entries.at(-1)!;
  if (after !== undefined) {
    const first = entries.find(({ path }) => path.endsWith(`/${after}.json`));
    const others = entries.filter(
      (entry) => entry !== first && entry.revision.number === first?.revision.number,
    );
    if (!first || others.length === 0)
      return { problem: `${subject} has no two revisions of one number, of which “${after}” is one.` };
    return { before: first, replaces: others };
  }
  if (!amend) {
    const twin = entries.at(-2);
    if (twin?.revision.number === last.revision.number)
      return {
        problem: `${subject} has two revisions ${last.revision.number}: \`npx labworks check\` says what to do.`,
      };
    return { before: last, replaces: [] };
  }
  // It was broken off when the entry was out and the new one not in yet.
  if (asideOf(subject).some(({ number }) => number === last.revision.number + 1))
    return { before: last, replaces: [] };
  const replaces = entries.filter(({ revision }) => revision.number === last.revision.number);
  const before = entries[entries.length - replaces.length - 1];
  if (!before)
    return {
      problem: `${subject} has its first revision alone: remove ${last.path} and publish it again, as long as nobody else has it.`,
    };
  const known = ledgerBases().find(({ entries: shared }) =>
    replaces.some(({ path }) => shared.has(path.slice(contentName.length + 1))),
  );
  if (known)
    return {
      problem: `revision ${last.revision.number} of ${subject} stands in ${known.name}: others have it, and it stays. Record a further one.`,
    };
  return { before, replaces };
}

interface DebugFile {
  readonly slug: string;
  /** Whether it lies there already. */
  readonly isThere: boolean;
  /** What it says of itself. */
  readonly says?: NonNullable<SubjectState['debug']>;
}

/** The Debug File of the revision to come: the one that is named, or that says it is of this revision, or one to be begun. */
function debugOf(
  { subject }: SubjectState,
  { states }: Subjects,
  before: Recorded,
  options: CorrectOptions,
): DebugFile {
  const number = before.revision.number + 1;
  const all = states.flatMap(({ debug }) => (debug ? [debug] : []));
  const own = all.find(
    ({ slug, corrects }) =>
      (options.debug === undefined || slug === options.debug) &&
      corrects.post === subject &&
      corrects.revision === number,
  );
  if (own) return { slug: own.slug, isThere: true, says: own };
  const slug = options.debug ?? `${subject.slice(subject.indexOf('/') + 1)}-${number}`;
  return { slug, isThere: all.some((one) => one.slug === slug) };
}

interface ShownChange {
  readonly was: readonly string[];
  readonly now: readonly string[];
  readonly uses: readonly string[];
}

interface Deciding {
  readonly debug: DebugFile;
  readonly options: CorrectOptions;
  readonly asking: Asking | undefined;
  readonly subject: string;
  readonly before: Recorded;
}

/** Why the revision is made: as it is told, as its Debug File says, or as is answered. */
async function decide(
  { was, now, uses }: ShownChange,
  { debug, options, asking, subject, before }: Deciding,
): Promise<{ readonly reason: Reason } | { readonly problem: string }> {
  const proposed = proposeClass(was, now, uses.length > 0);
  const { says } = debug;
  const missing: string[] = [];
  const given = <T extends string>(
    option: string,
    value: T | undefined,
    ask: (from: Asking) => Promise<T>,
  ): Promise<T | undefined> => {
    if (value !== undefined) return Promise.resolve(value);
    if (asking) return ask(asking);
    missing.push(option);
    return Promise.resolve(undefined);
  };
  const chosen = options.withdraw
    ? 'withdrawal'
    : ((options.class as CorrectedClass | undefined) ?? says?.class);
  if (asking && chosen === undefined && proposed.substance.length > 0)
    stdout.print(`It is a change of ${listed(proposed.substance.map((one) => substances[one]))}.\n`);
  const kind = await given('--class', chosen, (from) =>
    from.choice('What is it?', classes, proposed.class as CorrectedClass),
  );
  const severity =
    kind === 'correction'
      ? await given(
          '--severity',
          (options.severity as CorrectionSeverity | undefined) ?? says?.severity,
          (from) =>
            from.choice(
              'How bad was it to have read it as it was?',
              severities,
              proposed.severity ?? 'factual',
            ),
        )
      : undefined;
  if (kind === 'editorial') {
    const hidden = [
      ...substanceOfChange(was, now).map((one) => substances[one]),
      ...(uses.length > 0 ? [substances.use] : []),
    ];
    if (hidden.length > 0)
      return {
        problem: `${subject} cannot have an editorial revision ${before.revision.number + 1}: it is a change of ${listed(hidden)}. Give --class correction, clarification or update.`,
      };
  }
  if (options.severity !== undefined && kind !== undefined && kind !== 'correction')
    return {
      problem: `--severity is said of a correction, and this is a${/^[aeiou]/.test(kind) ? 'n' : ''} ${kind}.`,
    };
  const summary = await given('--summary', options.summary ?? says?.entry, (from) =>
    from.text('What do changelogs say, in one sentence?'),
  );
  const isCorrected = kind === 'correction' && severity !== 'cosmetic';
  const reporter = isCorrected
    ? await given('--reporter', options.reporter ?? says?.reportedBy.name, (from) =>
        from.text('Who has told of it?', 'the author'),
      )
    : options.reporter;
  if (missing.length > 0 || kind === undefined || summary === undefined)
    return { problem: `nobody is here to be asked: give ${listed(missing)} as well.` };
  const role = options.role ?? says?.reportedBy.role;
  const date = options.date ?? says?.date ?? today();
  if (date < before.revision.date)
    return {
      problem: `revision ${before.revision.number} of ${subject} is of ${before.revision.date}; what follows it cannot be dated ${date}.`,
    };
  const reason = reasonSchema.safeParse({
    class: kind,
    ...(severity !== undefined && { severity }),
    summary,
    date,
    ...(reporter !== undefined && { reporter: { name: reporter, ...(role !== undefined && { role }) } }),
    ...((isCorrected || says || options.debug !== undefined) && { debug: debug.slug }),
  });
  if (reason.success) return { reason: reason.data as Reason };
  const [issue] = reason.error.issues;
  return { problem: `the ${issue?.path.join('’s ') ?? ''} cannot be taken: ${issue?.message ?? ''}.` };
}

function show(
  subject: string,
  before: Recorded,
  was: readonly string[],
  now: readonly string[],
  uses: readonly string[],
): void {
  const { number, date } = before.revision;
  stdout.print(`${stdout.painter.strong(`${subject} since its revision ${number} of ${date}`)}\n\n`);
  stdout.print(revisionDiff(was, now, stdout.painter));
  for (const name of uses) stdout.print(`  ~ ${name} is another one\n`);
  stdout.print('\n');
}

function tell({ written, unmarked, revision }: Corrected, { debug }: Reason): void {
  stdout.print(`${revision.subject} has its revision ${revision.number}. Written:\n`);
  for (const path of written) stdout.print(`  ${path}\n`);
  for (const { id, text } of unmarked) {
    const what =
      text === '' ? 'the place where something was taken away' : `“${text.split('\n')[0]!.slice(0, 100)}”`;
    stdout.print(
      `Mark ${what} yourself, which stands in no one place: <Correction of="${debug ?? ''}" id="${id}">…</Correction>\n`,
    );
  }
}

/** Posts show labs, comparisons and figures: one that is changed may change several. */
function tellOfOthers(): void {
  const ledger = readLedger();
  const { states } = readSubjects(today());
  const others = states.filter(({ subject, published, source, uses }) => {
    const head = ledger.entries.get(subject)?.at(-1);
    if (!published || !head) return false;
    return head.revision.source !== source || differentUses(head.revision.uses, uses).length > 0;
  });
  if (others.length === 0) return;
  const names = others.map((one) => one.subject);
  stdout.print(`Not recorded yet: ${listed(names)}. \`npx labworks correct ${names.join(' ')}\`\n`);
}

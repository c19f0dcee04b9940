import { parseArgs } from 'node:util';
import { listed, projectionFormat, shownOtherwise, siteSubject } from '../../lib/engine.ts';
import type { SubjectState } from '../../lib/ledger/check-ledger.ts';
import type { Revision } from '../../lib/ledger/revision.ts';
import type { Subjects } from '../../workspace/check-ledger.ts';
import type { Ledger } from '../../workspace/ledger.ts';
import { digestOfRevision, readLedger, writeRevision } from '../../workspace/ledger.ts';
import { shownPath } from '../../workspace/paths.ts';
import { readSubjects } from '../../workspace/read-subjects.ts';
import { publish } from '../../workspace/record.ts';
import { sha256 } from '../../workspace/sha256.ts';
import { today } from '../../workspace/today.ts';
import { asOneRecorder } from '../one-recorder.ts';
import { subjectNamed } from '../subjects.ts';
import { printError, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `npx labworks publish POST… | --all | --program --summary TEXT

Records what posts, labs and comparisons say when readers first see them: their revision 1. From then on each change of them needs an
entry of its own (\`npx labworks correct\`). A post that Debug Files have corrected already gets the revisions that they tell of.

  POST             kind/slug, the path of a file, labs/NAME or comparisons/NAME
  --all            all that is published and not recorded yet
  --program        record, once for all posts, that the program shows them otherwise than it did, though nobody has changed a word
  --summary TEXT   with --program: what is shown otherwise

Exit codes: 0 recorded, or nothing to record; 1 something could not be recorded; 2 the tool was used wrongly or could not do its work.
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      program: { type: 'boolean', default: false },
      summary: { type: 'string' },
    },
  });
  const chosen = [positionals.length > 0, values.all, values.program].filter(Boolean).length;
  if (chosen !== 1) throw new UsageError('name posts, or give --all, or give --program.');
  if (values.program !== (values.summary !== undefined))
    throw new UsageError('--summary says what the program shows otherwise: it belongs to --program.');
  return asOneRecorder(() => record(positionals, values));
}

function record(
  words: readonly string[],
  { all, summary }: { readonly all: boolean; readonly summary?: string | undefined },
): number {
  const subjects = readSubjects(today());
  const ledger = readLedger();
  if (summary !== undefined) return recordProgram(summary, subjects, ledger);
  const wanted = all
    ? subjects.states.filter((state) => state.published && isUnfinished(state, subjects, ledger))
    : words.map((word) => subjectNamed(word, subjects));
  let refused = 0;
  for (const state of wanted) {
    const known = ledger.entries.get(state.subject) ?? [];
    const problem = state.published
      ? undefined
      : 'it is a draft, its day has not come, or nothing that is published shows it';
    const made = problem === undefined ? publish(state, subjects) : { problem };
    if ('problem' in made) {
      refused++;
      printError(`${state.subject} is not recorded: ${made.problem}.`);
      continue;
    }
    // An earlier run may have been broken off: what it wrote is where this one goes on.
    const isBegun = known.every(({ digest }, index) => {
      const own = made.revisions[index];
      return own !== undefined && digestOfRevision(own) === digest;
    });
    if (known.length > 0 && (!isBegun || known.length === made.revisions.length)) {
      stdout.print(`${state.subject} is recorded already, up to its revision ${known.length}.\n`);
      continue;
    }
    for (const revision of made.revisions.slice(known.length)) told(writeRevision(revision), revision);
  }
  if (wanted.length === 0) stdout.print('All that is published is recorded.\n');
  return refused > 0 ? 1 : 0;
}

/** Whether nothing is recorded of a subject, or less than its Debug Files tell of, as where an earlier run was broken off. */
function isUnfinished({ subject }: SubjectState, { states }: Subjects, { entries }: Ledger): boolean {
  const known = entries.get(subject)?.length ?? 0;
  const corrections = states.filter(({ debug }) => debug?.corrects.post === subject).length;
  return known === 0 || known < corrections + 1;
}

function told(path: string, { subject, number, class: kind, date }: Revision): void {
  stdout.print(`${subject}: revision ${number}, ${kind} of ${date}, in ${shownPath(path)}\n`);
}

function recordProgram(summary: string, { states }: Subjects, { entries }: Ledger): number {
  const changed = shownOtherwise(entries, states);
  if (changed.length === 0) {
    stdout.print('The program shows all that is recorded as it did.\n');
    return 0;
  }
  const before = entries.get(siteSubject)?.at(-1);
  const lines = changed.map(({ subject }) => subject);
  const revision: Revision = {
    format: projectionFormat,
    subject: siteSubject,
    number: (before?.revision.number ?? 0) + 1,
    date: today(),
    class: 'program',
    summary,
    source: sha256(lines.join('\n')),
    rendered: sha256(lines.join('\n')),
    uses: {},
    lines,
    shows: Object.fromEntries(
      changed.map(({ subject, rendered }) => [
        subject,
        { number: entries.get(subject)!.at(-1)!.revision.number, rendered },
      ]),
    ),
    previous: before?.digest ?? null,
  };
  told(writeRevision(revision), revision);
  stdout.print(
    `It is about ${listed(lines.slice(0, 5))}${lines.length > 5 ? ` and ${lines.length - 5} more` : ''}.\n`,
  );
  return 0;
}

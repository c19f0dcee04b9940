import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createSourceFile, rangeAt } from '../source/source-file.ts';
import { fileNameOf, folderOf } from './revision.ts';
import type { Recorded } from './revision.ts';
import type { LedgerRuleId } from './rules.ts';
import { diagnose } from './rules.ts';

/** A state of the project that is known to be good, in which entries of the ledger stand that must stand here as well. */
export interface LedgerBase {
  /** As a sentence names it: `HEAD`, `origin/main`. */
  readonly name: string;
  /** Paths of entries from the content folder: `ledger/field-notes/x/1-0123456789abcdef.json`. */
  readonly entries: ReadonlySet<string>;
}

const restore = (path: string) =>
  `Take it back from where it was: \`git checkout HEAD -- ${path}\`, or from a copy.`;

/**
 * Proves that the entries of one subject are as they were written, and follow each other. In the order of their numbers; two of one number
 * in that of their paths.
 */
export function checkChain(subject: string, entries: readonly Recorded[]): Diagnostic[] {
  return entries.flatMap((entry, index): Diagnostic[] => {
    const { revision, digest, path } = entry;
    const { number, date, previous } = revision;
    const found: Diagnostic[] = [];
    const name = fileNameOf(revision, digest);
    if (revision.subject !== subject)
      found.push(
        problem(
          'ledger/changed-entry',
          path,
          `This is an entry of ${revision.subject}, among those of ${subject}.`,
          `Put it into src/content/${folderOf(revision.subject)}.`,
        ),
      );
    if (!path.endsWith(`/${name}`))
      found.push(
        problem(
          'ledger/changed-entry',
          path,
          `Revision ${number} of ${subject} is not what it was when it was written: by what is in it now its file would be called ${name}.`,
          restore(path),
        ),
      );
    const before = entries[index - 1];
    if (before?.revision.number === number) {
      found.push(twins(subject, before, entry));
      return found;
    }
    const expected = before ? before.revision.number + 1 : 1;
    if (number !== expected) {
      found.push(
        problem(
          'ledger/lost-entry',
          path,
          `Revision ${expected} of ${subject} is missing, and revision ${number} is there.`,
          restore(path.replace(/[^/]*$/, '')),
        ),
      );
      return found;
    }
    const earlier = entries.filter((other) => other.revision.number === number - 1);
    const follows = previous === null ? number === 1 : earlier.some((other) => other.digest === previous);
    if (!follows)
      found.push(
        problem(
          'ledger/changed-entry',
          path,
          before
            ? `Revision ${number} of ${subject} follows another revision ${number - 1} than the one that is there: that one was changed or replaced.`
            : `Revision 1 of ${subject} follows another entry, which is not there.`,
          restore(before?.path ?? path),
        ),
      );
    if (before && date < before.revision.date)
      found.push(
        problem(
          'ledger/entry',
          path,
          `Revision ${number} of ${subject} is dated ${date}, and revision ${before.revision.number} ${before.revision.date}.`,
          'Date a revision on the day that it is published; `npx labworks correct --amend` writes the last one anew.',
        ),
      );
    if ((number === 1) !== (revision.class === 'publication') && revision.class !== 'program')
      found.push(
        problem(
          'ledger/entry',
          path,
          `Revision ${number} of ${subject} is a ${revision.class}; the first one is its publication, and no other.`,
          restore(path),
        ),
      );
    return found;
  });
}

function twins(subject: string, one: Recorded, other: Recorded): Diagnostic {
  const { number } = other.revision;
  return problem(
    'ledger/two-entries',
    other.path,
    `${subject} has two revisions ${number}, “${one.revision.summary}” and “${other.revision.summary}”: two branches have each made one.`,
    `Say which comes first: \`npx labworks correct ${subject} --after ${one.path.replace(/^.*\//, '').replace('.json', '')}\` numbers the other one anew.`,
  );
}

/** Entries that a base has and that are not there. Names say what is in them, so that what is there by its name is as it was. */
export function checkBases(
  bases: readonly LedgerBase[],
  present: ReadonlySet<string>,
  root: string,
): Diagnostic[] {
  const told = new Set<string>();
  return bases.flatMap(({ name, entries }) =>
    [...entries].flatMap((entry): Diagnostic[] => {
      if (present.has(entry) || told.has(entry)) return [];
      told.add(entry);
      const path = `${root}/${entry}`;
      return [
        problem(
          'ledger/lost-entry',
          path,
          `This entry stands in ${name}, and is not there any more: what was recorded once can neither be changed nor taken out.`,
          `Take it back: \`git checkout ${name} -- ${path}\`.`,
        ),
      ];
    }),
  );
}

function problem(rule: LedgerRuleId, path: string, message: string, hint: string): Diagnostic {
  const file = createSourceFile(path, '');
  return diagnose({ rule, file, range: rangeAt(file, 0, 0), message, hint });
}

import { parseArgs } from 'node:util';
import { differentUses } from '../../lib/engine.ts';
import { linesOfEntry } from '../../workspace/ledger.ts';
import { readSubjects } from '../../workspace/read-subjects.ts';
import { today } from '../../workspace/today.ts';
import { subjectNamed } from '../subjects.ts';
import { stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { revisionDiff } from '../views/revision-diff.ts';
import { entriesOf } from './history.ts';

export const help = `npx labworks diff POST [A..B]

Shows what changed in a post, lab or comparison between two of its revisions, word by word: [-gone-] {+new+}. Without numbers, since its
last revision.

Exit codes: 0 shown; 2 nothing is recorded of it, or there is no such revision.
`;

export function run(args: string[]): number {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [word, range, ...more] = positionals;
  if (word === undefined || more.length > 0)
    throw new UsageError('name a post and two revisions: `npx labworks diff field-notes/two-switches 1..2`.');
  const entries = entriesOf(word);
  const revisionOf = (number: number) => {
    const found = entries.find(({ revision }) => revision.number === number);
    if (!found) throw new UsageError(`there is no revision ${number}: ${entries.length} are recorded.`);
    return { lines: linesOfEntry(found), uses: found.revision.uses };
  };
  const [, from, to] = /^(\d+)\.\.(\d+)$/.exec(range ?? '') ?? [];
  if (range !== undefined && from === undefined)
    throw new UsageError(`“${range}” names no two revisions, as 1..2 does.`);
  const before = revisionOf(from === undefined ? entries.at(-1)!.revision.number : Number(from));
  const after = to === undefined ? asItIs(word) : revisionOf(Number(to));
  stdout.print(revisionDiff(before.lines, after.lines, stdout.painter));
  for (const name of differentUses(before.uses, after.uses)) stdout.print(`  ~ ${name} is another one\n`);
  return 0;
}

function asItIs(word: string) {
  const subjects = readSubjects(today());
  const state = subjectNamed(word, subjects);
  return { lines: subjects.linesOf(state), uses: state.uses };
}

import { parseArgs } from 'node:util';
import { readLedger } from '../../workspace/ledger.ts';
import { didYouMean } from '../choose.ts';
import { subjectOf } from '../subjects.ts';
import { stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `npx labworks history POST

Prints the revisions of a post, lab or comparison, the newest first. \`npx labworks diff POST 1..2\` shows what changed between two.

Exit codes: 0 printed; 2 nothing is recorded of it.
`;

export function run(args: string[]): number {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [word, ...more] = positionals;
  if (word === undefined || more.length > 0)
    throw new UsageError('name one post: `npx labworks history field-notes/two-switches`.');
  for (const { revision } of entriesOf(word).toReversed()) {
    const { number, date, class: kind, severity, summary, reporter, debug } = revision;
    const { painter } = stdout;
    const what = severity === undefined ? kind : `${severity} ${kind}`;
    stdout.print(`${painter.strong(`Revision ${number}`)}  ${date}  ${what}\n  ${summary}\n`);
    if (reporter)
      stdout.print(
        painter.faint(
          `  Reported by ${reporter.name}${reporter.role === undefined ? '' : `, ${reporter.role}`}.\n`,
        ),
      );
    if (debug !== undefined) stdout.print(painter.faint(`  Debug File: debug/${debug}\n`));
  }
  return 0;
}

/** What the ledger has of a subject. Throws a UsageError where that is nothing. */
export function entriesOf(word: string) {
  const { entries } = readLedger();
  const subject = subjectOf(word);
  const own = entries.get(subject);
  if (own) return own;
  const help = didYouMean(subject, entries.keys()) ?? '`npx labworks publish` records a post.';
  throw new UsageError(`nothing is recorded of “${word}”. ${help}`);
}

import { stringify } from 'yaml';
import { quotation } from '../lib/engine.ts';
import type { QuotedChange } from '../lib/ledger/quoted-changes.ts';
import type { Revision } from '../lib/ledger/revision.ts';

/** What a Debug File is begun with. */
export interface DebugFileFacts extends Pick<Revision, 'subject' | 'number' | 'date' | 'summary'> {
  /** Of what is corrected. */
  readonly title: string;
  /** Where it is shown; left out where it has no page of its own. */
  readonly url?: string;
  readonly class: 'correction' | 'clarification' | 'update' | 'withdrawal';
  readonly severity: 'cosmetic' | 'factual' | 'harmful';
  readonly reporter: NonNullable<Revision['reporter']>;
  /** With the ids that the post marks them by. */
  readonly changes: readonly (QuotedChange & { readonly id: string })[];
}

/** The text of a Debug File that says what was wrong, what stands there now and who has said so; its author tells the rest. */
export function makeDebugFile(facts: DebugFileFacts): string {
  const { subject, number, date, summary, title, severity, reporter, changes } = facts;
  const front = {
    title: `Debug File: ${title}`,
    date,
    summary,
    corrects: { post: subject, revision: number },
    class: facts.class,
    severity,
    reportedBy: reporter,
    entry: summary,
    // A heading is not marked in the post; what it was stands in the text below.
    changes: changes
      .filter(({ kind }) => kind !== 'heading')
      .map((change) => {
        const { was, now } = quotation(change);
        return { id: change.id, ...(was !== '' && { was }), ...(now !== '' && { now }) };
      }),
  };
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${bodyOf(facts)}\n`;
}

function bodyOf({ url, number, title, reporter, changes }: DebugFileFacts): string {
  const by = reporter.role === undefined ? reporter.name : `${reporter.name}, ${reporter.role}`;
  const what = url === undefined ? escaped(title) : `[${escaped(title)}](${url})`;
  const lead = `${what} was wrong, and is corrected in its revision ${number}. ${escaped(by)} reported it.`;
  const parts = changes.map((change) => {
    const { was, now } = quotation(change);
    return ['It said:', quote(change.kind, was), 'It says now:', quote(change.kind, now)].join('\n\n');
  });
  return [lead, ...(parts.length > 0 ? ['## What stood there'] : []), ...parts].join('\n\n');
}

function quote(kind: QuotedChange['kind'], text: string): string {
  if (text === '') return 'Nothing.';
  if (kind !== 'code')
    return text
      .split('\n')
      .map((line) => `> ${escaped(line)}`)
      .join('\n>\n');
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** As words, in MDX as well. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]{}<>#|~$]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, (_, blank: string, mark: string) => `${blank}\\${mark}`);
}

import { earlierLines, projectionFormat } from '../lib/engine.ts';
import type { SubjectState } from '../lib/ledger/check-ledger.ts';
import type { Recorded, Revision } from '../lib/ledger/revision.ts';
import type { Subjects } from './check-ledger.ts';
import { digestOfRevision } from './ledger.ts';
import { sha256 } from './sha256.ts';
import { today } from './today.ts';

/** Why a revision is made. */
export type Reason = Pick<Revision, 'class' | 'summary' | 'date'> &
  Partial<Pick<Revision, 'severity' | 'reporter' | 'debug' | 'release'>>;

/** The revision that a subject would have next, as it stands now. `before`: the one it follows. */
export function nextRevision(
  state: Pick<SubjectState, 'subject' | 'source' | 'rendered' | 'uses'>,
  lines: readonly string[],
  before: Recorded | undefined,
  reason: Reason,
): Revision {
  return {
    format: projectionFormat,
    subject: state.subject,
    number: (before?.revision.number ?? 0) + 1,
    ...reason,
    source: state.source,
    rendered: state.rendered,
    uses: { ...state.uses },
    lines: [...lines],
    previous: before?.digest ?? null,
  };
}

/** The name of something that a subject shows and that is not there: then nobody can say what it shows. */
export function missingFile({ uses }: Pick<SubjectState, 'uses'>): string | undefined {
  return Object.keys(uses).find((name) => uses[name] === '');
}

/**
 * Records a subject for the first time. Where Debug Files have corrected it already, the revisions that they say are recorded as well,
 * beginning with what stood there before the first of them. Says why where that cannot be known.
 */
export function publish(
  state: SubjectState,
  { states, linesOf }: Subjects,
): { readonly revisions: readonly Revision[] } | { readonly problem: string } {
  const missing = missingFile(state);
  if (missing !== undefined) return { problem: `it shows ${missing}, which is not there` };
  const lines = linesOf(state);
  const date = dateOf(state, states);
  const corrections = states
    .flatMap(({ debug }) => (debug?.corrects.post === state.subject ? [debug] : []))
    .sort((a, b) => a.corrects.revision - b.corrects.revision);
  const texts: (readonly string[])[] = [lines];
  for (const debug of corrections.toReversed()) {
    const earlier = earlierLines(texts[0]!, debug.changes);
    if (!earlier)
      return {
        problem: `the Debug File “${debug.slug}” quotes words of ${state.subject} that stand nowhere in it`,
      };
    texts.unshift(earlier);
  }
  const revisions: Revision[] = [];
  let before: Recorded | undefined;
  texts.forEach((text, index) => {
    const debug = corrections[index - 1];
    const source = sha256(text.join('\n'));
    const isNow = index === texts.length - 1;
    const revision = nextRevision(
      // What the program made of an earlier text is not known; nothing is held to it.
      isNow ? state : { ...state, source, rendered: source },
      text,
      before,
      debug
        ? {
            class: debug.class,
            ...(debug.class === 'correction' && { severity: debug.severity }),
            summary: debug.entry,
            date: debug.date,
            reporter: debug.reportedBy,
            debug: debug.slug,
          }
        : { class: 'publication', summary: 'First published.', date },
    );
    revisions.push(revision);
    before = { revision, digest: digestOfRevision(revision), path: '' };
  });
  return { revisions };
}

/** A lab or a comparison is published with the first post that shows it; nothing says which day that was, so that it is the first post's. */
function dateOf({ date, subject }: SubjectState, states: readonly SubjectState[]): string {
  if (date !== undefined) return date;
  const dates = states.flatMap((state) =>
    state.published && state.date !== undefined && (subject in state.uses || state.lab === subject)
      ? [state.date]
      : [],
  );
  return dates.sort()[0] ?? today();
}

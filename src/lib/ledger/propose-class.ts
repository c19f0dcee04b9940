import { changedPassages } from './changed-passages.ts';
import type { CorrectionSeverity, RevisionClass } from './revision.ts';
import type { Substance } from './substance.ts';
import { substanceOfChange } from './substance.ts';

/** What a change looks like, for its author to say whether it is. */
export interface Proposal {
  readonly class: RevisionClass;
  readonly severity?: CorrectionSeverity;
  /** What of substance is different. */
  readonly substance: readonly Substance[];
}

/**
 * The class that a change most probably is of. Nobody can tell from a text whether what stood there was wrong; so a change of substance is
 * taken for a factual correction, which is the one that is told loudest where nothing was harmed.
 */
export function proposeClass(
  before: readonly string[],
  after: readonly string[],
  usesDiffer: boolean,
): Proposal {
  const substance = [...substanceOfChange(before, after), ...(usesDiffer ? (['use'] as const) : [])];
  if (substance.length === 0) return { class: 'editorial', substance };
  const passages = changedPassages(before, after);
  // What was said before is still said: something was added.
  if (passages.every(({ was }) => was === undefined) && passages.length > 0)
    return { class: 'update', substance };
  if (substance.every((one) => one === 'link'))
    return { class: 'correction', severity: 'cosmetic', substance };
  return { class: 'correction', severity: 'factual', substance };
}

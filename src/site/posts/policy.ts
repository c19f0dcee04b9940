import { revisionClasses, severities, substances } from '../../lib/engine.ts';
import type { CorrectionSeverity, RevisionClass } from '../../lib/ledger/revision.ts';
import type { PolicyView } from '../types/policy.ts';

/** What each is made for, and what readers are shown of it. */
const classes: Readonly<Record<RevisionClass, string>> = {
  publication: 'The first revision: what was published.',
  correction:
    'Something that stood here was wrong. How it is shown depends on how much harm is done by having read it.',
  clarification: 'What stood here was right and could be misread. It is marked at its passage.',
  update: 'The world has moved on, or there is more to say. It is told in the changelog.',
  editorial: 'Spelling, wording and punctuation. It is told in the changelog, and changes no date.',
  withdrawal:
    'The text is taken back as a whole. It stays at its address behind the reason, and no list of guides leads to it.',
  program: 'The program shows the same text otherwise. One entry stands for all that it touches.',
};

const harm: Readonly<Record<CorrectionSeverity, string>> = {
  cosmetic: 'Nobody was misled. It is told in the changelog.',
  factual:
    'Who believed it knows something that is not so. It is marked at its passage, with what stood there, and has a Debug File.',
  harmful:
    'Who did what it said may have broken something. It stands above the text as well, and has a Debug File.',
};

/** What may be changed how, from what the check of the ledger goes by. */
export function policyView(): PolicyView {
  return {
    classes: revisionClasses.map((name) => ({ name, means: classes[name] })),
    severities: severities.map((name) => ({ name, means: harm[name] })),
    substances: Object.values(substances),
  };
}

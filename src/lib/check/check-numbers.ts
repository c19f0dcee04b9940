import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { CorpusGuide } from './corpus.ts';
import { diagnose } from './rules.ts';

/** Proves that no two Fail Files have one number, by which they are named. */
export function checkNumbers(guides: readonly CorpusGuide[]): Diagnostic[] {
  const first = new Map<number, CorpusGuide>();
  return guides.flatMap((guide) => {
    const { data, file } = guide;
    if (data?.kind !== 'fail-files') return [];
    const { number } = data;
    const other = first.get(number);
    if (!other) {
      first.set(number, guide);
      return [];
    }
    const range = rangeOfField(guide, 'number');
    const message = `There is a Fail File ${number} already: ${other.file.path}.`;
    const hint = 'Give each Fail File a number of its own.';
    const related = { file: other.file.path, range: rangeOfField(other, 'number'), message: 'the other one' };
    return diagnose({ rule: 'guide/same-number', file, range, message, hint, related: [related] });
  });
}

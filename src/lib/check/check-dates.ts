import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import { publicationOf } from '../guide/publication.ts';
import type { CorpusGuide } from './corpus.ts';
import { diagnose } from './rules.ts';

/** Tells of posts that wait for their day, which may be what their authors meant, or a slip. */
export function checkDates(guides: readonly CorpusGuide[], today: string | undefined): Diagnostic[] {
  return guides.flatMap((guide) => {
    const { data, file } = guide;
    if (!data || publicationOf(data, today) !== 'scheduled') return [];
    const message = `The post is dated ${data.date}, and is not published before that day.`;
    const hint = 'A build on that day or later publishes it; correct the date if it is a slip.';
    const range = rangeOfField(guide, 'date');
    return [diagnose({ rule: 'guide/future-date', file, range, message, hint })];
  });
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { CorpusGuide } from './corpus.ts';
import { diagnose } from './rules.ts';

/**
 * Published posts of a day that has not come. `today` is a day such as `2014-04-21`; the next one counts as come, since it has begun
 * in the east. Only a warning: what a build makes of the same content is the same on every day.
 */
export function checkDates(guides: readonly CorpusGuide[], today: string): Diagnostic[] {
  return guides.flatMap((guide) => {
    const { data, file } = guide;
    if (!data || data.draft || data.date <= dayAfter(today)) return [];
    const message = `The post is dated ${data.date}, which is after today, ${today}.`;
    const hint = 'Correct the date, or make the post a draft until then: `draft: true`.';
    const range = rangeOfField(guide, 'date');
    return [diagnose({ rule: 'guide/future-date', file, range, message, hint })];
  });
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

import { readHistory } from '../workspace/cache-files.ts';
import { digestOfValue } from '../workspace/digest.ts';
import type { SiteCorpus } from './corpus.ts';
import type { SubjectHistory } from './posts/records.ts';
import { subjectOf } from './subject.ts';
import { revisionViews, withdrawalIn } from './revisions.ts';
import type { HistoryView, RevisionComparison } from './types/history.ts';

/** What has revisions to be compared, by subject. */
export function historiesOf(corpus: SiteCorpus): ReadonlyMap<string, HistoryView> {
  return new Map(
    [...corpus.histories.values()].flatMap((history): [string, HistoryView][] => {
      const view = historyView(corpus, history);
      return view ? [[history.id, view]] : [];
    }),
  );
}

/** What changed between the revisions of a subject. */
export function getComparisonsOf({
  pack,
  digest,
}: Pick<HistoryView, 'pack' | 'digest'>): readonly RevisionComparison[] {
  return readHistory<readonly RevisionComparison[]>(pack, digest);
}

/** Changes with all that the page of a subject's changes shows, and with nothing else. */
export function historyDigest({ pack: _where, ...shown }: HistoryView): string {
  return digestOfValue(shown);
}

function historyView(
  corpus: SiteCorpus,
  { id, revisions, digest, pack }: SubjectHistory,
): HistoryView | undefined {
  const subject = subjectOf(corpus, id);
  if (!subject || digest === undefined || pack === undefined) return undefined;
  const views = revisionViews(corpus, `/${id}/`, revisions);
  return { ...subject, revisions: views, withdrawal: withdrawalIn(views), digest, pack };
}

import { readHistory } from '../workspace/cache-files.ts';
import { digestOfValue } from '../workspace/digest.ts';
import type { SiteCorpus } from './corpus.ts';
import { labelOf } from './post-link.ts';
import type { SubjectHistory } from './posts/records.ts';
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

/** What a subject is called; undefined of what is not shown. */
export function subjectOf(
  { byRef, labs, comparisons }: SiteCorpus,
  id: string,
): Pick<HistoryView, 'url' | 'title' | 'label'> | undefined {
  const post = byRef.get(id);
  if (post) return { url: `/${id}/`, title: post.data.title, label: labelOf(post.data) };
  const [kind, name = ''] = id.split('/');
  const lab = kind === 'labs' ? labs.get(name) : undefined;
  if (lab) return { url: `/${id}/`, title: lab.title, label: 'Lab' };
  const comparison = kind === 'comparisons' ? comparisons.get(name) : undefined;
  return comparison && { url: undefined, title: comparison.title, label: 'Comparison' };
}

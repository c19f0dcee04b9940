import type { SiteCorpus } from './corpus.ts';
import { labelOf } from './post-link.ts';
import type { HistoryView } from './types/history.ts';

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

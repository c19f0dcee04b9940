import type { PostDataOf } from '../lib/guide/front-matter.ts';
import type { SiteCorpus, Post } from './corpus.ts';
import { refOf, urlOf } from './post-link.ts';
import { subjectOf } from './subject.ts';
import type { ChangeView, CorrectionView } from './types/correction.ts';
import type { HistoryView } from './types/history.ts';

export interface Corrections {
  /** Newest first. */
  readonly all: readonly CorrectionView[];
  /** By what is corrected and by the Debug File itself, as `kind/slug`. */
  readonly of: ReadonlyMap<string, readonly CorrectionView[]>;
}

const made = new WeakMap<SiteCorpus, Corrections>();

/** Every correction, from the records of the Debug Files. */
export function correctionsOf(corpus: SiteCorpus): Corrections {
  let corrections = made.get(corpus);
  if (!corrections) {
    corrections = makeCorrections(corpus);
    made.set(corpus, corrections);
  }
  return corrections;
}

function makeCorrections(corpus: SiteCorpus): Corrections {
  const all: CorrectionView[] = [];
  const of = new Map<string, CorrectionView[]>();
  for (const post of corpus.posts) {
    if (post.data.kind !== 'debug') continue;
    const { corrects } = post.data;
    const corrected = subjectOf(corpus, corrects.post);
    if (!corrected) continue;
    const view = correctionView(post, post.data, corrected, corpus.byRef.get(corrects.post));
    all.push(view);
    for (const ref of [corrects.post, refOf(post)]) of.set(ref, [...(of.get(ref) ?? []), view]);
  }
  return { all, of };
}

function correctionView(
  post: Post,
  data: PostDataOf<'debug'>,
  { url, title }: Pick<HistoryView, 'url' | 'title'>,
  corrected: Post | undefined,
): CorrectionView {
  return {
    slug: data.slug,
    url: urlOf(post),
    title: data.title,
    date: data.date,
    class: data.class,
    severity: data.severity,
    reportedBy: data.reportedBy,
    entry: data.entry,
    changes: data.changes.map((change) => changeView(change, data.slug, corrected)),
    revision: data.corrects.revision,
    subject: { url, title, date: corrected?.data.date },
  };
}

/** What is marked in the post says whether it is code. */
function changeView(
  { id, was, now }: PostDataOf<'debug'>['changes'][number],
  slug: string,
  corrected: Post | undefined,
): ChangeView {
  const passage = corrected?.passages.find((other) => other.of === slug && other.id === id);
  const code = passage ? passage.kind === 'code' : `${was}${now}`.includes('\n');
  return { id, was, now, code, comment: passage?.comment, anchor: passage && `correction-${id}` };
}

import type { PostDataOf } from '../lib/guide/front-matter.ts';
import type { SiteCorpus, Post } from './corpus.ts';
import { refOf, urlOf } from './post-link.ts';
import type { ChangeView, CorrectionView } from './types/correction.ts';

export interface Corrections {
  /** Newest first. */
  readonly all: readonly CorrectionView[];
  /** By the corrected post and by the Debug File itself, as `kind/slug`. */
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
    const corrected = corpus.byRef.get(corrects.post);
    if (!corrected) continue;
    const view = correctionView(post, post.data, corrected);
    all.push(view);
    for (const ref of [corrects.post, refOf(post)]) of.set(ref, [...(of.get(ref) ?? []), view]);
  }
  return { all, of };
}

function correctionView(post: Post, data: PostDataOf<'debug'>, corrected: Post): CorrectionView {
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
    post: { url: urlOf(corrected), title: corrected.data.title, date: corrected.data.date },
  };
}

/** What is marked in the post says whether it is code. */
function changeView(
  { id, was, now }: PostDataOf<'debug'>['changes'][number],
  slug: string,
  { passages }: Post,
): ChangeView {
  const passage = passages.find((other) => other.of === slug && other.id === id);
  const code = passage ? passage.kind === 'code' : `${was}${now}`.includes('\n');
  return { id, was, now, code, comment: passage?.comment, anchor: passage && `correction-${id}` };
}

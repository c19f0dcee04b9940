import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import type { CorpusGuide } from './corpus.ts';
import { diagnose } from './rules.ts';

/** A Debug File, as a revision of the post that it corrects. */
interface DebugRevision {
  readonly guide: CorpusGuide;
  readonly data: PostDataOf<'debug'>;
}

/** Proves that the revisions of each post have a number each, and that none is dated before the one that it follows. */
export function checkRevisions(guides: readonly CorpusGuide[]): Diagnostic[] {
  const posts = new Map<string, CorpusGuide>();
  const revisions = new Map<string, DebugRevision[]>();
  for (const guide of guides) {
    const { data } = guide;
    if (data) posts.set(`${data.kind}/${data.slug}`, guide);
    if (data?.kind !== 'debug') continue;
    const { post } = data.corrects;
    revisions.set(post, [...(revisions.get(post) ?? []), { guide, data }]);
  }
  return [...revisions].flatMap(([post, own]) => {
    const published = posts.get(post)?.data?.date;
    // A post that is not there is told elsewhere.
    return published === undefined ? [] : checkOrder(post, published, own);
  });
}

function checkOrder(post: string, published: string, revisions: readonly DebugRevision[]): Diagnostic[] {
  const ordered = revisions.toSorted((a, b) => a.data.corrects.revision - b.data.corrects.revision);
  return ordered.flatMap((revision, index): Diagnostic[] => {
    const { guide, data } = revision;
    const before = ordered[index - 1];
    const { revision: number } = data.corrects;
    if (before?.data.corrects.revision === number) {
      const message = `${post} has a revision ${number} already: ${before.guide.file.path}.`;
      return [problem(guide, 'corrects.revision', message, 'Number the revisions of a post 2, 3, 4.')];
    }
    const date = before?.data.date ?? published;
    if (data.date >= date) return [];
    const what = before ? `revision ${before.data.corrects.revision}` : post;
    const message = `Revision ${number} is dated ${data.date}, and ${what} ${date}.`;
    return [problem(guide, 'date', message, 'Date a correction on the day that it is published.')];
  });
}

function problem(guide: CorpusGuide, field: string, message: string, hint: string): Diagnostic {
  const { file } = guide;
  return diagnose({
    rule: 'correction/revision-order',
    file,
    range: rangeOfField(guide, field),
    message,
    hint,
  });
}

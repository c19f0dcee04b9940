import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeInField } from '../guide/field-ranges.ts';
import type { Passage } from '../guide/guide.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { Corpus, CorpusGuide } from './corpus.ts';
import { didYouMean, unknownReference } from './findings.ts';
import { diagnose } from './rules.ts';

/** That a marked passage of a post has its record: a change in a Debug File that corrects this post, with the same words. */
export function checkPassage(passage: Passage, guide: CorpusGuide, { guides }: Corpus): Diagnostic[] {
  const debugFiles = guides.flatMap(({ data }) => (data?.kind === 'debug' ? [data] : []));
  const { file } = guide;
  const { of, id, range } = passage;
  const record = debugFiles.find(({ slug }) => slug === of);
  if (!record) {
    const slugs = debugFiles.map(({ slug }) => slug);
    const otherwise = 'Write src/content/debug/….mdx first; it holds the record of the correction.';
    return [unknownPassage(file, range, `There is no Debug File “${of}”.`, didYouMean(of, slugs, otherwise))];
  }
  const change = record.changes.find((known) => known.id === id);
  if (!change) {
    const ids = record.changes.map((known) => known.id);
    const hint = didYouMean(id, ids, 'Add the change to its front matter.');
    return [unknownPassage(file, range, `The Debug File “${of}” has no change “${id}”.`, hint)];
  }
  return [checkWords(file, passage, change.now), checkCorrected(passage, guide, record.corrects.post)].filter(
    (diagnostic) => diagnostic !== undefined,
  );
}

function checkWords(file: SourceFile, { of, text, range }: Passage, now: string): Diagnostic | undefined {
  if (normal(now) === normal(text)) return undefined;
  return diagnose({
    rule: 'correction/passage-differs',
    file,
    range,
    message: `The passage reads “${normal(text)}”, and the Debug File “${of}” says “${normal(now)}”.`,
    hint: 'Make the passage and `now` in the Debug File the same text.',
  });
}

function checkCorrected(
  { of, range }: Passage,
  guide: CorpusGuide,
  corrected: string,
): Diagnostic | undefined {
  const ref = refOf(guide);
  if (ref === undefined || ref === corrected) return undefined;
  const message = `The Debug File “${of}” corrects ${corrected}, not this post.`;
  return unknownPassage(guide.file, range, message, 'Name the Debug File that corrects this post.');
}

/** That the post is there which a Debug File corrects, and that it marks each of the changes. */
export function checkDebugFile(guide: CorpusGuide, { guides }: Corpus): Diagnostic[] {
  const { data, file } = guide;
  if (data?.kind !== 'debug') return [];
  const { post } = data.corrects;
  const corrected = guides.find((other) => refOf(other) === post);
  if (!corrected) {
    const range = rangeInField(guide, 'corrects.post', post);
    const refs = guides.flatMap((other) => refOf(other) ?? []);
    const hint = didYouMean(post, refs, 'Name a post as kind/slug.');
    return [unknownReference(file, range, `There is no post “${post}”.`, hint)];
  }
  return data.changes.flatMap(({ id }, index) => {
    if (corrected.passages.some((passage) => passage.of === data.slug && passage.id === id)) return [];
    return unknownPassage(
      file,
      rangeInField(guide, `changes.${index}.id`, id),
      `${post} does not mark the change “${id}”.`,
      `Mark the corrected words there: <Correction of="${data.slug}" id="${id}">…</Correction>.`,
    );
  });
}

/** `kind/slug`; undefined where the front matter does not fit. */
function refOf({ data }: CorpusGuide): string | undefined {
  return data && `${data.kind}/${data.slug}`;
}

function unknownPassage(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'correction/unknown-passage', file, range, message, hint });
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

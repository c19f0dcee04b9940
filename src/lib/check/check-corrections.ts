import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeInField } from '../guide/field-ranges.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import type { Passage } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import { labValues } from '../lab/values.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { Corpus, CorpusGuide } from './corpus.ts';
import { didYouMean, unknownReference } from './findings.ts';
import { diagnose } from './rules.ts';

type RecordedChange = PostDataOf<'debug'>['changes'][number];

/** That a marked passage of a post has its record: a change in a Debug File that corrects this post, with the same words. */
export function checkPassage(passage: Passage, guide: CorpusGuide, corpus: Corpus): Diagnostic[] {
  const debugFiles = debugFilesOf(corpus);
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
  return [
    checkWords(guide, passage, change.now, corpus),
    checkCorrected(passage, guide, record.corrects.post),
  ].filter((diagnostic) => diagnostic !== undefined);
}

function debugFilesOf({ guides }: Corpus): PostDataOf<'debug'>[] {
  return guides.flatMap(({ data }) => (data?.kind === 'debug' ? [data] : []));
}

function checkWords(
  { file, data }: CorpusGuide,
  passage: Passage,
  now: string,
  { labs }: Corpus,
): Diagnostic | undefined {
  const { of, kind, range } = passage;
  const lab = data?.lab === undefined ? undefined : labs.get(data.lab);
  const text = withValues(passage.text, lab);
  if (saysSame(passage, text, now)) return undefined;
  const rule = 'correction/passage-differs';
  const hint = 'Make the passage and `now` in the Debug File the same text.';
  if (kind === 'code') {
    const message = `The code of this passage is other than what the Debug File “${of}” says stands here now.`;
    const [actual, expected] = [text, now].map(codeLines);
    return diagnose({ rule, file, range, message, hint, actual: actual!, expected: expected! });
  }
  const [there, said] = [folded(text), folded(now)];
  const what = kind === 'picture' ? 'The picture of this passage is' : 'The passage reads';
  const message =
    said === ''
      ? `The passage reads “${there}”, and the Debug File “${of}” says that nothing stands here any more.`
      : there === ''
        ? `The passage is empty, and the Debug File “${of}” says “${said}”.`
        : `${what} “${there}”, and the Debug File “${of}” says “${said}”.`;
  return diagnose({
    rule,
    file,
    range,
    message,
    hint:
      kind === 'picture'
        ? 'Write what is to be seen in the picture, its caption, or the name of its file as `now` in the Debug File.'
        : hint,
  });
}

/** Words are the same but for blanks; code letter by letter, but for blank lines and what stands at the ends of lines; a picture may have any of its names. */
function saysSame({ kind, names }: Passage, text: string, now: string): boolean {
  if (kind === 'code') return codeLines(text) === codeLines(now);
  if (kind === 'words' && folded(text) === folded(now)) return true;
  const lines = now
    .split('\n')
    .map(folded)
    .filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => names.includes(line));
}

function codeLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line !== '').join('\n');
}

function withValues(text: string, lab: Lab | undefined): string {
  if (!lab) return text;
  const values = labValues(lab);
  return text.replace(/\{\{ ?([\w.-]+) ?\}\}/g, (all, path: string) => values.get(path)?.text ?? all);
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

/** That what a Debug File corrects is there, and that a post marks each of the changes; a lab or a comparison has no text to mark. */
export function checkDebugFile(guide: CorpusGuide, corpus: Corpus): Diagnostic[] {
  const { guides } = corpus;
  const { data, file } = guide;
  if (data?.kind !== 'debug') return [];
  const { post } = data.corrects;
  const shared = sharedRefs(corpus);
  if (shared.includes(post)) return [];
  const corrected = guides.find((other) => refOf(other) === post);
  if (!corrected) {
    const range = rangeInField(guide, 'corrects.post', post);
    const kind = /^(lab|comparison)s\//.exec(post)?.[1] ?? 'post';
    const refs = kind === 'post' ? guides.flatMap((other) => refOf(other) ?? []) : shared;
    const hint = didYouMean(
      post,
      refs,
      'Name a post as kind/slug, a lab as labs/name, a comparison as comparisons/name.',
    );
    return [unknownReference(file, range, `There is no ${kind} “${post}”.`, hint)];
  }
  // A draft is begun before what it corrects is mended.
  if (data.draft) return [];
  return data.changes.flatMap((change, index) => {
    const { id } = change;
    if (corrected.passages.some((passage) => passage.of === data.slug && passage.id === id)) return [];
    if (standsInHead(corrected, change.now) || isSuperseded(data, change, debugFilesOf(corpus))) return [];
    return unknownPassage(
      file,
      rangeInField(guide, `changes.${index}.id`, id),
      `${post} does not mark the change “${id}”.`,
      `Mark the corrected words there: <Correction of="${data.slug}" id="${id}">…</Correction>.`,
    );
  });
}

/** What posts share, by the names that the ledger has for it. */
function sharedRefs({ labs, comparisons }: Corpus): readonly string[] {
  return [
    ...[...labs.keys()].map((id) => `labs/${id}`),
    ...[...comparisons].map((id) => `comparisons/${id}`),
  ];
}

/** Whether a change is of what stands above the body, where nothing can be marked: the title, the summary, a line of a form. */
function standsInHead({ data }: CorpusGuide, now: string): boolean {
  if (!data) return false;
  return scalarsOf(data).some((text) => folded(text) === folded(now));
}

function scalarsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(scalarsOf);
  return value === undefined || value === null ? [] : [String(value as string | number | boolean)];
}

/** Whether what a change made of its passage was changed again: then the later change is what the post marks. */
function isSuperseded(
  data: PostDataOf<'debug'>,
  { now }: RecordedChange,
  debugFiles: readonly PostDataOf<'debug'>[],
): boolean {
  return debugFiles.some(
    ({ corrects, changes }) =>
      corrects.post === data.corrects.post &&
      corrects.revision > data.corrects.revision &&
      changes.some(({ was }) => codeLines(was) === codeLines(now) || folded(was) === folded(now)),
  );
}

/** `kind/slug`; undefined where the front matter does not fit. */
function refOf({ data }: CorpusGuide): string | undefined {
  return data && `${data.kind}/${data.slug}`;
}

function unknownPassage(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'correction/unknown-passage', file, range, message, hint });
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

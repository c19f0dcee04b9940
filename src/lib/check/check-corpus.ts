import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rules as guideRules } from '../guide/rules.ts';
import { diagnoser } from '../diagnostics/rule-table.ts';
import { rules } from './rules.ts';
import type { CheckRuleId } from './rules.ts';
import type { GuideRuleId } from '../guide/rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { rangeInField, rangeOfField } from '../guide/field-ranges.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import type { Guide, Passage, Reference } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import { labValues } from '../lab/values.ts';
import type { Range } from '../source/source-file.ts';

const diagnose = diagnoser({ ...guideRules, ...rules });

/** What of a post the whole is checked by. */
export type CorpusGuide = Pick<Guide, 'file' | 'data' | 'fields' | 'references' | 'passages'>;

/** All content, as far as posts can name it. */
export interface Corpus {
  readonly guides: readonly CorpusGuide[];
  readonly labs: ReadonlyMap<string, Lab>;
  /** Ids of the comparisons. */
  readonly comparisons: ReadonlySet<string>;
  /** Names of the figures. */
  readonly figures: ReadonlySet<string>;
}

/** Proves that everything a post names is there, that labworks have each part once, and that corrections agree with their Debug File. */
export function checkCorpus(corpus: Corpus): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const guide of corpus.guides) {
    const report: ReportInGuide = (rule, range, message, hint) =>
      diagnostics.push(diagnose({ rule, file: guide.file, range, message, hint }));
    for (const reference of guide.references) checkReference(reference, guide, corpus, report);
    checkFrontMatter(guide, corpus, report);
    for (const passage of guide.passages) checkPassage(passage, guide, corpus, report);
    checkDebugFile(guide, corpus, report);
  }
  return diagnostics;
}

type ReportInGuide = (rule: CheckRuleId | GuideRuleId, range: Range, message: string, hint: string) => void;

const nouns: Readonly<Record<Reference['kind'], string>> = {
  value: 'value',
  device: 'device',
  network: 'network',
  figure: 'figure',
  comparison: 'comparison',
};

function checkReference(
  { kind, name, range }: Reference,
  guide: CorpusGuide,
  corpus: Corpus,
  report: ReportInGuide,
): void {
  const lab = guide.data?.lab === undefined ? undefined : corpus.labs.get(guide.data.lab);
  if (kind === 'figure' || kind === 'comparison') {
    const known = kind === 'figure' ? corpus.figures : corpus.comparisons;
    if (!known.has(name))
      report(
        'guide/unknown-reference',
        range,
        `There is no ${nouns[kind]} “${name}”.`,
        didYouMean(name, known, `Add it to src/content/${kind}s.`),
      );
    return;
  }
  if (!lab) {
    // An unknown lab is told by the check of the labwork.
    if (guide.data && guide.data.lab === undefined) {
      report(
        'guide/unknown-reference',
        range,
        `“${name}” is meant to be a ${nouns[kind]} of the lab, but this post has no lab.`,
        'Name the lab in the front matter: `lab: …`.',
      );
    }
    return;
  }
  const known =
    kind === 'value'
      ? labValues(lab)
      : new Map(
          (kind === 'device'
            ? lab.devices.map((device) => device.name)
            : lab.networks.map(({ id }) => id)
          ).map((id) => [id, id]),
        );
  if (known.has(name)) return;
  report(
    kind === 'value'
      ? 'guide/unknown-value'
      : kind === 'device'
        ? 'guide/unknown-device'
        : 'guide/unknown-reference',
    range,
    `The lab “${lab.id}” has no ${nouns[kind]} “${name}”.`,
    didYouMean(name, known.keys(), `Add it to src/content/labs/${lab.id}.yaml.`),
  );
}

function checkFrontMatter(guide: CorpusGuide, corpus: Corpus, report: ReportInGuide): void {
  const { data } = guide;
  if (!data) return;
  if (data.cover !== undefined && !corpus.figures.has(data.cover)) {
    report(
      'guide/unknown-reference',
      rangeInField(guide, 'cover', data.cover),
      `There is no figure “${data.cover}”.`,
      didYouMean(data.cover, corpus.figures, 'Add it to src/content/figures.'),
    );
  }
  for (const [index, id] of ('comparisons' in data ? data.comparisons : []).entries()) {
    if (!corpus.comparisons.has(id)) {
      report(
        'guide/unknown-reference',
        rangeInField(guide, `comparisons.${index}`, id),
        `There is no comparison “${id}”.`,
        didYouMean(id, corpus.comparisons, 'Add it to src/content/comparisons.'),
      );
    }
  }
  if (data.kind !== 'labworks') return;
  for (const other of corpus.guides) {
    if (other === guide) return;
    if (other.data?.kind !== 'labworks' || other.data.labwork !== data.labwork) continue;
    if (other.data.part === data.part) {
      report(
        'guide/step-number',
        rangeOfField(guide, 'part'),
        `Labwork ${data.labwork} has a part ${data.part} already: ${other.file.path}.`,
        'Number the parts 1, 2, 3 in the order they are read.',
      );
    } else if (other.data.series !== data.series) {
      report(
        'guide/front-matter',
        rangeOfField(guide, 'series'),
        `The series is called “${data.series}” here and “${other.data.series}” in ${other.file.path}.`,
        'Give all parts of a labwork the same series title.',
      );
    } else if (other.data.lab !== data.lab) {
      report(
        'guide/front-matter',
        rangeOfField(guide, 'lab'),
        `This part is written for the lab “${data.lab}”, and ${other.file.path} for “${other.data.lab}”.`,
        'All parts of a labwork share one lab.',
      );
    }
  }
}

function checkPassage(passage: Passage, guide: CorpusGuide, corpus: Corpus, report: ReportInGuide): void {
  const debugFiles = corpus.guides.flatMap(({ data }) => (data?.kind === 'debug' ? [data] : []));
  const record = debugFiles.find(({ slug }) => slug === passage.of);
  if (!record) {
    report(
      'correction/unknown-passage',
      passage.range,
      `There is no Debug File “${passage.of}”.`,
      didYouMean(
        passage.of,
        debugFiles.map(({ slug }) => slug),
        'Write src/content/debug/….mdx first; it holds the record of the correction.',
      ),
    );
    return;
  }
  const change = record.changes.find(({ id }) => id === passage.id);
  if (!change) {
    report(
      'correction/unknown-passage',
      passage.range,
      `The Debug File “${passage.of}” has no change “${passage.id}”.`,
      didYouMean(
        passage.id,
        record.changes.map(({ id }) => id),
        'Add the change to its front matter.',
      ),
    );
    return;
  }
  if (normal(change.now) !== normal(passage.text)) {
    report(
      'correction/passage-differs',
      passage.range,
      `The passage reads “${normal(passage.text)}”, and the Debug File “${passage.of}” says “${normal(change.now)}”.`,
      'Make the passage and `now` in the Debug File the same text.',
    );
  }
  if (guide.data && `${guide.data.kind}/${guide.data.slug}` !== record.corrects.post) {
    report(
      'correction/unknown-passage',
      passage.range,
      `The Debug File “${passage.of}” corrects ${record.corrects.post}, not this post.`,
      'Name the Debug File that corrects this post.',
    );
  }
}

function checkDebugFile(guide: CorpusGuide, corpus: Corpus, report: ReportInGuide): void {
  if (guide.data?.kind !== 'debug') return;
  const record: PostDataOf<'debug'> = guide.data;
  const refs = corpus.guides.flatMap(({ data }) => (data ? [`${data.kind}/${data.slug}`] : []));
  const corrected = corpus.guides.find(
    ({ data }) => data && `${data.kind}/${data.slug}` === record.corrects.post,
  );
  const range = rangeInField(guide, 'corrects.post', record.corrects.post);
  if (!corrected) {
    report(
      'guide/unknown-reference',
      range,
      `There is no post “${record.corrects.post}”.`,
      didYouMean(record.corrects.post, refs, 'Name a post as kind/slug.'),
    );
    return;
  }
  for (const [index, { id }] of record.changes.entries()) {
    if (corrected.passages.some((passage) => passage.of === record.slug && passage.id === id)) continue;
    report(
      'correction/unknown-passage',
      rangeInField(guide, `changes.${index}.id`, id),
      `${record.corrects.post} does not mark the change “${id}”.`,
      `Mark the corrected words there: <Correction of="${record.slug}" id="${id}">…</Correction>.`,
    );
  }
}

function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const near = suggest(word, known);
  return near ? `Did you mean “${near}”?` : otherwise;
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import { frontMatterProblem } from '../guide/read-front-matter.ts';
import { stepNumberProblem } from '../guide/step-findings.ts';
import type { CorpusGuide } from './corpus.ts';

/**
 * Proves that the parts of each labwork go together: one number each, one series title, one lab, and no part published before those
 * that lead to it.
 */
export function checkSeries(guides: readonly CorpusGuide[]): Diagnostic[] {
  const labworks = new Map<number, SeriesPart[]>();
  const diagnostics = guides.flatMap((guide): Diagnostic[] => {
    const { data } = guide;
    if (data?.kind !== 'labworks') return [];
    const before = labworks.get(data.labwork) ?? [];
    labworks.set(data.labwork, [...before, { guide, data }]);
    return before.flatMap((other) => compareParts(guide, data, other.guide.file.path, other.data) ?? []);
  });
  // A post whose front matter does not fit may be the part that seems to be missing.
  if (guides.some(({ data }) => data === undefined)) return diagnostics;
  return [...diagnostics, ...[...labworks.values()].flatMap((parts) => missingPart(parts) ?? [])];
}

interface SeriesPart {
  readonly guide: CorpusGuide;
  readonly data: PostDataOf<'labworks'>;
}

/** The first part that is not there, or is a draft, while a later one is published. */
function missingPart(parts: readonly SeriesPart[]): Diagnostic | undefined {
  const published = parts.filter(({ data }) => !data.draft).sort((a, b) => a.data.part - b.data.part);
  const numbers = new Set(published.map(({ data }) => data.part));
  const later = published.find(({ data }) => data.part > 1 && !numbers.has(data.part - 1));
  if (!later) return undefined;
  const { labwork, part } = later.data;
  const isDraft = parts.some(({ data }) => data.part === part - 1);
  return stepNumberProblem(later.guide.file, {
    range: rangeOfField(later.guide, 'part'),
    message: isDraft
      ? `Part ${part} of labwork ${labwork} is published, and part ${part - 1} is a draft.`
      : `Labwork ${labwork} has a part ${part}, and no part ${part - 1}.`,
    hint: isDraft
      ? 'Publish the parts in their order, or make this one a draft as well.'
      : 'Write the part before, or number the parts 1, 2, 3 in the order they are read.',
  });
}

function compareParts(
  guide: CorpusGuide,
  data: PostDataOf<'labworks'>,
  otherPath: string,
  other: PostDataOf<'labworks'>,
): Diagnostic | undefined {
  const { file } = guide;
  if (other.part === data.part) {
    return stepNumberProblem(file, {
      range: rangeOfField(guide, 'part'),
      message: `Labwork ${data.labwork} has a part ${data.part} already: ${otherPath}.`,
      hint: 'Number the parts 1, 2, 3 in the order they are read.',
    });
  }
  if (other.series !== data.series) {
    return frontMatterProblem(
      file,
      rangeOfField(guide, 'series'),
      `The series is called “${data.series}” here and “${other.series}” in ${otherPath}.`,
      'Give all parts of a labwork the same series title.',
    );
  }
  if (other.lab !== data.lab) {
    return frontMatterProblem(
      file,
      rangeOfField(guide, 'lab'),
      `This part is written for the lab “${data.lab}”, and ${otherPath} for “${other.lab}”.`,
      'All parts of a labwork share one lab.',
    );
  }
  return undefined;
}

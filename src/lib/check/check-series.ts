import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import { publicationOf } from '../guide/publication.ts';
import { frontMatterProblem } from '../guide/read-front-matter.ts';
import { stepNumberProblem } from '../guide/step-findings.ts';
import type { CorpusGuide } from './corpus.ts';
import { diagnose } from './rules.ts';

/**
 * Proves that the parts of each labwork go together: one number each, one series title, one lab, and no part published before those
 * that lead to it. `today` is as `publicationOf` takes it.
 */
export function checkSeries(guides: readonly CorpusGuide[], today?: string): Diagnostic[] {
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
  return [
    ...diagnostics,
    ...[...labworks.values()].flatMap((parts) => missingPart(parts, today) ?? datesOutOfOrder(parts)),
  ];
}

interface SeriesPart {
  readonly guide: CorpusGuide;
  readonly data: PostDataOf<'labworks'>;
}

/** The first part that is not there, or is not published, while a later one is. */
function missingPart(parts: readonly SeriesPart[], today: string | undefined): Diagnostic | undefined {
  const published = inOrder(parts.filter(({ data }) => publicationOf(data, today) === 'published'));
  const numbers = new Set(published.map(({ data }) => data.part));
  const later = published.find(({ data }) => data.part > 1 && !numbers.has(data.part - 1));
  if (!later) return undefined;
  const { labwork, part } = later.data;
  const before = parts.find(({ data }) => data.part === part - 1)?.data;
  return stepNumberProblem(later.guide.file, {
    range: rangeOfField(later.guide, 'part'),
    message: !before
      ? `Labwork ${labwork} has a part ${part}, and no part ${part - 1}.`
      : `Part ${part} of labwork ${labwork} is published, and part ${part - 1} ${before.draft ? 'is a draft' : `waits for ${before.date}`}.`,
    hint: !before
      ? 'Write the part before, or number the parts 1, 2, 3 in the order they are read.'
      : before.draft
        ? 'Publish the parts in their order, or make this one a draft as well.'
        : `Date the parts in their order: this one ${before.date} or later.`,
  });
}

function inOrder(parts: readonly SeriesPart[]): SeriesPart[] {
  return parts.toSorted((a, b) => a.data.part - b.data.part);
}

/** Parts that are dated before the one that leads to them: lists by date, and publishing by date, turn them around. */
function datesOutOfOrder(parts: readonly SeriesPart[]): Diagnostic[] {
  const ordered = inOrder(parts);
  return ordered.flatMap(({ guide, data }, index) => {
    const before = ordered[index - 1]?.data;
    if (!before || before.part === data.part || before.draft || data.draft || data.date >= before.date)
      return [];
    return diagnose({
      rule: 'guide/date-order',
      file: guide.file,
      range: rangeOfField(guide, 'date'),
      message: `Part ${data.part} of labwork ${data.labwork} is dated ${data.date}, and part ${before.part} ${before.date}.`,
      hint: `Date the parts in the order they are read: this one ${before.date} or later.`,
    });
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

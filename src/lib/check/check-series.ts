import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import { frontMatterProblem } from '../guide/read-front-matter.ts';
import { stepNumberProblem } from '../guide/step-findings.ts';
import type { Corpus, CorpusGuide } from './corpus.ts';

/** That a part of a labwork goes with those before it: one number each, one series title, one lab. */
export function checkOtherParts(guide: CorpusGuide, { guides }: Corpus): Diagnostic[] {
  const { data } = guide;
  if (data?.kind !== 'labworks') return [];
  const diagnostics: Diagnostic[] = [];
  for (const other of guides) {
    if (other === guide) break;
    if (other.data?.kind !== 'labworks' || other.data.labwork !== data.labwork) continue;
    const problem = compareParts(guide, data, other.file.path, other.data);
    if (problem) diagnostics.push(problem);
  }
  return diagnostics;
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

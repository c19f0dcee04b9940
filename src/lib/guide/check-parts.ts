import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from './field-ranges.ts';
import type { Guide } from './guide.ts';
import { stepOrderProblem } from './step-findings.ts';
import type { StepSpan } from './step-mark.ts';
import { readStepSpan } from './step-mark.ts';

/** That the parts of one labwork go on where the part before ends. The guides may be any; other posts are left out. */
export function checkStepsAcrossParts(guides: readonly Guide[]): Diagnostic[] {
  return [...partsByLabwork(guides).values()].flatMap((parts) =>
    parts.flatMap((part, index) => checkBeginning(part, parts[index - 1]) ?? []),
  );
}

interface LabworkPart extends StepSpan {
  readonly guide: Guide;
  readonly part: number;
  readonly steps: string;
}

/** In the order of their numbers. */
function partsByLabwork(guides: readonly Guide[]): ReadonlyMap<number, readonly LabworkPart[]> {
  const labworks = new Map<number, LabworkPart[]>();
  for (const guide of guides) {
    const part = partOf(guide);
    if (part) labworks.set(part.labwork, [...(labworks.get(part.labwork) ?? []), part]);
  }
  for (const parts of labworks.values()) parts.sort((a, b) => a.part - b.part);
  return labworks;
}

function partOf(guide: Guide): LabworkPart | undefined {
  const { data } = guide;
  if (data?.kind !== 'labworks') return undefined;
  const span = readStepSpan(data.steps);
  if (span?.labwork !== data.labwork) return undefined;
  return { guide, part: data.part, steps: data.steps, ...span };
}

function checkBeginning(
  { guide, part, labwork, first }: LabworkPart,
  before: LabworkPart | undefined,
): Diagnostic | undefined {
  // A part that is not at hand may hold the steps between; two parts of one number are told elsewhere.
  if (before ? before.part !== part - 1 : part !== 1) return undefined;
  const expected = before ? before.last + 1 : 1;
  if (first === expected) return undefined;
  const problem = stepOrderProblem(guide.file, {
    range: rangeOfField(guide, 'steps'),
    message: before
      ? `Part ${part} begins with step ${labwork}:${first}, but part ${before.part} ends with ${labwork}:${before.last}.`
      : `Part 1 begins with step ${labwork}:${first}.`,
    hint: `Let it begin with ${labwork}:${expected}.`,
  });
  if (!before) return problem;
  const end = {
    file: before.guide.file.path,
    range: rangeOfField(before.guide, 'steps'),
    message: `part ${before.part} has the steps ${before.steps}`,
  };
  return { ...problem, related: [end] };
}

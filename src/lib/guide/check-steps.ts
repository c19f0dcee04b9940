import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { PostDataOf } from './front-matter.ts';
import type { Step } from './guide.ts';
import { stepNumberProblem, stepOrderProblem } from './step-findings.ts';
import { readStepSpan } from './step-mark.ts';
import type { StepNumbers } from './step-order.ts';
import { bestPlaced, longestRise } from './step-order.ts';

/** What the front matter says of the steps. */
export interface AnnouncedSteps {
  readonly data: PostDataOf<'labworks'>;
  /** Of the value of `steps`. */
  readonly range: Range;
}

/**
 * Numbers, order and gaps of one post's steps, held to its front matter where that can be read. A step out of place also leaves a
 * gap; only the step is told.
 */
export function checkSteps(
  file: SourceFile,
  steps: readonly Step[],
  announced: AnnouncedSteps | undefined,
): Diagnostic[] {
  const wrongSpan = announced && checkSpan(file, steps, announced);
  if (wrongSpan) return [wrongSpan];
  const expected = expectedSteps(steps, announced);
  if (!expected) return [];
  const { candidates, diagnostics } = sortOut(file, steps, expected);
  const rise = longestRise(candidates);
  for (const item of checkOrder(file, candidates, new Set(rise))) diagnostics.push(item);
  for (const item of checkGaps(file, rise, expected, diagnostics.length)) diagnostics.push(item);
  return diagnostics;
}

/** The steps that a post should have; without front matter, the labwork and first number of the first one it has. */
interface ExpectedSteps extends StepNumbers {
  readonly labwork: number;
  readonly announced: AnnouncedSteps | undefined;
}

function expectedSteps(
  steps: readonly Step[],
  announced: AnnouncedSteps | undefined,
): ExpectedSteps | undefined {
  const span = announced && readStepSpan(announced.data.steps);
  if (span) return { ...span, announced };
  const [head] = steps;
  return head && { labwork: head.labwork, first: head.number, last: undefined, announced: undefined };
}

/** That the front matter's span is one, and that it is about this post at all. */
function checkSpan(
  file: SourceFile,
  steps: readonly Step[],
  { data, range }: AnnouncedSteps,
): Diagnostic | undefined {
  const span = readStepSpan(data.steps);
  if (span?.labwork !== data.labwork) {
    const message = `“${data.steps}” is no span of steps of labwork ${data.labwork}.`;
    const hint = `Write first and last step, for example ${data.labwork}:1-${data.labwork}:4.`;
    return stepNumberProblem(file, { range, message, hint });
  }
  const [head] = steps;
  const { labwork, first, last } = span;
  const isOfOtherPart = (step: Step) =>
    step.labwork === labwork && (step.number < first || step.number > last);
  if (!head || !steps.every(isOfOtherPart)) return undefined;
  const message = `The front matter announces the steps ${data.steps}, but the post begins with ${head.id}.`;
  const hint = 'Correct `steps`, or number the steps as announced.';
  return stepNumberProblem(file, { range, message, hint, other: head });
}

/** The steps that only their order can be wrong of, and what is wrong with the others. */
function sortOut(
  file: SourceFile,
  steps: readonly Step[],
  expected: ExpectedSteps,
): { readonly candidates: readonly Step[]; readonly diagnostics: Diagnostic[] } {
  const own = steps.filter(({ labwork }) => labwork === expected.labwork);
  const candidates: Step[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const step of steps) {
    const problem =
      step.labwork === expected.labwork
        ? (checkRepeated(file, step, bestPlaced(own, step.number, expected)) ??
          checkBounds(file, step, expected))
        : stepNumberProblem(file, {
            range: step.range,
            message: `Step ${step.id} stands in labwork ${expected.labwork}.`,
            hint: `Write ${expected.labwork}:${step.number}.`,
          });
    if (problem) diagnostics.push(problem);
    else candidates.push(step);
  }
  return { candidates, diagnostics };
}

function checkRepeated(file: SourceFile, step: Step, right: Step): Diagnostic | undefined {
  if (right === step) return undefined;
  return stepOrderProblem(file, {
    range: step.range,
    message: `Step ${step.id} is there twice.`,
    hint: 'Give each step its own number, one more than the step before.',
    other: right,
  });
}

function checkBounds(
  file: SourceFile,
  { id, number, range }: Step,
  { labwork, first, last, announced }: ExpectedSteps,
): Diagnostic | undefined {
  if (number >= first && (last === undefined || number <= last)) return undefined;
  const message = announced
    ? `Step ${id} is outside of the steps ${announced.data.steps} that the front matter announces.`
    : `Step ${id} comes before the post's first step, ${labwork}:${first}.`;
  const hint = 'Correct the number, or `steps` in the front matter.';
  return stepNumberProblem(file, { range, message, hint });
}

/** Of the candidates, those that are out of the order in which all others rise. */
function checkOrder(file: SourceFile, candidates: readonly Step[], rise: ReadonlySet<Step>): Diagnostic[] {
  return candidates.flatMap((step, index) => {
    if (rise.has(step)) return [];
    const next = candidates.slice(index + 1).find((later) => later.number < step.number);
    const before = candidates.slice(0, index).findLast((earlier) => earlier.number > step.number);
    const message = next
      ? `Step ${step.id} comes before step ${next.id}.`
      : `Step ${step.id} comes after step ${before?.id ?? ''}.`;
    const hint = 'Put the steps into the order of their numbers.';
    return stepOrderProblem(file, { range: step.range, message, hint, other: next ?? before });
  });
}

/** Numbers that no step has. As many steps as are told already, `misplaced`, may be the ones that are missing. */
function checkGaps(
  file: SourceFile,
  rise: readonly Step[],
  { labwork, first, last, announced }: ExpectedSteps,
  misplaced: number,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let expected = first;
  for (const step of [...rise, undefined]) {
    const end = step?.number ?? (last === undefined ? expected : last + 1);
    const missing = end - expected;
    if (missing > misplaced) {
      const ids =
        missing === 1 ? `${labwork}:${expected} is` : `${labwork}:${expected} to ${labwork}:${end - 1} are`;
      if (step) {
        const message = `Before step ${step.id}, step ${ids} missing.`;
        const hint = `Number it ${labwork}:${expected}, or write what is missing.`;
        diagnostics.push(stepOrderProblem(file, { range: step.range, message, hint }));
      } else if (announced) {
        const message = `The front matter announces the steps ${announced.data.steps}, but ${ids} missing.`;
        const hint = 'Write the steps, or correct `steps`.';
        diagnostics.push(stepNumberProblem(file, { range: announced.range, message, hint }));
      }
    }
    misplaced = Math.max(0, misplaced - missing);
    expected = end + 1;
  }
  return diagnostics;
}

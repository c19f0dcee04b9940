import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from './rules.ts';
import type { GuideRuleId } from './rules.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeOfField } from './field-ranges.ts';
import type { PostDataOf } from './front-matter.ts';
import type { Guide, Step } from './guide.ts';

/** The number at the head of a step's heading, and what follows it. */
export interface StepMark {
  readonly written: string;
  readonly labwork: number;
  readonly number: number;
  readonly title: string;
}

/** `2:6 Build the converged switch`; undefined where the heading opens no step. */
export function readStepMark(heading: string): StepMark | undefined {
  const match = /^(\d{1,4}):(\d{1,4})(?![\d:])\.?\s*(.*)$/s.exec(heading);
  if (!match) return undefined;
  const [, labwork = '', number = '', title = ''] = match;
  return {
    written: `${labwork}:${number}`,
    labwork: Number(labwork),
    number: Number(number),
    title: title.trim(),
  };
}

export function anchorOfStep({ labwork, number }: Pick<StepMark, 'labwork' | 'number'>): string {
  return `step-${labwork}-${number}`;
}

/** First and last step of a part, `2:1-2:4`. */
export function readStepSpan(steps: string): { labwork: number; first: number; last: number } | undefined {
  const match = /^(\d{1,6}):(\d{1,6})-(\d{1,6}):(\d{1,6})$/.exec(steps);
  if (!match || match[1] !== match[3]) return undefined;
  const [labwork, first, last] = [Number(match[1]), Number(match[2]), Number(match[4])];
  return first <= last ? { labwork, first, last } : undefined;
}

/**
 * Numbers, order and gaps of one post's steps, held to its front matter where that can be read (`place` is where it tells the
 * steps). A step out of place also leaves a gap; only the step is told.
 */
export function checkSteps(
  file: SourceFile,
  steps: readonly Step[],
  data: PostDataOf<'labworks'> | undefined,
  place: Range,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (rule: GuideRuleId, range: Range, message: string, hint: string, other?: Step) =>
    diagnostics.push(
      diagnose({
        rule,
        file,
        range,
        message,
        hint,
        ...(other && {
          related: [{ file: file.path, range: other.range, message: `step ${other.id} is here` }],
        }),
      }),
    );
  const span = data && readStepSpan(data.steps);
  if (data && (!span || span.labwork !== data.labwork)) {
    report(
      'guide/step-number',
      place,
      `“${data.steps}” is no span of steps of labwork ${data.labwork}.`,
      `Write first and last step, for example ${data.labwork}:1-${data.labwork}:4.`,
    );
    return diagnostics;
  }
  const labwork = span?.labwork ?? steps[0]?.labwork;
  if (labwork === undefined) return diagnostics;
  const first = span?.first ?? steps[0]!.number;

  const [head] = steps;
  if (
    span &&
    head &&
    steps.every((step) => step.labwork === labwork && (step.number < first || step.number > span.last))
  ) {
    report(
      'guide/step-number',
      place,
      `The front matter announces the steps ${data.steps}, but the post begins with ${head.id}.`,
      'Correct `steps`, or number the steps as announced.',
      head,
    );
    return diagnostics;
  }

  const own = steps.filter((step) => step.labwork === labwork);
  const candidates: Step[] = [];
  let misplaced = 0;
  for (const step of steps) {
    const right: Step = step.labwork === labwork ? bestPlaced(own, step.number, first, span?.last) : step;
    if (right !== step) {
      misplaced++;
      report(
        'guide/step-order',
        step.range,
        `Step ${step.id} is there twice.`,
        'Give each step its own number, one more than the step before.',
        right,
      );
      continue;
    }
    if (step.labwork !== labwork) {
      misplaced++;
      report(
        'guide/step-number',
        step.range,
        `Step ${step.id} stands in labwork ${labwork}.`,
        `Write ${labwork}:${step.number}.`,
      );
      continue;
    }
    if (step.number < first || (span && step.number > span.last)) {
      misplaced++;
      report(
        'guide/step-number',
        step.range,
        span
          ? `Step ${step.id} is outside of the steps ${data!.steps} that the front matter announces.`
          : `Step ${step.id} comes before the post's first step, ${labwork}:${first}.`,
        'Correct the number, or `steps` in the front matter.',
      );
      continue;
    }
    candidates.push(step);
  }

  const kept = longestRise(candidates);
  const keptSteps = new Set(kept);
  candidates.forEach((step, index) => {
    if (keptSteps.has(step)) return;
    misplaced++;
    const next = candidates.slice(index + 1).find((later) => later.number < step.number);
    const before = candidates.slice(0, index).findLast((earlier) => earlier.number > step.number);
    const other = next ?? before;
    report(
      'guide/step-order',
      step.range,
      next
        ? `Step ${step.id} comes before step ${next.id}.`
        : `Step ${step.id} comes after step ${before?.id ?? ''}.`,
      'Put the steps into the order of their numbers.',
      other,
    );
  });

  let expected = first;
  for (const step of [...kept, undefined]) {
    const end = step?.number ?? (span ? span.last + 1 : expected);
    const missing = end - expected;
    if (missing > misplaced) {
      const range =
        missing === 1 ? `${labwork}:${expected} is` : `${labwork}:${expected} to ${labwork}:${end - 1} are`;
      if (step)
        report(
          'guide/step-order',
          step.range,
          `Before step ${step.id}, step ${range} missing.`,
          `Number it ${labwork}:${expected}, or write what is missing.`,
        );
      else
        report(
          'guide/step-number',
          place,
          `The front matter announces the steps ${data!.steps}, but ${range} missing.`,
          'Write the steps, or correct `steps`.',
        );
    }
    misplaced = Math.max(0, misplaced - missing);
    expected = end + 1;
  }
  return diagnostics;
}

/** That the parts of one labwork go on where the part before ends. The guides may be any; other posts are left out. */
export function checkStepsAcrossParts(guides: readonly Guide[]): Diagnostic[] {
  const labworks = new Map<
    number,
    { guide: Guide; part: number; first: number; last: number; steps: string }[]
  >();
  for (const guide of guides) {
    const { data } = guide;
    const span = data?.kind === 'labworks' ? readStepSpan(data.steps) : undefined;
    if (data?.kind !== 'labworks' || span?.labwork !== data.labwork) continue;
    const parts = labworks.get(data.labwork) ?? [];
    parts.push({ guide, part: data.part, ...span, steps: data.steps });
    labworks.set(data.labwork, parts);
  }
  const diagnostics: Diagnostic[] = [];
  for (const [labwork, parts] of labworks) {
    parts.sort((a, b) => a.part - b.part);
    parts.forEach(({ guide, part, first }, index) => {
      const before = parts[index - 1];
      // A part that is not at hand may hold the steps between; two parts of one number are told elsewhere.
      if (before ? before.part !== part - 1 : part !== 1) return;
      const expected = before ? before.last + 1 : 1;
      if (first === expected) return;
      diagnostics.push(
        diagnose({
          rule: 'guide/step-order',
          file: guide.file,
          range: rangeOfField(guide, 'steps'),
          message: before
            ? `Part ${part} begins with step ${labwork}:${first}, but part ${before.part} ends with ${labwork}:${before.last}.`
            : `Part 1 begins with step ${labwork}:${first}.`,
          hint: `Let it begin with ${labwork}:${expected}.`,
          ...(before && {
            related: [
              {
                file: before.guide.file.path,
                range: rangeOfField(before.guide, 'steps'),
                message: `part ${before.part} has the steps ${before.steps}`,
              },
            ],
          }),
        }),
      );
    });
  }
  return diagnostics;
}

/** Of several steps with one number, the one that its neighbours agree with; the first where they say nothing. */
function bestPlaced(steps: readonly Step[], number: number, first: number, last: number | undefined): Step {
  const places = steps.flatMap((step, index) => (step.number === number ? [index] : []));
  const agreeing = (index: number) => {
    const before = steps[index - 1]?.number ?? first - 1;
    const after = steps[index + 1]?.number ?? (last === undefined ? undefined : last + 1);
    return Number(before === number - 1) + Number(after === number + 1);
  };
  return steps[places.reduce((best, place) => (agreeing(place) > agreeing(best) ? place : best))]!;
}

/** The longest run of steps, not necessarily neighbours, whose numbers rise. */
function longestRise(steps: readonly Step[]): Step[] {
  // tails[n] is the index of the smallest number that ends a rise of n + 1 steps.
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  steps.forEach((step, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (steps[tails[middle]!]!.number < step.number) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1];
    tails[low] = index;
  });
  const rise: Step[] = [];
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) rise.push(steps[at]!);
  return rise.reverse();
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { Step } from './guide.ts';
import { diagnose } from './rules.ts';

/** A place whose number of a step, a part or a span is not what it has to be. */
export interface StepFinding {
  readonly range: Range;
  readonly message: string;
  readonly hint: string;
  /** The step that it is held against. */
  readonly other?: Step | undefined;
}

/** A number that is wrong in itself, or by what the front matter announces. */
export function stepNumberProblem(file: SourceFile, finding: StepFinding): Diagnostic {
  return diagnose({ rule: 'guide/step-number', file, ...withOther(file, finding) });
}

/** A number that does not go on from what stands before it. */
export function stepOrderProblem(file: SourceFile, finding: StepFinding): Diagnostic {
  return diagnose({ rule: 'guide/step-order', file, ...withOther(file, finding) });
}

function withOther(file: SourceFile, { range, message, hint, other }: StepFinding) {
  if (!other) return { range, message, hint };
  return {
    range,
    message,
    hint,
    related: [{ file: file.path, range: other.range, message: `step ${other.id} is here` }],
  };
}

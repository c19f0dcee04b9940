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

/** First and last step of a part. */
export interface StepSpan {
  readonly labwork: number;
  readonly first: number;
  readonly last: number;
}

/** `2:1-2:4`; undefined where it spans two labworks or nothing. */
export function readStepSpan(steps: string): StepSpan | undefined {
  const match = /^(\d{1,6}):(\d{1,6})-(\d{1,6}):(\d{1,6})$/.exec(steps);
  if (!match || match[1] !== match[3]) return undefined;
  const [labwork, first, last] = [Number(match[1]), Number(match[2]), Number(match[4])];
  return first <= last ? { labwork, first, last } : undefined;
}

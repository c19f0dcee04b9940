import type { Step } from './guide.ts';

/** The numbers that steps should have: from `first`, to `last` where that is known. */
export interface StepNumbers {
  readonly first: number;
  readonly last: number | undefined;
}

/** Of several steps with one number, the one that its neighbours agree with; the first where they say nothing. */
export function bestPlaced(steps: readonly Step[], number: number, { first, last }: StepNumbers): Step {
  const places = steps.flatMap((step, index) => (step.number === number ? [index] : []));
  const agreeing = (index: number) => {
    const before = steps[index - 1]?.number ?? first - 1;
    const after = steps[index + 1]?.number ?? (last === undefined ? undefined : last + 1);
    return Number(before === number - 1) + Number(after === number + 1);
  };
  return steps[places.reduce((best, place) => (agreeing(place) > agreeing(best) ? place : best))]!;
}

/** The longest run of steps, not necessarily neighbours, whose numbers rise. */
export function longestRise(steps: readonly Step[]): Step[] {
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

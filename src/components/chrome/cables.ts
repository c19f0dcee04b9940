import type { Cable } from '../../lib/lab/lab.ts';

// A cable that the styles have no colour for does not compile.
const order: Readonly<Record<Cable, number>> = {
  grey: 1,
  blue: 2,
  teal: 3,
  violet: 4,
  amber: 5,
  magenta: 6,
};

/** The colours of cables, in the order of the strip at the foot of a page. */
export const cables = Object.keys(order) as readonly Cable[];

import type { Cable } from '../../lib/lab/lab.ts';

/** The colours of cables in the strip at the foot of a page, in its order: those that most labs have. */
export const cables = [
  'grey',
  'blue',
  'teal',
  'violet',
  'amber',
  'magenta',
] as const satisfies readonly Cable[];

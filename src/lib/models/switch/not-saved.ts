import type { SwitchProblem } from './change.ts';

const rule = 'ios/not-saved';

/** The switch is restarted, and its configuration differs from the saved one. */
export const lostByReload: SwitchProblem = {
  rule,
  message: 'The switch restarts with what was saved last, and what was configured since then is lost.',
  hint: 'Type `write memory` first.',
};

/** All is typed, and the configuration differs from the saved one. */
export const neverSaved: SwitchProblem = {
  rule,
  message: 'The running configuration is changed here and never saved: the next restart undoes it.',
  hint: 'End with `write memory`.',
};

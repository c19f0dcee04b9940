import { faults } from './faults.ts';
import { apply, back, restart } from './moves.ts';
import { refusals } from './refusals.ts';
import type { Reference, Scenario } from './scenario.ts';
import { startStates } from './start-states.ts';

/**
 * Of how many scenarios one is run in both ways, a process of its own for each run and runspaces, which are to come to the same. The others
 * are run in runspaces alone.
 */
const oneInBothWays = 16;

/** Those that are run in both ways: the straight one, and of all others each so many. */
export function inBothWays(scenarios: readonly Scenario[]): ReadonlySet<string> {
  return new Set(scenarios.filter((_, at) => at % oneInBothWays === 0).map(({ id }) => id));
}

/** From a clean start to the end and back, each mode in its turn. */
export const straight: Scenario = {
  id: 'clean',
  moves: [
    { run: 'Plan', codes: [2], holds: ['nothing changed'] },
    { run: 'Verify', codes: [2], holds: ['nothing changed'] },
    { run: 'Apply', args: ['-WhatIf'], codes: [2], holds: ['nothing changed'] },
    apply([0], 'as planned'),
    { run: 'Plan', codes: [0], holds: ['nothing changed'] },
    apply([0], 'nothing changed'),
    { run: 'Verify', codes: [0], holds: ['nothing changed'] },
    { run: 'Undo', args: ['-WhatIf'], codes: [2], holds: ['nothing changed'] },
    back,
    restart,
    { run: 'Verify', codes: [2], holds: ['nothing changed'] },
    { run: 'Undo', codes: [0], holds: ['nothing changed'] },
  ],
};

/** Everything that is rehearsed of a script. */
export function scenariosOf(reference: Reference): readonly Scenario[] {
  return [straight, ...faults(reference), ...refusals(reference), ...startStates(reference)];
}

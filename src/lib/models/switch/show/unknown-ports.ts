import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';

/** Which ports it has is learned from the commands that name them: there may be others. */
export function mayHaveOthers({ profile }: SwitchState): boolean {
  return profile.ports.length === 0;
}

/** Rows of all ports in their order; where there may be others, these may stand before and behind every one. */
export function withOthers(rows: readonly string[], state: SwitchState): readonly string[] {
  return mayHaveOthers(state) ? [unknownValue, ...rows.flatMap((row) => [row, unknownValue])] : rows;
}

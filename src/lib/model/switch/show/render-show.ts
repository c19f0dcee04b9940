import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';

/** The text a show command prints, without a line break at its end; undefined where the model cannot print it. */
export function renderShow(
  _words: readonly string[],
  _state: SwitchState,
  _wiring: Wiring,
): string | undefined {
  return undefined;
}

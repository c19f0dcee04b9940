import type { IosPlatform } from '../../lib/dialects/ios/tables/table-format.ts';
import type { SwitchState } from '../../lib/models/switch/state.ts';
import type { Wiring } from '../../lib/models/switch/wiring.ts';

/** A modelled switch that several sit at: one state, which each line at any of its terminals replaces. */
export interface SharedSwitch {
  readonly platform: IosPlatform;
  readonly hostname: string;
  readonly wiring: Wiring;
  /** What `enable` asks for; undefined where it asks nothing. */
  readonly enablePassword: string | undefined;
  state: SwitchState;
}

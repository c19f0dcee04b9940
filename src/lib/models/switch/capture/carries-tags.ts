import { portMode } from '../state.ts';
import type { SwitchState } from '../state.ts';

/** Whether an interface is there and was a trunk by what is configured at it, so that its list of VLANs is in use. */
export function carriesTags(state: SwitchState, name: string): boolean {
  const config = state.running.interfaces.get(name);
  if (!config || Object.keys(config).length === 0) return false;
  return portMode(config, state).startsWith('trunk') || config.allowedVlans !== undefined;
}

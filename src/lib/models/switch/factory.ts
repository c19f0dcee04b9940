import type { IosPlatform } from '../../dialects/ios/tables/table-format.ts';
import { switchProfiles } from './profiles/profiles.ts';
import type { Configuration, SwitchState } from './state.ts';

export const emptyConfiguration: Configuration = {
  vlans: new Map(),
  interfaces: new Map(),
  lines: new Map(),
  lineBlocks: new Map(),
};

/** A switch as it comes out of the box. */
export function factoryState(platform: IosPlatform): SwitchState {
  const profile = switchProfiles[platform];
  return {
    profile,
    ports: profile.ports,
    running: emptyConfiguration,
    startup: undefined,
    vlanDatabase: new Map(),
    boot: {
      systemMtu: { active: 1500, next: 1500 },
      jumboMtu: { active: 1500, next: 1500 },
      routingMtu: { active: 1500, next: 1500 },
      jumboFrames: false,
    },
  };
}

/** Out of the box, and saved once: what nobody changes is no loss. */
export function startingState(platform: IosPlatform): SwitchState {
  const state = factoryState(platform);
  return { ...state, startup: state.running };
}
